#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emissions/accounting/uncertainty.h"
#include "emissions/model/scenario.h"
#include "viewer/slots/loaded_slot.h"
#include "viewer/tools/selection.h"

namespace viewer {

/// Of the rows that are chosen together; made when they or the results change.
struct ChosenTotals {
    struct Figure {
        double now = 0, today = 0;
        std::size_t unknown = 0;  ///< rows without a value, left out of both sums
    };
    std::size_t buildings = 0, roads = 0,
                unknown = 0;  ///< unknown: rows that lack at least one figure
    double floor_area_m2 = 0, road_m = 0;
    Figure energy_kwh, co2e_kg, nox_kg, pm25_kg;
};
/// `now` in place of the slot's own: those of a scenario that is not on the screen yet.
ChosenTotals chosen_totals(const LoadedSlot& slot, const emissions::Results& now,
                           const ChosenRows& chosen);
ChosenTotals chosen_totals(const LoadedSlot& slot, const ChosenRows& chosen);

/// Totals of one city, summed by the worker that evaluates it, not once a frame.
struct CityTotals {
    double floor_area_m2 = 0, population = 0;
    double energy_kwh = 0, co2e_kg = 0, nox_kg = 0, pm25_kg = 0;
    emissions::Range90 energy_range_kwh, co2e_range_kg, nox_range_kg;
    double energy_today_kwh = 0, co2e_today_kg = 0, nox_today_kg = 0, pm25_today_kg = 0;
    ChosenTotals chosen;
    std::vector<std::string> scenario_notes;  ///< what of the scenario does nothing here
};
/// All but `chosen`. Reads neither `slot.now` nor what is emptied or added after the first picture,
/// so that a worker may do it beside the screen's thread. `before`: totals of the same slot and
/// baseline, whose sums of today are taken over.
CityTotals totals_of(const LoadedSlot& slot, const emissions::Results& now,
                     const emissions::Scenario& scenario, const CityTotals* before = nullptr);
CityTotals totals_of(const LoadedSlot& slot, const emissions::Scenario& scenario);

}  // namespace viewer
