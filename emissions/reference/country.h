#pragma once

#include <string>

#include "emissions/reference/table.h"
#include "geo/city/result.h"

namespace emissions {

/// "US" or "CN": which country's tables a region uses. An Error for places without tables.
city::Result<std::string> country_tables_of(const std::string& region);

/// Row of grid.csv for a state or province without one of its own, by country ("US" or "CN").
/// California stands for the United States until other states have rows.
std::string national_grid(const std::string& country);

/// Thermal zone of a Chinese province as zones.csv names it ("cold"); the middle one where only the
/// country is known; empty where none is known.
std::string chinese_zone_of(const std::string& region, const reference::Table& zones);

}  // namespace emissions
