#pragma once

#include <string>
#include <vector>

#include "emissions/model/measure.h"
#include "emissions/model/results.h"

namespace emissions {

/// Walls and windows in one state: as they are, or after some measures. Useful energy for heating
/// and cooling in kWh a year, one row per building.
struct ThermalPackage {
    std::vector<std::string> measures;     ///< ids, in the order of the catalogue; none: as it is
    std::vector<ParameterChange> changes;  ///< all that those measures change
    Column heating_kwh, cooling_kwh;
};

/// What buildings need in a year before any system serves it, one row per building, in kWh. Useful
/// energy for heating, cooling and hot water; final energy for the rest. city::missing where
/// unknown. Filled by a method ("benchmark", "physics"); everything after it is common to both.
struct BuildingDemand {
    std::vector<ThermalPackage> packages{1};  ///< the first: as it is
    Column hot_water_kwh;
    Column lighting_kwh, appliances_kwh;
    Column cooking_electric_kwh, cooking_fuel_kwh;

    const Column& heating_kwh() const { return packages[0].heating_kwh; }
    const Column& cooling_kwh() const { return packages[0].cooling_kwh; }
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
