#pragma once

#include <string>

#include "geo/io/load_city.h"

namespace geo_io {

/// "sample:california[:buildings[:seed]]", "sample:china...": the invented cities.
bool is_sample(const std::string& source);
city::Result<LoadedCity> load_sample(const std::string& source);

}  // namespace geo_io
