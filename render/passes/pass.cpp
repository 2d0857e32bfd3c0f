#include "render/passes/pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

namespace render {

Light light_of(const Theme& theme, const Sun& sun) {
    const float height = std::sin(sun.elevation_rad);
    // Fades out at the horizon; twilight lasts until the sun is eight degrees below it.
    const float day = glm::smoothstep(-0.02f, 0.16f, height),
                twilight = glm::smoothstep(-0.14f, 0.10f, height);
    // Low light has crossed more air: warmer, and the eye adapts to it.
    const float low = 1.0f - glm::smoothstep(0.04f, 0.45f, height);
    // The eye adapts to a high sun: open ground never gets more than it has under the fixed one.
    const float exposure = std::min(1.0f, std::sin(Sun{}.elevation_rad) / std::max(height, 1e-3f));
    Light light{};
    light.sun_colour = theme.sun_colour * exposure * day *
                       glm::mix(glm::vec3(1.0f), glm::vec3(2.1f, 1.22f, 0.62f), low);
    // Night is blue, and so is what little it lights.
    const glm::vec3 night = glm::mix(glm::vec3(0.76f, 0.87f, 1.12f), glm::vec3(1.0f), twilight);
    light.sky_colour = night * theme.sky_colour * glm::mix(theme.night_share, 1.0f, twilight) *
                       glm::mix(glm::vec3(1.0f), glm::vec3(1.14f, 1.08f, 1.14f), low);
    const glm::vec3 afterglow = glm::vec3(0.42f, 0.20f, 0.06f) * twilight * low;
    light.zenith = night * glm::mix(theme.zenith, theme.low_sun_zenith, low) *
                   glm::mix(theme.night_share, 1.0f, twilight);
    light.horizon = night * glm::mix(theme.horizon, theme.low_sun_horizon, low * twilight) *
                    glm::mix(theme.night_share, 1.0f, twilight);
    light.sun_glow = theme.sun_glow * day * (1.0f + 1.5f * low) + afterglow;
    light.window_light = (1.0f - glm::smoothstep(-0.03f, 0.14f, height));
    return light;
}

void set_sky(const gl::Program& program, const Light& light, const Sun& sun) {
    program.set("sun_direction", sun.direction());
    program.set("zenith_colour", light.zenith);
    program.set("horizon_colour", light.horizon);
    program.set("sun_glow", light.sun_glow);
}

void use_common(const gl::Program& program, const PassInput& input) {
    const FrameView& frame = input.frame;
    const CityView& view = input.view;
    program.use();
    set_sky(program, input.light, view.sun);
    program.set("clip_from_local", input.clip_from_local);
    program.set("shadow_from_local", input.shadow_from_local);
    program.set("eye_local", view.camera.eye_local());
    program.set("sun_colour", input.light.sun_colour);
    program.set("sky_colour", input.light.sky_colour);
    program.set("window_light", input.light.window_light);
    // On a clear picture there is no air to the horizon that things could fade into.
    program.set("haze_distance_m",
                frame.transparent ? 1e9f : std::max(view.camera.distance_m * 2.7f, 3600.0f));
    const HeightMap& heights = input.city.height_map;
    program.set("shadow_strength", input.shadows ? 0.92f : 0.0f);
    program.set("shadow_texel_m", input.shadow_texel_m);
    program.set("occlusion_strength", input.occlusion && heights.texture ? 0.85f : 0.0f);
    program.set("height_map_place", glm::vec3(heights.low, 1.0f / heights.edge_m));
    program.set("height_map_texel_m", heights.texel_m);
    program.set("height_map", unit::height_map);
    program.set("shadow_map", unit::shadow_map);
    program.set("colour_scale", unit::colour_scale);
    program.set("row_places", unit::row_places);
    program.set("row_marks", unit::row_marks);
    program.set("building_heights", unit::heights);
    program.set("quad_words", unit::quad_words);
    program.set("missing_colour", frame.theme.missing);
    program.set("selection_colour", frame.theme.selection);
    program.set("outline_colour", frame.theme.outline);
    program.set("picture_px", glm::vec3(glm::vec2(view.picture_low_px()), frame.pixel_scale));
    glActiveTexture(GL_TEXTURE0 + unit::colour_scale);
    glBindTexture(GL_TEXTURE_2D, input.scale_texture);
    glActiveTexture(GL_TEXTURE0 + unit::shadow_map);
    glBindTexture(GL_TEXTURE_2D, input.shadow_texture);
    glActiveTexture(GL_TEXTURE0 + unit::height_map);
    glBindTexture(GL_TEXTURE_2D, heights.texture.get());
    glActiveTexture(GL_TEXTURE0);
}

void use_field(const gl::Program& program, const PassInput& input) {
    const GpuField& field = input.city.field;
    const Raster& raster = field.raster;
    program.set("field_places", unit::field);
    program.set(
        "field_low_and_size_m",
        glm::vec4(raster.low_local, raster.cell_m * glm::vec2(static_cast<float>(raster.columns),
                                                              static_cast<float>(raster.lines))));
    program.set("field_both_ways", input.view.field_both_ways ? 1.0f : 0.0f);
    glActiveTexture(GL_TEXTURE0 + unit::field);
    glBindTexture(GL_TEXTURE_2D, field.texture.get());
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace render
