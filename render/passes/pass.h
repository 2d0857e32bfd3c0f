#pragma once

#include <cstdint>

#include <glm/mat4x4.hpp>

#include "render/gl/objects.h"
#include "render/gpu_city.h"
#include "render/views.h"

namespace render {

// Texture units, the same in every pass.
//   0 heights of buildings   1 places of rows   2 colour scale   3 shadow map
namespace unit {
inline constexpr int heights = 0, row_values = 1, colour_scale = 2, shadow_map = 3;
}

/// All that a pass may know while one city is drawn into one part of the frame.
struct PassInput {
    const FrameView& frame;
    const CityView& view;
    const GpuCity& city;
    glm::mat4 clip_from_local, shadow_from_local;
    bool shadows;
    float smallest_px;  ///< what is smaller on the screen is left out
    std::uint32_t scale_texture, shadow_texture;
    FrameStatistics& statistics;

    TileView tiles() const { return {view, Frustum(clip_from_local), smallest_px}; }
    /// 0 at night, 1 by day, between them while the sun rises or sets.
    float daylight() const;
};

/// Uses `program` and sets what shaders/frame.glsl and shaders/heat.glsl ask for; the row textures come from bind_rows().
void use_common(const gl::Program& program, const PassInput& input);

}  // namespace render
