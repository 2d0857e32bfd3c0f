#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "geo/city/chunks.h"

namespace render {

/// Writes the places of rows [first, first + places.size()), at most `city::rows_per_chunk` of
/// them, and may read back what it wrote. Asked on all cores at once: what a row goes through, from
/// its value to its place, stays in a core's own cache.
using WritePlaces = std::function<void(std::size_t first, std::span<float> places)>;

}  // namespace render
