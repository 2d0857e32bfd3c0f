#include "render/passes/sky_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
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

void SkyPass::draw(const FrameView& frame, const CityView& view) const {
    const float day = std::clamp(std::sin(view.sun.elevation_rad) * 4.0f, 0.0f, 1.0f);
    glDisable(GL_DEPTH_TEST);
    program_.use();
    // From the eye: only directions matter, so the translation stays out.
    const glm::mat4 rotation = glm::mat4(glm::mat3(view.camera.view_from_local()));
    program_.set("ray_from_clip", glm::inverse(view.clip_from_view() * rotation));
    program_.set("zenith_colour", frame.theme.zenith * (0.5f + 0.5f * day));
    program_.set("horizon_colour", frame.theme.horizon * (0.55f + 0.45f * day) + (1.0f - day) * glm::vec3(0.16f, 0.08f, 0.01f));
    program_.set("sun_direction", view.sun.direction());
    program_.set("sun_glow", frame.theme.sun_glow);
    glBindVertexArray(no_attributes_.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_DEPTH_TEST);
}

}  // namespace render
