#pragma once

#include <vector>

#include "emissions/building/demand.h"
#include "emissions/building/physics.h"
#include "emissions/evaluate.h"
#include "emissions/hourly/load_shapes.h"
#include "emissions/hourly/traffic_shapes.h"
#include "emissions/transport/traffic.h"

namespace emissions {

/// See evaluate.h. Plain columns; nothing in here changes once it is made.
struct Baseline {
    Method method = Method::benchmark;
    std::string region, country;
    BuildingDemand demand;
    BuildingSystems systems;
    Efficiencies efficiencies{};
    TrafficBaseline traffic;
    HourlyLoads loads;                       ///< of the hourly method; empty under the other
    LoadShapes shapes;                       ///< when each building needs its energy; by either method
    TrafficShapes traffic_hours;
    std::string weather_source;              ///< of the hourly method
    Column pv_potential_kwh;                 ///< a year, of the usable roof; 0 under other roofs
    std::vector<city::BuildingUse> use;      ///< for the inventory's sectors
    city::EnumArray<Measure, Column> queue;  ///< queue_place of every building
    Carrier fuel = Carrier::natural_gas;     ///< what is burnt on site
    float heat_pump_heating_cop = 3, heat_pump_hot_water_cop = 3, efficient_cooling_factor = 1, led_factor = 1;
    /// Factors of the years and GWP sets asked for so far are cheap; the tables they come from:
    const reference::Library* library = nullptr;

    std::size_t building_count() const { return pv_potential_kwh.size(); }
};

/// Factors of the baseline's region under a scenario's year and GWP set, cleaner grid not yet in.
EmissionFactors factors_for(const Baseline& baseline, const Scenario& scenario);

}  // namespace emissions
