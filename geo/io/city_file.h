#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/result.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

/// One [buildings], [roads], [areas] or [districts] table of city.toml.
struct SourceSettings {
    std::vector<std::string> sources;  ///< several are tiles of one city
    std::string layer, crs, encoding;
    std::string shift;  ///< "gcj02", "bd09": the offset to take out; "none": there is none
    std::optional<city::MapPoint> moved_m;  ///< shift = [east_m, north_m]: moved by that
    std::string named_region;  ///< what the user says of the city: "US-CA", "CN"; may be empty
    std::map<std::string, std::string> columns;  ///< role -> column; of [districts] only "name"
    std::map<ColumnRole, MeasureUnit> units;     ///< of the roles that are measures
    bool allow_network = false;                  ///< said by the person, never by the file
};

struct CityFile {
    city::CityInfo info;
    SourceSettings buildings, roads, areas, districts;
};

/// Reads city.toml. Unknown keys are an error with the line and the key that was probably meant;
/// paths are taken relative to the file.
city::Result<CityFile> read_city_file(const std::string& path);

}  // namespace geo_io
