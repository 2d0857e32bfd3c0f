#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/enum_array.h"

namespace geo_io {

/// What a column can mean to us.
enum class ColumnRole : std::uint8_t {
    id,
    name,
    height_m,
    base_m,
    storeys,
    min_storey,
    use,
    year,
    floor_area_m2,
    road_class,
    lanes,
    speed_kmh,
    one_way,
    bridge,
    tunnel,
    level,
    aadt,
    part,       ///< marks a part of a building that is also there as an outline
    kind,       ///< says what a feature is: "Building", "Taxlot", "water"
    area_kind,  ///< land use of an area
    count_
};

std::string_view name_of(ColumnRole role);

/// For each role the columns that may hold it, best first; a row takes the first one with a value.
using ColumnPlan = city::EnumArray<ColumnRole, std::vector<int>>;

/// Guesses from the columns' names. `given` (role name -> column name, from city.toml) wins; a
/// given column that is not there is returned in `unknown`.
ColumnPlan guess_columns(const std::vector<std::string>& columns,
                         const std::map<std::string, std::string>& given,
                         std::vector<std::string>& unknown);

}  // namespace geo_io
