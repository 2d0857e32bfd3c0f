#pragma once

#include <span>
#include <vector>

#include "geo/grid/ground_grid.h"

namespace grid {

/// How far the kernel reaches, in bandwidths. Give a grid this margin and nothing meets its border.
inline constexpr float kernel_reach = 3.0f;

/// Every cell's amount spread over its surroundings by a Gaussian whose standard deviation is the
/// bandwidth, cut at kernel_reach. One pass along lines, one across, on all cores. The weights add
/// up to 1 and what would cross the border of the grid is mirrored back, so the sum over all cells
/// stays what it was.
std::vector<float> smoothed(std::span<const float> amounts, const GroundGrid& grid,
                            float bandwidth_m);

}  // namespace grid
