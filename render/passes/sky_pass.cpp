#include "render/passes/sky_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <glm/matrix.hpp>

namespace render {

city::Result<SkyPass> SkyPass::make() {
    SkyPass pass;
    auto program = gl::Program::make("sky.vert", "sky.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    pass.no_attributes_ = gl::make_vertex_array();
    return pass;
}

void SkyPass::draw(const FrameView& frame, const CityView& view, int first_row) const {
    if (first_row >= view.size_px.y) return;
    glScissor(view.low_px.x, view.low_px.y + first_row, view.size_px.x, view.size_px.y - first_row);
    glDisable(GL_DEPTH_TEST);
    program_.use();
    // From the eye: only directions matter, so the translation stays out.
    const glm::mat4 rotation = glm::mat4(glm::mat3(view.camera.view_from_local()));
    program_.set("ray_from_clip", glm::inverse(view.clip_from_view() * rotation));
    set_sky(program_, light_of(frame.theme, view.sun), view.sun);
    glBindVertexArray(no_attributes_.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_DEPTH_TEST);
    glScissor(view.low_px.x, view.low_px.y, view.size_px.x, view.size_px.y);
}

}  // namespace render
