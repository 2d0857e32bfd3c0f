#pragma once

#include <cstdint>

#include "emissions/reference/library.h"
#include "emissions/results.h"
#include "geo/city/city_model.h"
#include "geo/city/result.h"

namespace emissions {

/// What buildings need in a year before any system serves it, one row per building, in kWh. Useful
/// energy for heating, cooling and hot water; final energy for the rest. city::missing where unknown.
/// Filled by a method ("benchmark", "physics"); everything after it is common to both.
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

/// Statistical method: cited intensities by use, supply and end use x floor area, scaled by construction
/// period (eras.csv) and climate (degree days in the US, thermal zones in China).
///
/// Heating scales with HDD18 / HDD18 of the surveys' climate, cooling with CDD18 in the same way but never
/// below a fifth or above three times: internal gains cool even where the air does not ask for it.
city::Result<void> benchmark_demand(const city::CityModel& city, const reference::Library& library, const Efficiencies& efficiencies,
                                    BuildingDemand& demand, BuildingSystems& systems);

city::Result<Efficiencies> efficiencies_of(const reference::Library& library, const std::string& country);

/// Row label of eras.csv for a construction year.
std::string_view era_of(const std::string& country, float construction_year);

/// Heating and cooling degree days (base 18 °C) of the city: by its climate name, else of the station
/// nearest to it within 150 km, else nothing.
struct DegreeDays {
    double heating, cooling;
};
std::optional<DegreeDays> degree_days_of(const city::CityModel& city, const reference::Library& library);

}  // namespace emissions
