#pragma once

#include <cstdint>

#include <glm/mat4x4.hpp>

#include "render/draw_tiles.h"
#include "render/gl/objects.h"
#include "render/gpu_city.h"
#include "render/passes/section.h"
#include "render/texture_units.h"
#include "render/views.h"

namespace render {

/// Sun and sky of one view, as the theme and the sun's height make them. Colours that light things
/// are linear.
struct Light {
    glm::vec3 sun_colour, sky_colour, zenith, horizon, sun_glow;
    float window_light;  ///< 0 by day, 1 when rooms are lit
};
Light light_of(const Theme& theme, const Sun& sun);
/// Sets what shaders/sky.glsl asks for.
void set_sky(const gl::Program& program, const Light& light, const Sun& sun);

/// All that a pass may know while one city is drawn into one part of the frame.
struct PassInput {
    const FrameView& frame;
    const CityView& view;
    const GpuCity& city;
    Light light;
    glm::mat4 clip_from_local, shadow_from_local;
    bool occlusion, shadows;
    float shadow_texel_m;
    float smallest_px;  ///< what is smaller on the screen is left out
    std::uint32_t scale_texture, shadow_texture;
    FrameStatistics& statistics;
    gl::FrameTimer* timer;  ///< none when nobody asks
    gl::Handover& handover;

    bool shaded() const { return shadows || (occlusion && city.height_map.texture); }
    TileView tiles() const {
        return {.view = view,
                .frustum = Frustum(clip_from_local),
                .smallest_px = smallest_px,
                .handover = &handover};
    }
};

/// Uses `program` and sets what shaders/frame.glsl and shaders/heat.glsl ask for; the row textures
/// come from bind_rows().
void use_common(const gl::Program& program, const PassInput& input);
/// What shaders/field.glsl asks for, of a program in use.
void use_field(const gl::Program& program, const PassInput& input);

}  // namespace render
