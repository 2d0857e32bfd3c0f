#pragma once

#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/io/city_builder.h"

namespace geo_io {

/// Rows that are there twice: exact copies, several pieces of one id cut at tile edges (joined), and
/// outlines whose parts are also there. What goes is counted in the report.
void drop_doubles(city::Buildings& buildings, std::vector<RowFacts>& facts, city::LoadReport& report);

/// Rows whose place is far (hundreds of kilometres) from the middle of all others.
void drop_far_away(city::Buildings& buildings, std::vector<RowFacts>& facts, city::Roads& roads,
                   city::LoadReport& report);

/// Every empty cell gets its best guess: height from storeys and back, use from size, class, lanes and
/// speed from each other. Each filled cell is marked in `assumed` and counted in the report.
void fill_in(city::CityModel& city, city::LoadReport& report);

}  // namespace geo_io
