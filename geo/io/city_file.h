#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/result.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

/// One [buildings], [roads], [areas] or [districts] table of city.toml.
struct SourceSettings {
    std::vector<std::string> sources;  ///< several are tiles of one city
    std::string layer, crs, shift, encoding;
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
