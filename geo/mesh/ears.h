#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace mesh {

/// Cuts a polygon with holes into triangles, ear by ear; holes are first joined to their outline by
/// a bridge each. Same arguments as `triangulate`. O(n^2) in the worst case, which outlines of some
/// dozen vertices never show. False, with nothing added, when it finds no ear or the areas do not
/// add up.
bool clip_ears(std::span<const glm::vec2> points, std::span<const std::uint32_t> ring_offsets,
               std::vector<std::uint32_t>& triangles);

}  // namespace mesh
