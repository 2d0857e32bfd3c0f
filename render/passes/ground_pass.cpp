#include "render/passes/ground_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/vector_relational.hpp>

namespace render {

Ground ground_of(const GpuCity& city, const CityView& view) {
    const float distance_m = view.camera.distance_m;
    // Deeper from afar, or it would flicker through the areas.
    return {0.5f * (city.low + city.high),
            2.0f * glm::length(city.high - city.low) + 8.0f * distance_m + 5000.0f,
            -0.3f - distance_m * 2e-4f};
}

int rows_without_sky(const Ground& ground, const CityView& view) {
    const glm::dmat4 clip_from_local(view.clip_from_local()),
        local_from_clip = glm::inverse(clip_from_local);
    const auto local_at = [&](double x, double y, double depth) {
        const glm::dvec4 at = local_from_clip * glm::dvec4(x, y, depth, 1.0);
        return glm::dvec3(at) / at.w;
    };
    const glm::dvec3 eye(view.camera.eye_local());
    const auto is_ground = [&](double x, double y) {
        const glm::dvec3 ray = local_at(x, y, 0.5) - eye;
        const double far = (static_cast<double>(ground.z_m) - eye.z) / ray.z;
        if (!(far > 0.0)) return false;
        const glm::dvec3 hit = eye + far * ray;
        const glm::dvec4 clip = clip_from_local * glm::dvec4(hit, 1.0);
        return clip.z < 0.999 * clip.w &&
               glm::all(glm::lessThan(glm::abs(glm::dvec2(hit) - glm::dvec2(ground.centre)),
                                      glm::dvec2(0.99 * static_cast<double>(ground.reach_m))));
    };
    // Ground that is in reach and before the far plane is convex: where both ends of two rows lie
    // on it, so does all between.
    const auto both_ends = [&](double y) { return is_ground(-1.0, y) && is_ground(1.0, y); };
    if (!both_ends(-1.0)) return 0;
    if (both_ends(1.0)) return view.size_px.y;
    double covered = -1.0, open = 1.0;
    for (int halved = 0; halved < 12; ++halved)
        (both_ends(0.5 * (covered + open)) ? covered : open) = 0.5 * (covered + open);
    return std::max(0, static_cast<int>(0.5 * (covered + 1.0) * view.size_px.y) - 1);
}

city::Result<GroundPass> GroundPass::make() {
    GroundPass pass;
    auto ground = LitProgram::make("ground.vert", "ground.frag"),
         areas = LitProgram::make("areas.vert", "areas.frag");
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
    const Ground square = ground_of(city, input.view);
    ground.set("ground_centre_and_reach", glm::vec3(square.centre, square.reach_m));
    ground.set("ground_z_m", square.z_m);
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
