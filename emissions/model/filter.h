#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/city/enum_array.h"

namespace emissions {

/// What a filter may ask of a building or of a road.
enum class Field : std::uint8_t {
    use,            ///< of the building: "office"
    era,            ///< construction period of the country's tables: "before 1978"
    year,           ///< of construction
    floor_area_m2,  ///< gross
    height_m,
    storeys,
    supply,      ///< what heats most of it: "fuel", "electricity", "district_heat"
    road_class,  ///< "residential", "motorway"
    district,    ///< a district of the city, or a place that the scenario names
    id,          ///< building_id, road_id
    count_
};

enum class Comparison : std::uint8_t { is_in, is_not_in, below, at_most, above, at_least, count_ };

/// One condition. Fields that are words know is_in and is_not_in, numbers the other four.
struct FilterTerm {
    Field field = Field::use;
    Comparison comparison = Comparison::is_in;
    std::vector<std::string> names;
    double number = 0.0;  ///< in the unit that the field's name says
    bool operator==(const FilterTerm&) const = default;
};

/// All terms hold; no term: everything. A value that is not known meets no term.
struct Filter {
    std::vector<FilterTerm> terms;
    bool empty() const { return terms.empty(); }
    bool operator==(const Filter&) const = default;
};

}  // namespace emissions
