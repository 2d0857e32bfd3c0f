#pragma once

#include <functional>
#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace geo_io {

/// What a user names on the command line, drops onto the window or picks in a menu.
struct CitySource {
    /// A city folder, a city.toml, or one GDAL source that holds buildings and roads (an .osm
    /// extract, a .gpkg). Also "sample:california[:buildings[:seed]]" and "sample:china...", the
    /// invented cities.
    std::string city;
    /// Loose files instead; several buildings files are tiles of one city.
    std::vector<std::string> buildings, roads;
    std::string
        region;  ///< overrides: "US-CA", "CN-GD"; empty = from city.toml or from the coordinates
};

struct LoadedCity {
    city::CityModel city;
    city::LoadReport report;
};

struct BuiltRows;
/// Told while reading goes on, one call at a time, what rows there are so far: in the map frame,
/// neither filled in nor freed from doubles. Reading waits for it now and then, so it had better be
/// quick.
using EarlyRows = std::function<void(const BuiltRows& so_far)>;

/// Reads, repairs, fills in and reports. Never throws; an Error is one line for a person.
city::Result<LoadedCity> load_city(const CitySource& source, const city::Progress& progress = {},
                                   const EarlyRows& early = {});

}  // namespace geo_io
