#pragma once

#include <filesystem>
#include <optional>

#include "emissions/climate/weather_year.h"
#include "emissions/evaluate.h"
#include "geo/city/city_model.h"

namespace study {

city::Result<emissions::WeatherYear> read_weather_file(const std::filesystem::path& path);

/// The city's own weather file, else the built-in year nearest to it; nothing where neither is
/// known.
city::Result<std::optional<emissions::WeatherYear>> weather_of(const city::CityModel& city);

/// emissions::prepare with the city's own weather file, when it names one and the method needs it.
/// Where no weather is known the benchmark method stands in, with a warning.
city::Result<emissions::BaselinePtr> prepare_city(
    const city::CityModel& city, emissions::Method method, const city::Progress& progress = {},
    emissions::TrafficMethod traffic = emissions::TrafficMethod::road_class);

}  // namespace study
