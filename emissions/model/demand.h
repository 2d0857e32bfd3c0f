#pragma once

#include "emissions/model/results.h"

namespace emissions {

/// What buildings need in a year before any system serves it, one row per building, in kWh. Useful
/// energy for heating, cooling and hot water; final energy for the rest. city::missing where
/// unknown. Filled by a method ("benchmark", "physics"); everything after it is common to both.
struct BuildingDemand {
    Column heating_kwh, heating_retrofit_kwh;  ///< as it is, and after the envelope measure
    Column cooling_kwh, cooling_retrofit_kwh;
    Column hot_water_kwh;
    Column lighting_kwh, appliances_kwh;
    Column cooking_electric_kwh, cooking_fuel_kwh;

    void resize(std::size_t count);
};

/// Who serves the demand today: shares of the useful energy, one row per building.
struct BuildingSystems {
    Column heating_electric_share, heating_district_share;  ///< the rest burns fuel on site
    Column hot_water_electric_share;

    void resize(std::size_t count);
};

/// Efficiencies of today's equipment, useful per final.
struct Efficiencies {
    double fuel_heating, electric_heating, fuel_hot_water, electric_hot_water, cooling_cop;
};

}  // namespace emissions
