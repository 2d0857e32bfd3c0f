#include "geo/words/column_role.h"

#include <algorithm>
#include <array>
#include <utility>

namespace geo_io {

namespace {

constexpr std::array<std::string_view, city::enum_count<ColumnRole>> role_names{
    "id",     "name",          "height_m", "base_m", "storeys",   "min_storey", "use",
    "year",   "floor_area_m2", "class",    "lanes",  "speed_kmh", "one_way",    "bridge",
    "tunnel", "level",         "aadt",     "part",   "kind",      "area_kind"};

// OpenStreetMap's keys and the words of our own tables, for people who write them in city.toml.
constexpr std::array<std::pair<std::string_view, ColumnRole>, 16> other_names{{
    {"height", ColumnRole::height_m},
    {"min_height", ColumnRole::base_m},
    {"base", ColumnRole::base_m},
    {"levels", ColumnRole::storeys},
    {"floors", ColumnRole::storeys},
    {"stories", ColumnRole::storeys},
    {"min_level", ColumnRole::min_storey},
    {"construction_year", ColumnRole::year},
    {"year_built", ColumnRole::year},
    {"floor_area", ColumnRole::floor_area_m2},
    {"road_class", ColumnRole::road_class},
    {"highway", ColumnRole::road_class},
    {"maxspeed", ColumnRole::speed_kmh},
    {"speed", ColumnRole::speed_kmh},
    {"oneway", ColumnRole::one_way},
    {"adt", ColumnRole::aadt},
}};

}  // namespace

std::string_view name_of(ColumnRole role) {
    return role_names[static_cast<std::size_t>(role)];
}

std::optional<ColumnRole> column_role_from_name(std::string_view name) {
    if (const auto at = std::find(role_names.begin(), role_names.end(), name);
        at != role_names.end())
        return static_cast<ColumnRole>(at - role_names.begin());
    for (const auto& [other, role] : other_names)
        if (other == name) return role;
    return std::nullopt;
}

}  // namespace geo_io
