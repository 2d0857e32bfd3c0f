#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace mesh {

/// Which corners of a closed ring are needed to stay within `tolerance_m` of it (Douglas and
/// Peucker 1973), ascending. Cleared and left empty when fewer than three remain: the ring is
/// smaller than the tolerance.
void kept_corners(std::span<const glm::vec2> ring, float tolerance_m,
                  std::vector<std::uint32_t>& kept);

}  // namespace mesh
