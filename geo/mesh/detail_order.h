#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "geo/mesh/mesh_parts.h"

namespace mesh {

/// Which class of sizes, 0 for the largest: sizes double from class to class, as in
/// Range::at_least.
inline std::uint8_t size_class(float size_m) {
    constexpr int smallest = static_cast<int>(detail_levels);
    if (size_m < 0.5f) return smallest;
    return static_cast<std::uint8_t>(smallest - 1 -
                                     std::min(std::ilogb(2.0f * size_m), smallest - 1));
}

/// From large to small, in the order they were within a class: a counting sort, since only the
/// classes matter. `each` things make one (three indices a triangle), `classes` has one entry per
/// such one. Fills the counts of `range`.
template <class T>
void sort_from_large(std::vector<T>& things, std::size_t each,
                     const std::vector<std::uint8_t>& classes, Range& range) {
    std::array<std::uint32_t, detail_levels + 2> first{};
    for (const std::uint8_t c : classes) ++first[c + 1u];
    for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
    range.count = static_cast<std::uint32_t>(classes.size());
    for (std::size_t level = 0; level < detail_levels; ++level)
        range.at_least[level] = first[detail_levels - level];
    std::vector<T> sorted(things.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const std::size_t to = each * first[classes[i]]++;
        for (std::size_t k = 0; k < each; ++k) sorted[to + k] = things[each * i + k];
    }
    things = std::move(sorted);
}

}  // namespace mesh
