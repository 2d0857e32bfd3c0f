#include "geo/words/code_system.h"

#include <algorithm>

#include "geo/words/name_words.h"

namespace geo_io {

CodePlace code_place(std::string_view country, double lon_deg, double lat_deg) {
    if (country == "CN") return CodePlace::china;
    // The five boroughs lie in this box; what else does is New Jersey's, with codes of its own
    // words.
    const bool boroughs =
        lon_deg > -74.27 && lon_deg < -73.68 && lat_deg > 40.48 && lat_deg < 40.93;
    if (boroughs && (country.empty() || country == "US")) return CodePlace::new_york_city;
    if (country == "US") return CodePlace::united_states;
    return country.empty() ? CodePlace::unknown : CodePlace::elsewhere;
}

CodeSystem use_codes_of(std::string_view column, CodePlace place) {
    const std::string name = plain_name(column);
    const auto any = [&name](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    switch (place) {
        case CodePlace::china:
            return CodeSystem::gb_land_use;
        case CodePlace::new_york_city:
            if (any({"landuse", "lu", "landusecode"})) return CodeSystem::pluto_land_use;
            if (any({"bldgclass", "buildingclass", "bldgcl", "bldgclas", "buildingclasscategory"}))
                return CodeSystem::pluto_building_class;
            [[fallthrough]];
        case CodePlace::united_states:
            if (name.substr(0, 5) == "naics") return CodeSystem::naics;
            if (name.substr(0, 3) == "occ") return CodeSystem::occupancy_group;
            return CodeSystem::none;
        case CodePlace::elsewhere:
        case CodePlace::unknown:
            break;
    }
    if (column.find("용도") != std::string_view::npos) return CodeSystem::korean_use;
    return CodeSystem::none;
}

CodeSystem road_codes_of(std::string_view column, CodePlace place,
                         const std::vector<std::string>& columns) {
    const std::string name = plain_name(column);
    const auto begins = [&name](std::string_view start) {
        return name.substr(0, start.size()) == start;
    };
    const auto layer_has = [&columns](std::string_view wanted) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const std::string& other) { return plain_name(other) == wanted; });
    };
    // These names are products' own, wherever the roads lie.
    if (begins("mtfcc")) return CodeSystem::mtfcc;
    if (name == "cfcc") return CodeSystem::cfcc;
    if (name == "rttyp") return CodeSystem::rttyp;
    if (name == "roadrank") return CodeSystem::korean_road;
    if (place == CodePlace::china) return CodeSystem::chinese_road;
    if (begins("fsystem") || name == "functionalsystem") return CodeSystem::f_system;
    if (begins("func") || begins("fclass") || begins("fc")) {
        // HERE's streets have these; its class 2 is no freeway, and its 5 the local street.
        const bool here = layer_has("linkid") || layer_has("dirtravel") || layer_has("speedcat") ||
                          layer_has("arlinkid");
        const bool american =
            place == CodePlace::united_states || place == CodePlace::new_york_city;
        return here || !american ? CodeSystem::here_class : CodeSystem::fhwa_rural_urban;
    }
    return CodeSystem::none;
}

}  // namespace geo_io
