#include "render/passes/ground_pass.h"

#include <glad/gl.h>

#include <array>
#include <glm/geometric.hpp>

namespace render {

city::Result<GroundPass> GroundPass::make() {
    GroundPass pass;
    auto ground = LitProgram::make("ground.vert", "ground.frag"), areas = LitProgram::make("areas.vert", "areas.frag");
    if (!ground) return tl::unexpected(ground.error());
    if (!areas) return tl::unexpected(areas.error());
    pass.ground_ = std::move(*ground);
    pass.areas_ = std::move(*areas);
    const std::array<float, 8> corners{-1, -1, 1, -1, -1, 1, 1, 1};
    pass.quad_ = gl::make_vertex_array();
    pass.corners_ = gl::make_buffer(GL_ARRAY_BUFFER, std::span<const float>(corners));
    gl::attribute(0, 2, 8, 0);
    return pass;
}

void GroundPass::draw(const PassInput& input) const {
    const gl::Program &ground = ground_.of(input), &areas = areas_.of(input);
    const GpuCity& city = input.city;
    const float distance_m = input.view.camera.distance_m;
    glDisable(GL_CULL_FACE);
    use_common(ground, input);
    const glm::vec2 centre = 0.5f * (city.low + city.high);
    ground.set("ground_centre_and_reach", glm::vec3(centre, 2.0f * glm::length(city.high - city.low) + 8.0f * distance_m + 5000.0f));
    ground.set("ground_z_m", -0.3f - distance_m * 2e-4f);  // deeper from afar, or it would flicker through the areas
    ground.set("ground_colour", input.frame.theme.ground);
    ground.set("clear", input.frame.transparent ? 1 : 0);
    ground.set("beyond_colour", input.frame.theme.beyond);
    ground.set("built_low_high", glm::vec4(city.low, city.high));
    glBindVertexArray(quad_.get());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    if (!input.view.areas || city.area_index_count == 0) return;
    use_common(areas, input);
    areas.set("area_height_m", -0.15f - distance_m * 1e-4f);
    areas.set("area_colours", std::span<const glm::vec3>(input.frame.theme.areas));
    glDepthFunc(GL_LEQUAL);
    draw_areas(city, input.statistics);
    glDepthFunc(GL_LESS);
}

}  // namespace render
