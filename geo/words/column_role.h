#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

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

/// The role's name in city.toml and in reports: "height_m", "class".
std::string_view name_of(ColumnRole role);
/// By its name, or by another one that people use ("maxspeed", "height", "floors").
std::optional<ColumnRole> column_role_from_name(std::string_view name);

}  // namespace geo_io
