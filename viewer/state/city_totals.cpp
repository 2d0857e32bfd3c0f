#include "viewer/state/city_totals.h"

#include <algorithm>

#include "emissions/measures/scenario_notes.h"
#include "study/quantity.h"

namespace viewer {

using study::Quantity;

ChosenTotals chosen_totals(const LoadedSlot& slot, const ChosenRows& chosen) {
    return chosen_totals(slot, slot.now, chosen);
}

ChosenTotals chosen_totals(const LoadedSlot& slot, const emissions::Results& now,
                           const ChosenRows& chosen) {
    ChosenTotals t;
    const auto& city = slot.loaded.city;
    for (const std::uint32_t i : chosen.buildings) {
        if (i >= city.buildings.count()) continue;
        ++t.buildings;
        if (!city::is_missing(city.buildings.floor_area_m2[i]))
            t.floor_area_m2 += static_cast<double>(city.buildings.floor_area_m2[i]);
    }
    for (const std::uint32_t i : chosen.roads) {
        if (i >= city.roads.count()) continue;
        ++t.roads;
        if (!city::is_missing(city.roads.length_m[i]))
            t.road_m += static_cast<double>(city.roads.length_m[i]);
    }
    const auto figure = [&](Quantity quantity) {
        ChosenTotals::Figure f;
        f.today = rows_total(slot.today, quantity, chosen.buildings, chosen.roads);
        f.now = rows_total(now, quantity, chosen.buildings, chosen.roads, &f.unknown);
        t.unknown = std::max(t.unknown, f.unknown);
        return f;
    };
    t.energy_kwh = figure(Quantity::energy);
    t.co2e_kg = figure(Quantity::co2e);
    t.nox_kg = figure(Quantity::nox);
    t.pm25_kg = figure(Quantity::pm25);
    return t;
}

CityTotals totals_of(const LoadedSlot& slot, const emissions::Scenario& scenario) {
    return totals_of(slot, slot.now, scenario);
}

CityTotals totals_of(const LoadedSlot& slot, const emissions::Results& now,
                     const emissions::Scenario& scenario, const CityTotals* before) {
    CityTotals t;
    t.floor_area_m2 = slot.floor_area_m2;
    t.population = slot.loaded.city.info.population;
    t.energy_kwh = city_total(now, Quantity::energy);
    t.co2e_kg = city_total(now, Quantity::co2e);
    t.nox_kg = city_total(now, Quantity::nox);
    t.pm25_kg = city_total(now, Quantity::pm25);
    if (slot.baseline) {
        t.scenario_notes = emissions::scenario_notes(*slot.baseline, scenario);
        const auto range = emissions::uncertainty_of(*slot.baseline, scenario, now);
        t.energy_range_kwh = range.energy_kwh;
        t.co2e_range_kg = range.emitted_kg[emissions::Pollutant::co2e];
        t.nox_range_kg = range.emitted_kg[emissions::Pollutant::nox];
    }
    if (before != nullptr) {
        t.energy_today_kwh = before->energy_today_kwh;
        t.co2e_today_kg = before->co2e_today_kg;
        t.nox_today_kg = before->nox_today_kg;
        t.pm25_today_kg = before->pm25_today_kg;
        return t;
    }
    t.energy_today_kwh = city_total(slot.today, Quantity::energy);
    t.co2e_today_kg = city_total(slot.today, Quantity::co2e);
    t.nox_today_kg = city_total(slot.today, Quantity::nox);
    t.pm25_today_kg = city_total(slot.today, Quantity::pm25);
    return t;
}

}  // namespace viewer
