#pragma once

#include <cstdint>

#include <glm/vec2.hpp>

#include "render/renderer.h"

namespace render {

/// Draws one invented house near and far into framebuffer `target`, so that the driver has made all
/// its programs before the first city comes: most do so when something is first drawn with them,
/// which would be a stutter then. Leaves nothing on the GPU; what the target shows is not worth
/// keeping.
void warm_up(Renderer& renderer, std::uint32_t target, glm::ivec2 size_px, bool shadows);

}  // namespace render
