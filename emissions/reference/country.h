#pragma once

#include <string>

#include "geo/city/result.h"

namespace emissions {

/// "US" or "CN": which country's tables a region uses. An Error for places without tables.
city::Result<std::string> country_tables_of(const std::string& region);

}  // namespace emissions
