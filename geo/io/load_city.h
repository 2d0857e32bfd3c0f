#pragma once

#include <functional>
#include <map>
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
    /// Servers and databases may be asked, those that are named here or in city.toml. Not by
    /// itself: whoever wrote the city.toml need not be who opens it.
    bool allow_network = false;
    /// "buildings", "roads" -> the map offset to take out of that table's sources ("gcj02",
    /// "bd09"), in place of what city.toml says.
    std::map<std::string, std::string> shifts = {};
};

/// What a message calls it, without passwords.
std::string name_of(const CitySource& source);

struct LoadedCity {
    city::CityModel city;
    city::LoadReport report;
};

struct BuiltRows;
/// Told while reading goes on, one call at a time, what rows there are so far: in the map frame,
/// neither filled in nor freed from doubles. Reading waits for it now and then, so it had better be
/// quick.
using EarlyRows = std::function<void(const BuiltRows& so_far)>;

/// The servers and databases that this would ask, without their passwords: to be shown before it is
/// loaded. None where its city.toml cannot be read.
std::vector<std::string> network_sources_of(const CitySource& source);

/// Reads, repairs, fills in and reports. Never throws; an Error is one line for a person.
city::Result<LoadedCity> load_city(const CitySource& source, const city::Progress& progress = {},
                                   const EarlyRows& early = {});

}  // namespace geo_io
