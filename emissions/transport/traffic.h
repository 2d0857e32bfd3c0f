#pragma once

#include <array>
#include <string>

#include "emissions/accounting/factors.h"
#include "emissions/reference/library.h"
#include "emissions/results.h"
#include "emissions/scenario/scenario.h"
#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace emissions {

/// Traffic of each segment and what a vehicle-km emits there: everything that no scenario changes.
struct TrafficBaseline {
    Column aadt, vehicle_km, speed_kmh, heavy_share;
    std::string report;  ///< of an assignment: graph, trips, gap, in one line

    /// g per vehicle-km of combustion vehicles, {light, heavy}, at 5, 10, ... 130 km/h; wear apart.
    static constexpr std::size_t speeds = 26;
    std::array<city::EnumArray<Pollutant, std::array<float, speeds>>, 2> exhaust_g_per_km{};
    std::array<city::EnumArray<Pollutant, float>, 2> tyre_and_brake_g_per_km{};
    std::array<float, 2> diesel_share{};       ///< of combustion vehicle-km
    std::array<float, 2> electric_kwh_per_km{};
    float electric_share_today = 0;            ///< of light vehicle-km
};

/// Where the traffic of an uncounted road comes from.
enum class TrafficMethod : std::uint8_t {
    road_class,  ///< the class's usual traffic x lanes over usual lanes
    assignment,  ///< trips of buildings and of the map's edge on the road graph; local streets keep at least the usual traffic
};

/// Counts win over either method. A known total of vehicle-km (`[controls]`) scales an assignment.
city::Result<TrafficBaseline> prepare_traffic(const city::CityModel& city, const reference::Library& library, TrafficMethod method = TrafficMethod::road_class, const city::Progress& progress = {});

/// Roads under `scenario`, into storage that is already there.
void evaluate_traffic_into(const TrafficBaseline& traffic, const EmissionFactors& factors, const Scenario& scenario, RoadResults& results);

}  // namespace emissions
