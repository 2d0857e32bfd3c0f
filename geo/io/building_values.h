#pragma once

#include <cstddef>

#include "geo/city/building_use.h"
#include "geo/io/row_reader.h"

namespace geo_io {

inline constexpr double highest_building_m = 1000.0;

/// What a building's columns say; NaN where they say nothing.
struct BuildingValues {
    double height_m, base_m, storeys, year, floor_area_m2;
    city::BuildingUse use = city::BuildingUse::unknown;
    UnitMarks marks;  ///< which of them wait for their unit
};

/// Reads a row. `body_height_m` is that of a 3D body, taken where no column knows (NaN = no body).
/// What is out of range, unreadable or contradictory is reported and unknown.
BuildingValues building_values(const RowReader& read, std::size_t row, double body_height_m,
                               const LayerFrame& frame, city::LoadReport& report);

/// Whether so many storeys do not fit into such a height (below 1.8 m or above 15 m each).
bool storeys_contradict(double height_m, double storeys);
/// "2.00 storeys and 90.00 m, the height is kept".
std::string contradiction_in_words(double height_m, double storeys);

}  // namespace geo_io
