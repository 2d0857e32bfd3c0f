#include "render/passes/height_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>

namespace render {

namespace {

constexpr float finest_texel_m = 1.5f;
constexpr int largest_px = 4096;
constexpr float margin_m =
    60.0f;  // open ground all around: the edge of the texture repeats outwards

}  // namespace

city::Result<HeightPass> HeightPass::make() {
    HeightPass pass;
    auto roofs = gl::Program::make("roofs.vert", "height.frag");
    if (!roofs) return tl::unexpected(roofs.error());
    pass.roofs_ = std::move(*roofs);
    return pass;
}

void HeightPass::update(GpuCity& city, FrameStatistics& statistics) const {
    if (city.height_map.texture) return;
    const float edge_m =
        std::max(city.high.x - city.low.x, city.high.y - city.low.y) + 2.0f * margin_m;
    int px = 256;
    while (px < largest_px && static_cast<float>(px) * finest_texel_m < edge_m) px *= 2;
    HeightMap& map = city.height_map;
    map.low = city.low - margin_m;
    map.edge_m = edge_m;
    map.texel_m = edge_m / static_cast<float>(px);
    map.texture = gl::make_texture(gl::Filter::linear);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R16F, px, px, 0, GL_RED, GL_FLOAT, nullptr);
    const gl::FramebufferName target = gl::make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, map.texture.get(),
                           0);
    glViewport(0, 0, px, px);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    // The highest wins, without a depth buffer of the same size.
    glBlendEquation(GL_MAX);
    glBlendFunc(GL_ONE, GL_ONE);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    const glm::mat4 clip_from_local =
        glm::ortho(map.low.x, map.low.x + edge_m, map.low.y, map.low.y + edge_m,
                   -(city.top_m + 100.0f), 100.0f);
    roofs_.use();
    roofs_.set("clip_from_local", clip_from_local);
    roofs_.set("building_heights", unit::heights);
    bind_rows(city, Rows::buildings);
    const CityView nowhere{};
    draw_roofs(city, {nowhere, Frustum(clip_from_local), 0.0f, false}, Detail::near, statistics);
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, map.texture.get());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glGenerateMipmap(GL_TEXTURE_2D);
    city.bytes += static_cast<std::size_t>(px) * static_cast<std::size_t>(px) * 8 / 3;
}

}  // namespace render
