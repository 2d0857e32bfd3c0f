#include "geo/io/source_layers.h"

#include <algorithm>
#include <array>

#include "geo/words/column_guess.h"
#include "geo/words/text_encoding.h"

namespace geo_io {

namespace {

using Role = ColumnRole;

constexpr std::array<Role, 8> building_roles{Role::height_m, Role::base_m, Role::storeys,
                                             Role::use,      Role::year,   Role::floor_area_m2,
                                             Role::id,       Role::name};
constexpr std::array<Role, 9> road_roles{Role::road_class, Role::lanes,  Role::speed_kmh,
                                         Role::one_way,    Role::bridge, Role::tunnel,
                                         Role::aadt,       Role::id,     Role::name};

bool is_given(const std::map<std::string, std::string>& given, Role role) {
    return std::any_of(given.begin(), given.end(), [role](const auto& entry) {
        return column_role_from_name(entry.first) == role;
    });
}

const ColumnUnit& unit_of(const LayerPlan& layer, int column) {
    const auto at = std::lower_bound(layer.wanted.begin(), layer.wanted.end(), column);
    return layer.units[static_cast<std::size_t>(at - layer.wanted.begin())];
}

// A name that a shapefile cut within a letter, without the rest of that letter.
std::string column_name(const LayerPlan& layer, int column) {
    std::string name = layer.columns[static_cast<std::size_t>(column)];
    for (int bytes = 0; bytes < 3 && !name.empty() && !is_valid_utf8(name); ++bytes)
        name.pop_back();
    return is_valid_utf8(name) ? name : layer.columns[static_cast<std::size_t>(column)];
}

std::vector<MeasureColumn> measures(const LayerPlan& layer, Role role, bool guessed) {
    std::vector<MeasureColumn> result;
    for (const int column : layer.roles[role])
        result.push_back({column_name(layer, column), unit_of(layer, column), guessed});
    return result;
}

// Whoever says the unit, in words; nothing for metres, which need no word.
std::string unit_in_words(const ColumnUnit& unit) {
    if (unit.unit == MeasureUnit::unstated || scale_of(unit.unit) == 1.0) return {};
    const std::string name(plural_of(unit.unit));
    switch (unit.origin) {
        case UnitOrigin::settings:
            return ", in " + name + " (city.toml says so)";
        case UnitOrigin::name:
            return ", in " + name + " (its name says so)";
        case UnitOrigin::metadata:
            return ", in " + name + " (" + unit.said_by + ")";
        case UnitOrigin::schema:
            return ", in " + name + " (published schema: " + unit.said_by + ")";
        case UnitOrigin::nobody:
            break;
    }
    return {};
}

// "looks like height", for a person.
std::string_view in_words(Role role) {
    switch (role) {
        case Role::height_m:
            return "the height";
        case Role::storeys:
            return "the number of storeys";
        case Role::year:
            return "the year of construction";
        case Role::use:
            return "the use";
        case Role::floor_area_m2:
            return "the floor area";
        case Role::road_class:
            return "the road's class";
        case Role::lanes:
            return "the number of lanes";
        case Role::speed_kmh:
            return "the speed limit";
        case Role::aadt:
            return "the traffic count";
        default:
            return name_of(role);
    }
}

}  // namespace

std::string_view table_of(ColumnRole role) {
    return std::find(road_roles.begin(), road_roles.end(), role) != road_roles.end() &&
                   std::find(building_roles.begin(), building_roles.end(), role) ==
                       building_roles.end()
               ? "[roads]"
               : "[buildings]";
}

SourceLayer source_layer(const LayerPlan& layer, const LayerCodes& codes,
                         const std::map<std::string, std::string>& given) {
    return {layer.name, codes.place,
            measures(layer, Role::height_m, !is_given(given, Role::height_m)),
            measures(layer, Role::floor_area_m2, !is_given(given, Role::floor_area_m2)),
            measures(layer, Role::speed_kmh, !is_given(given, Role::speed_kmh))};
}

void note_columns(const LayerPlan& layer, const std::map<std::string, std::string>& given,
                  std::vector<std::string>& notes) {
    const auto note = [&](Role role, bool always) {
        if (layer.roles[role].empty()) return;
        const int column = layer.roles[role].front();
        const std::string unit =
            dimension_of(role) == Dimension::none ? "" : unit_in_words(unit_of(layer, column));
        if (is_given(given, role) && unit.empty()) return;
        if (!always && unit.empty()) return;
        notes.push_back(std::string(name_of(role)) + " from column '" + column_name(layer, column) +
                        "' of layer '" + layer.name + "'" + unit);
    };
    if (layer.role != LayerPlan::Role::roads)
        for (const Role role :
             {Role::height_m, Role::storeys, Role::use, Role::year, Role::floor_area_m2})
            note(role, true);
    note(Role::speed_kmh, false);
}

city::LayerColumns columns_of(const LayerPlan& layer, bool has_buildings, bool has_roads) {
    constexpr std::size_t most_names = 200, most_suggestions = 8;
    city::LayerColumns result;
    result.layer = layer.name;
    std::vector<Role> roles;
    if (has_buildings) roles.insert(roles.end(), building_roles.begin(), building_roles.end());
    if (has_roads)
        for (const Role role : road_roles)
            if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    std::vector<bool> used(layer.columns.size(), false);
    for (const Role role : roles)
        for (const int column : layer.roles[role]) {
            used[static_cast<std::size_t>(column)] = true;
            if (static_cast<std::size_t>(column) >= layer.field_count) continue;
            result.used.emplace_back(name_of(role), column_name(layer, column));
        }
    // What a feature is, and part of what, is asked of every row.
    for (const Role role : {Role::kind, Role::part, Role::min_storey, Role::level})
        for (const int column : layer.roles[role]) used[static_cast<std::size_t>(column)] = true;
    for (const int column : {layer.tags, layer.drawing_layer})
        if (column >= 0) used[static_cast<std::size_t>(column)] = true;
    // The driver of OpenStreetMap's own format makes its columns itself.
    if (layer.is_osm) return result;
    for (std::size_t c = 0; c < layer.field_count; ++c) {
        if (used[c]) continue;
        ++result.unused_count;
        const std::string column = column_name(layer, static_cast<int>(c));
        if (result.unused.size() < most_names) result.unused.push_back(column);
        if (result.suggestions.size() >= most_suggestions) continue;
        const auto role = looks_like(column);
        if (!role || std::find(roles.begin(), roles.end(), *role) == roles.end() ||
            !layer.roles[*role].empty())
            continue;
        result.suggestions.push_back(
            "'" + column + "' of layer '" + layer.name + "' is not used: looks like " +
            std::string(in_words(*role)) + "; " + std::string(table_of(*role)) + " columns = { " +
            std::string(name_of(*role)) + " = \"" + column + "\" } in city.toml uses it");
    }
    return result;
}

}  // namespace geo_io
