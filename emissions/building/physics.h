#pragma once

#include <array>
#include <vector>

#include "emissions/climate/weather_year.h"
#include "emissions/model/demand.h"
#include "emissions/model/hourly_loads.h"
#include "emissions/model/load_shapes.h"
#include "emissions/reference/library.h"
#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace emissions {

struct PhysicsOptions {
    std::size_t shape_bytes_limit = emissions::shape_bytes_limit;  ///< lower in tests
    double sun_turn_rad = 0.0;  ///< turns the sun with a turned city, for tests
};

/// Simulates every building hour by hour (zone_step.h) with its own walls, windows, neighbours and
/// shade, as it is and after the envelope measure, and fills heating, cooling, hot water, lighting
/// and appliances of `demand`. Cooking and systems stay as the benchmark method has set them; uses
/// without an archetype keep its figures. An error names the building whose result is not a number
/// although its inputs are. `shapes`, when given, comes from typical_days() and gets a thermal row
/// of its own for every building simulated, of the city as it is.
city::Result<void> physics_demand(const city::CityModel& city, const reference::Library& library,
                                  const WeatherYear& weather, BuildingDemand& demand,
                                  HourlyLoads* loads = nullptr, const PhysicsOptions& options = {},
                                  const city::Progress& progress = {},
                                  LoadShapes* shapes = nullptr);

/// One building's year, hour by hour. Loads are useful W with the shares of area and time
/// conditioned in.
struct BuildingHours {
    std::size_t building;  ///< row
    std::vector<float> outdoor_degc, air_degc, heating_w, cooling_w, lighting_w, appliances_w;
};

/// Hours of single buildings on request, neighbours and shade as in the whole city. An Error names
/// a building without archetype or height.
city::Result<std::vector<BuildingHours>> physics_hours(const city::CityModel& city,
                                                       const reference::Library& library,
                                                       const WeatherYear& weather,
                                                       const std::vector<std::size_t>& rows);

}  // namespace emissions
