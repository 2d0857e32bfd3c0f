#pragma once

#include <cstddef>
#include <functional>
#include <span>

namespace render {

/// Writes the places of rows [first, first + places.size()), at most `place_chunk` of them, and may read back what it wrote.
/// Asked on all cores at once: what a row goes through, from its value to its place, stays in a core's own cache.
using WritePlaces = std::function<void(std::size_t first, std::span<float> places)>;
inline constexpr std::size_t place_chunk = 8192;
/// Cuts `count` rows into such parts. Parallel.
void in_chunks(std::size_t count, const std::function<void(std::size_t first, std::size_t rows)>& use);

}  // namespace render
