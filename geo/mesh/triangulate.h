#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace mesh {

/// A polygon with holes -> triangles.
///
/// `points` holds the outer ring (counter-clockwise) and then the holes (clockwise); ring r is
/// [ring_offsets[r], ring_offsets[r + 1]). Appends indices into `points`, three a triangle,
/// counter-clockwise. Ears are cut off one by one and checked by area; very long outlines, and
/// those that fail the check, go to the GLU tessellator. Outlines that would keep it for more than
/// some seconds are made coarser first, by at most 10 m, without the holes that are smaller.
/// Returns false when neither could (then nothing is added).
bool triangulate(std::span<const glm::vec2> points, std::span<const std::uint32_t> ring_offsets,
                 std::vector<std::uint32_t>& triangles);

}  // namespace mesh
