#pragma once

#include <string>
#include <vector>

#include "emissions/results.h"
#include "geo/city/city_model.h"
#include "geo/io/table_export.h"

namespace viewer {

/// "height_m;use": the inputs of a row that were not in the data; empty when all were.
std::string assumed_text(city::Assumed assumed);

/// The columns of `twinscape results`, which scripts depend on; new ones go to the end.
geo_io::TableLayer buildings_table(const city::CityModel& city, const emissions::Results& results);
geo_io::TableLayer roads_table(const city::CityModel& city, const emissions::Results& results);

}  // namespace viewer
