#include "study/chosen_rows.h"

#include <algorithm>
#include <iterator>

namespace study {

namespace {

std::vector<std::uint32_t> combined(const std::vector<std::uint32_t>& before,
                                    const std::vector<std::uint32_t>& drawn, Combine combine) {
    std::vector<std::uint32_t> rows;
    if (combine == Combine::replace) return drawn;
    if (combine == Combine::add)
        std::set_union(before.begin(), before.end(), drawn.begin(), drawn.end(),
                       std::back_inserter(rows));
    else
        std::set_difference(before.begin(), before.end(), drawn.begin(), drawn.end(),
                            std::back_inserter(rows));
    return rows;
}

}  // namespace

ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine) {
    return {combined(before.buildings, drawn.buildings, combine),
            combined(before.roads, drawn.roads, combine)};
}

emissions::Place place_of(const city::CityModel& city, const ChosenRows& chosen,
                          const std::string& name) {
    emissions::Place place{name, {}, {}};
    for (const std::uint32_t i : chosen.buildings)
        if (i < city.buildings.count()) place.buildings.emplace_back(city.buildings.id[i]);
    for (const std::uint32_t i : chosen.roads)
        if (i < city.roads.count()) place.roads.emplace_back(city.roads.id[i]);
    return place;
}

}  // namespace study
