#pragma once

#include <span>
#include <vector>

#include "geo/grid/cell_shares.h"

namespace grid {

/// What the rows of each cell add up to. Missing values are counted, not taken as zero.
struct CellSums {
    std::vector<float> amount;          ///< of the rows that are known
    std::vector<float> known, unknown;  ///< rows and parts of rows

    /// Stands there anything, and is all of it unknown?
    bool is_empty(std::size_t cell) const { return known[cell] == 0.0f && unknown[cell] == 0.0f; }
    bool is_unknown(std::size_t cell) const { return known[cell] == 0.0f && unknown[cell] > 0.0f; }
};

/// Adds `values` (one per row) to the cells, each row by its shares; `sums` may be empty before.
/// One pass, parallel.
void add_to_cells(const CellShares& shares, std::span<const float> values, CellSums& sums);

}  // namespace grid
