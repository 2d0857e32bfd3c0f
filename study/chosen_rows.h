#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emissions/model/scenario.h"
#include "geo/city/city_model.h"

namespace study {

/// Buildings and roads of one city that were chosen together: rows, ascending.
struct ChosenRows {
    std::vector<std::uint32_t> buildings, roads;
    bool empty() const { return buildings.empty() && roads.empty(); }
    bool operator==(const ChosenRows&) const = default;
};

/// What a drawn outline does to what was chosen before: plain, with shift, with alt.
enum class Combine : std::uint8_t { replace, add, remove };
ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine);

/// The chosen rows under a name, by their ids: at such a place a scenario's actions can be aimed.
emissions::Place place_of(const city::CityModel& city, const ChosenRows& chosen,
                          const std::string& name);

}  // namespace study
