#pragma once
// A loaded city without files, evaluated by the benchmark method.
#include <memory>

#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"
#include "viewer/city_slot.h"

namespace test {

inline std::shared_ptr<viewer::LoadedSlot> slot_of(city::CityModel city, const emissions::Scenario& scenario = {}) {
    auto slot = std::make_shared<viewer::LoadedSlot>();
    slot->loaded.city = std::move(city);
    auto baseline = emissions::prepare(slot->loaded.city, reference_tables());
    if (!baseline) FAIL(baseline.error().message);
    slot->baseline = *baseline;
    slot->today = emissions::evaluate(*slot->baseline, {});
    slot->now = emissions::evaluate(*slot->baseline, scenario);
    slot->near.centres = viewer::centres_of(slot->loaded.city);
    for (const float area_m2 : slot->loaded.city.buildings.floor_area_m2)
        if (!city::is_missing(area_m2)) slot->floor_area_m2 += static_cast<double>(area_m2);
    return slot;
}

/// Five buildings, the last of unknown size; and the streets of no one.
inline city::CityModel five_houses() {
    return houses({{"a", city::BuildingUse::office, 1000, 1990},
                   {"b", city::BuildingUse::residential_apartment, 2000, 1960},
                   {"c", city::BuildingUse::retail, 400, 2005},
                   {"d", city::BuildingUse::residential_detached, 150, 1950},
                   {"e", city::BuildingUse::office, city::missing, 1990}});
}

}  // namespace test
