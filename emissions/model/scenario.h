#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emissions/model/filter.h"

namespace emissions {

/// Years that a scenario can look at and actions can have: those that the grid tables speak of.
inline constexpr int first_scenario_year = 2015, last_scenario_year = 2060;

enum class GwpSet : std::uint8_t { ar4, ar5, ar6, count_ };

/// One measure carried out somewhere, from one year to another.
struct Action {
    std::string measure;  ///< id of a catalogue row
    Filter where;         ///< beside what the measure is eligible for at all
    /// 0..1: of the buildings meant; for vehicles of vehicle-km, for grid and heat networks the
    /// share of the way from the year's supply to what the measure makes of it.
    float share = 0.0f;
    int start_year = 2024,
        end_year = 2024;  ///< nothing before the start, all of it from the end on
    bool operator==(const Action&) const = default;
};

/// Buildings and roads that were drawn on the map and named; a filter calls them a district.
struct Place {
    std::string name;
    std::vector<std::string> buildings, roads;  ///< building_id, road_id
    bool operator==(const Place&) const = default;
};

/// Actions, looked at in one year. The default is the city as it is.
///
/// Which buildings have acted is decided by their place in a queue, made of the measure's and the
/// building's id alone (measures/uptake.h): a larger share only ever adds buildings.
struct Scenario {
    std::string name = "today";
    int year = 2024;
    std::vector<Action> actions;  ///< later ones change what earlier ones have left
    std::vector<Place> places;
    GwpSet gwp = GwpSet::ar6;

    bool operator==(const Scenario&) const = default;
};

}  // namespace emissions
