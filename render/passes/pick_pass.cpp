#include "render/passes/pick_pass.h"

#include <glad/gl.h>

#include "render/passes/flow_pass.h"

namespace render {

namespace {
constexpr std::uint32_t road_bit = 0x80000000u, cell_bit = 0x40000000u;
}  // namespace

city::Result<PickPass> PickPass::make() {
    PickPass pass;
    auto walls = gl::Program::make("walls.vert", "pick.frag"),
         roofs = gl::Program::make("roofs.vert", "pick.frag"),
         roads = gl::Program::make("roads.vert", "pick.frag");
    auto flows = gl::Program::make("flows.vert", "flow_pick.frag"),
         columns = gl::Program::make("columns.vert", "pick.frag");
    for (const auto* made : {&walls, &roofs, &roads, &flows, &columns})
        if (!*made) return tl::unexpected(made->error());
    pass.walls_ = std::move(*walls);
    pass.roofs_ = std::move(*roofs);
    pass.roads_ = std::move(*roads);
    pass.flows_ = std::move(*flows);
    pass.columns_ = std::move(*columns);
    pass.rows_ = gl::make_texture(gl::Filter::nearest);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32UI, 1, 1, 0, GL_RED_INTEGER, GL_UNSIGNED_INT, nullptr);
    std::uint32_t depth = 0;
    glGenRenderbuffers(1, &depth);
    pass.depth_ = gl::RenderbufferName(depth);
    glBindRenderbuffer(GL_RENDERBUFFER, depth);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, 1, 1);
    pass.target_ = gl::make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, pass.rows_.get(),
                           0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return pass;
}

Picked PickPass::pick(const GpuCity& city, const CityView& view, glm::vec2 at_px) const {
    const glm::vec2 size(view.size_px);
    // The one pixel stretched over a 1 x 1 target: exact, and the frustum leaves a tile or two.
    const glm::vec2 at(2.0f * at_px.x / size.x - 1.0f, 1.0f - 2.0f * at_px.y / size.y);
    glm::mat4 pixel_from_clip(1.0f);
    pixel_from_clip[0][0] = size.x;
    pixel_from_clip[1][1] = size.y;
    pixel_from_clip[3][0] = -at.x * size.x;
    pixel_from_clip[3][1] = -at.y * size.y;
    const glm::mat4 clip_from_local =
        pixel_from_clip * view.camera.clip_from_local(size.x / size.y);
    const TileView tiles{view, Frustum(clip_from_local), 0.0f,
                         false};  // every building as itself, however small
    GLint previous = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &previous);
    glBindFramebuffer(GL_FRAMEBUFFER, target_.get());
    glViewport(0, 0, 1, 1);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    const GLuint nothing[4] = {0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nothing);
    glClear(GL_DEPTH_BUFFER_BIT);
    FrameStatistics unused;
    const auto use = [&](const gl::Program& program, std::uint32_t kind_bit) {
        program.use();
        program.set("clip_from_local", clip_from_local);
        program.set("building_heights", unit::heights);
        program.set("quad_words", unit::quad_words);
        program.set("kind_bit", kind_bit);
        bind_rows(city, kind_bit == road_bit ? Rows::roads : Rows::buildings);
    };
    if (view.roads && view.flows) {
        // As drawn: on the ground and under everything else, the last one on top.
        use(flows_, road_bit);
        use_flows(flows_, city.flows, view);
        glDisable(GL_DEPTH_TEST);
        draw_flows(city.flows, unused);
        glEnable(GL_DEPTH_TEST);
    } else if (view.roads) {
        use(roads_, road_bit);
        draw_roads(city, tiles, unused);
    }
    if (view.buildings) {
        glEnable(GL_CULL_FACE);
        use(walls_, 0);
        draw_walls(city, tiles, Detail::any, unused);
        use(roofs_, 0);
        draw_roofs(city, tiles, Detail::any, unused);
        glDisable(GL_CULL_FACE);
    }
    if (view.ground_layer == GroundLayer::columns) {
        use(columns_, cell_bit);
        columns_.set("cell_m", city.columns.cell_m);
        draw_columns(city.columns, unused);
    }
    GLuint picked = 0;
    glReadPixels(0, 0, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_INT, &picked);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    if (picked == 0) return {};
    if ((picked & road_bit) != 0) return {Picked::Kind::road, (picked & ~road_bit) - 1};
    if ((picked & cell_bit) != 0) return {Picked::Kind::cell, (picked & ~cell_bit) - 1};
    return {Picked::Kind::building, picked - 1};
}

}  // namespace render
