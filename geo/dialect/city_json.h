#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "geo/city/result.h"

namespace geo_io {

/// A 3D city model in CityJSON 1.0 to 2.0 (cityjson.org/specs) as what GDAL reads.
struct CityJsonBuildings {
    /// GeoJSON: one feature a building, or a part of one where the outline lies with the parts, in
    /// the model's coordinate system. Attributes by their names, of the parent where the part has
    /// none; `building_id`; `height` in the model's unit from the highest to the lowest point where
    /// no `measuredHeight` is given.
    std::string geojson;
    std::uint64_t buildings = 0, without_shape = 0;
    std::map<std::string, std::uint64_t> other_kinds;  ///< "Road": how many were not read
    bool has_crs = false;
};

/// Errors: no JSON (with the line), nested too deep, another version, no building.
city::Result<CityJsonBuildings> read_city_json(std::string_view text);

/// The same of a CityJSON text sequence: the model's frame in the first line, a feature in each
/// other one.
city::Result<CityJsonBuildings> read_city_json_lines(std::string_view text);

}  // namespace geo_io
