#include "render/passes/shadow_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

namespace render {

namespace {

// A square around the target, as fine as the distance needs. It moves in whole texels, or shadows
// would shimmer while the camera does.
ShadowPass::Map map_of(const GpuCity& city, const CityView& view, int size_px) {
    const float reach_m = std::min(view.camera.distance_m * 0.75f + 200.0f,
                                   0.6f * glm::length(city.high - city.low) + 200.0f);
    const float texel_m = 2.0f * reach_m / static_cast<float>(size_px);
    const glm::vec3 sun = view.sun.direction();
    const float top_m = view.ground_layer == GroundLayer::columns ? city.columns.top_m : city.top_m;
    const float away_m = reach_m + top_m * 4.0f + 500.0f;
    const glm::mat4 turned = glm::lookAt(sun, glm::vec3(0.0f), glm::vec3(0, 0, 1));
    glm::vec3 centre = glm::vec3(turned * glm::vec4(view.camera.target_local, 1.0f));
    centre.x = std::round(centre.x / texel_m) * texel_m;
    centre.y = std::round(centre.y / texel_m) * texel_m;
    const glm::mat4 from_sun =
        glm::translate(glm::mat4(1.0f), glm::vec3(-centre.x, -centre.y, -centre.z - away_m)) *
        turned;
    return {
        glm::ortho(-reach_m, reach_m, -reach_m, reach_m, 1.0f, 2.0f * away_m + reach_m) * from_sun,
        texel_m};
}

}  // namespace

city::Result<ShadowPass> ShadowPass::make(int wanted_px) {
    ShadowPass pass;
    auto walls = gl::Program::make("walls.vert", "depth.frag"),
         roofs = gl::Program::make("roofs.vert", "depth.frag"),
         blocks = gl::Program::make("blocks.vert", "depth.frag"),
         columns = gl::Program::make("columns.vert", "depth.frag");
    if (!walls) return tl::unexpected(walls.error());
    if (!roofs) return tl::unexpected(roofs.error());
    if (!blocks) return tl::unexpected(blocks.error());
    if (!columns) return tl::unexpected(columns.error());
    pass.blocks_ = std::move(*blocks);
    pass.walls_ = std::move(*walls);
    pass.roofs_ = std::move(*roofs);
    pass.columns_ = std::move(*columns);
    for (int px = wanted_px; pass.size_px_ == 0 && px >= smallest_size_px; px /= 2) {
        pass.texture_ = gl::make_texture(gl::Filter::linear);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, px, px, 0, GL_DEPTH_COMPONENT,
                     GL_UNSIGNED_INT, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
        pass.target_ = gl::make_framebuffer();
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D,
                               pass.texture_.get(), 0);
        glDrawBuffer(GL_NONE);
        glReadBuffer(GL_NONE);
        // A size that does not fit is an answer here, no error.
        if (gl::take_error().empty() &&
            glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE)
            pass.size_px_ = px;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return pass;
}

ShadowPass::Map ShadowPass::draw(const GpuCity& city, const CityView& view,
                                 FrameStatistics& statistics) const {
    const Map map = map_of(city, view, size_px_);
    glBindFramebuffer(GL_FRAMEBUFFER, target_.get());
    glViewport(0, 0, size_px_, size_px_);
    glDisable(GL_SCISSOR_TEST);
    glClear(GL_DEPTH_BUFFER_BIT);
    glDisable(GL_CULL_FACE);
    if (view.ground_layer == GroundLayer::columns) {
        columns_.use();
        columns_.set("clip_from_local", map.shadow_from_local);
        columns_.set("cell_m", city.columns.cell_m);
        draw_columns(city.columns, statistics);
    }
    if (!view.buildings) return map;
    const TileView tiles{view, Frustum(map.shadow_from_local), 2.5f, true, true};
    for (const gl::Program* program : {&walls_, &roofs_, &blocks_}) {
        program->use();
        program->set("clip_from_local", map.shadow_from_local);
        program->set("building_heights", unit::heights);
        program->set("quad_words", unit::quad_words);
        program->set("eye_local", 1e7f * view.sun.direction());
        bind_rows(city, Rows::buildings);
        if (program == &walls_)
            draw_walls(city, tiles, Detail::any, statistics);
        else if (program == &roofs_)
            draw_roofs(city, tiles, Detail::any, statistics);
        else
            draw_blocks(city, tiles, *program, statistics);
    }
    return map;
}

}  // namespace render
