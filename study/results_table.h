#pragma once

#include <string>
#include <vector>

#include "emissions/model/results.h"
#include "geo/city/city_model.h"
#include "geo/io/table_export.h"
#include "study/chosen_rows.h"

namespace study {

/// "height_m;use": the inputs of a row that were not in the data; empty when all were.
std::string assumed_text(city::Assumed assumed);

/// The columns of `twinscape results`, which scripts depend on; new ones go to the end.
geo_io::TableLayer buildings_table(const city::CityModel& city, const emissions::Results& results);
geo_io::TableLayer roads_table(const city::CityModel& city, const emissions::Results& results);

/// The same columns of some rows only, to a file that table_export knows by its ending.
city::Result<void> write_chosen(const std::string& path, const city::CityModel& city,
                                const emissions::Results& results, const ChosenRows& chosen);

}  // namespace study
