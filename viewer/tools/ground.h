#pragma once

#include <array>
#include <optional>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "render/camera.h"

namespace viewer {

// Between the ground (z = 0, local metres) and the pixels of a view (origin top left). Pure.

/// Where the ray through a pixel meets the ground; none above the horizon.
std::optional<glm::vec2> ground_point(const render::Camera& camera, glm::vec2 at_px,
                                      glm::vec2 size_px);

/// Where a point appears; none behind the eye.
std::optional<glm::vec2> pixel_of(const render::Camera& camera, glm::vec3 local, glm::vec2 size_px);

/// The ground that a view shows, as its corners from bottom left, counter-clockwise. Towards the
/// horizon it ends `furthest_m` from the eye.
std::array<glm::vec2, 4> visible_ground(const render::Camera& camera, float aspect,
                                        float furthest_m);

}  // namespace viewer
