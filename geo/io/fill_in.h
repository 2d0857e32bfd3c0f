#pragma once

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"

namespace geo_io {

/// Every empty cell gets its best guess: height from storeys and back, use from size, class, lanes
/// and speed from each other. Each filled cell is marked in `assumed` and counted in the report.
void fill_in(city::CityModel& city, city::LoadReport& report);

}  // namespace geo_io
