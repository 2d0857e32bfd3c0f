#pragma once
// A loaded city without files, evaluated by the benchmark method.
#include <memory>

#include "tests/emissions/reference_tables.h"
#include "tests/support/five_houses.h"
#include "viewer/slots/loaded_slot.h"

namespace test {

inline std::shared_ptr<viewer::LoadedSlot> slot_of(city::CityModel city,
                                                   const emissions::Scenario& scenario = {}) {
    auto slot = std::make_shared<viewer::LoadedSlot>();
    slot->loaded.city = std::move(city);
    auto baseline = emissions::prepare(slot->loaded.city, reference_tables());
    if (!baseline) FAIL(baseline.error().message);
    slot->baseline = *baseline;
    slot->today = emissions::evaluate(*slot->baseline, {});
    slot->now = emissions::evaluate(*slot->baseline, scenario);
    slot->near.centres = mesh::centres_of(slot->loaded.city);
    for (const float area_m2 : slot->loaded.city.buildings.floor_area_m2)
        if (!city::is_missing(area_m2)) slot->floor_area_m2 += static_cast<double>(area_m2);
    return slot;
}

}  // namespace test
