#pragma once

#include <cstdint>
#include <vector>

#include "geo/grid/ground_grid.h"

namespace grid {

/// Which part of which row (building or road) lies in a cell: cell c holds entries [offsets[c],
/// offsets[c + 1]). The shares of a row add up to 1. Made once per city and grid: then every change
/// of values is one pass over it.
struct CellShares {
    struct Entry {
        std::uint32_t row;
        float share;
    };
    std::vector<std::uint32_t> offsets{0};
    std::vector<Entry> entries;
};

/// By the area of the footprint in each cell, holes taken off. Without an area that can be measured
/// (a sliver, a ring that crosses itself) all of the row goes to the cell of its first corner.
/// Parallel.
CellShares shares_of_footprints(const city::Rings& footprints, const city::LocalFrame& frame,
                                const GroundGrid& grid);

/// By the length of the line in each cell. Rows whose `counted` is 0 are left out; empty: all
/// count. Parallel.
CellShares shares_of_lines(const city::Lines& lines, const city::LocalFrame& frame,
                           const GroundGrid& grid, const std::vector<std::uint8_t>& counted = {});

}  // namespace grid
