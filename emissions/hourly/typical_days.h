#pragma once

#include "emissions/building/archetype.h"
#include "emissions/climate/weather_year.h"
#include "emissions/model/load_shapes.h"
#include "geo/city/city_model.h"

namespace emissions {

/// Shapes of every building without simulating any: hot water, lighting, appliances and cooking by
/// the schedules of the archetype, heating and cooling by degree hours (base 18 °C) while the
/// schedule keeps the plant on, roof solar by the irradiation of the weather. Buildings without an
/// archetype are flat over the day.
///
/// The hourly method replaces the rows of heating and cooling for the buildings that it simulates.
/// `weather` may be none: then winter is January and summer July, and `season_assumed` says so.
LoadShapes typical_days(const city::CityModel& city, const Archetypes* archetypes,
                        const WeatherYear* weather);

}  // namespace emissions
