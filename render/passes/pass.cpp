#include "render/passes/pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

namespace render {

float PassInput::daylight() const { return std::clamp(std::sin(view.sun.elevation_rad) * 4.0f, 0.0f, 1.0f); }

void use_common(const gl::Program& program, const PassInput& input) {
    const FrameView& frame = input.frame;
    const CityView& view = input.view;
    program.use();
    program.set("clip_from_local", input.clip_from_local);
    program.set("shadow_from_local", input.shadow_from_local);
    program.set("eye_local", view.camera.eye_local());
    program.set("sun_direction", view.sun.direction());
    const float up = input.daylight();
    // Low light has crossed more air: warmer.
    const float low = 1.0f - glm::smoothstep(0.05f, 0.45f, std::sin(view.sun.elevation_rad));
    program.set("sun_colour", frame.theme.sun_colour * up * glm::mix(glm::vec3(1.0f), glm::vec3(1.12f, 0.80f, 0.52f), low));
    program.set("sky_colour", frame.theme.sky_colour * (0.72f + 0.28f * up));
    program.set("haze_colour", frame.theme.haze * (0.55f + 0.45f * up));
    // On a clear picture there is no air to the horizon that things could fade into.
    program.set("haze_distance_m", frame.transparent ? 1e9f : std::max(view.camera.distance_m * 3.2f, 4000.0f));
    program.set("shadow_strength", input.shadows ? 0.62f : 0.0f);
    program.set("shadow_map", unit::shadow_map);
    program.set("colour_scale", unit::colour_scale);
    program.set("row_values", unit::row_values);
    program.set("building_heights", unit::heights);
    program.set("missing_colour", frame.theme.missing);
    program.set("selection_colour", frame.theme.selection);
    program.set("outline_colour", frame.theme.outline);
    program.set("picture_px", glm::vec3(glm::vec2(view.picture_low_px()), frame.pixel_scale));
    glActiveTexture(GL_TEXTURE0 + unit::colour_scale);
    glBindTexture(GL_TEXTURE_2D, input.scale_texture);
    glActiveTexture(GL_TEXTURE0 + unit::shadow_map);
    glBindTexture(GL_TEXTURE_2D, input.shadow_texture);
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace render
