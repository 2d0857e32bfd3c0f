#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emissions/model/demand.h"
#include "emissions/reference/library.h"
#include "geo/city/city_model.h"
#include "geo/city/result.h"

namespace emissions {

/// Statistical method: cited intensities by use, supply and end use x floor area, scaled by
/// construction period (eras.csv) and climate (degree days in the US, thermal zones in China).
///
/// Heating scales with HDD18 / HDD18 of the surveys' climate, cooling with CDD18 in the same way
/// but never below a fifth or above three times: internal gains cool even where the air does not
/// ask for it.
city::Result<void> benchmark_demand(const city::CityModel& city, const reference::Library& library,
                                    const Efficiencies& efficiencies, BuildingDemand& demand,
                                    BuildingSystems& systems);

city::Result<Efficiencies> efficiencies_of(const reference::Library& library,
                                           const std::string& country);

/// Row label of eras.csv for a construction year.
std::string_view era_of(const std::string& country, float construction_year);

/// Heating and cooling degree days (base 18 °C) of the city: by its climate name, else of the
/// nearest station in about the same weather (`same_weather_km`), else nothing.
struct DegreeDays {
    double heating, cooling;
};
std::optional<DegreeDays> degree_days_of(const city::CityModel& city,
                                         const reference::Library& library);

}  // namespace emissions
