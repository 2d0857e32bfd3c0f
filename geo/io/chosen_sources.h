#pragma once

#include "geo/city/result.h"
#include "geo/io/city_file.h"
#include "geo/io/load_city.h"

namespace geo_io {

/// The sources that a person's choice stands for: those of its city.toml, or the files themselves,
/// each with the permission to use the network that came with the choice.
city::Result<CityFile> chosen_sources(const CitySource& source);

}  // namespace geo_io
