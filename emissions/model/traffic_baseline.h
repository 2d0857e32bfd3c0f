#pragma once

#include <array>
#include <string>

#include "emissions/model/results.h"

namespace emissions {

/// Traffic of each segment and what a vehicle-km emits there: everything that no scenario changes.
struct TrafficBaseline {
    Column aadt, vehicle_km, speed_kmh, heavy_share;
    std::string report;  ///< of an assignment: graph, trips, gap, in one line

    /// g per vehicle-km of combustion vehicles, {light, heavy}, at 5, 10, ... 130 km/h; wear apart.
    static constexpr std::size_t speeds = 26;
    std::array<city::EnumArray<Pollutant, std::array<float, speeds>>, 2> exhaust_g_per_km{};
    std::array<city::EnumArray<Pollutant, float>, 2> tyre_and_brake_g_per_km{};
    std::array<float, 2> diesel_share{};  ///< of combustion vehicle-km
    std::array<float, 2> electric_kwh_per_km{};
    float electric_share_today = 0;  ///< of light vehicle-km
};

}  // namespace emissions
