#pragma once

#include <string>
#include <vector>

#include "emissions/model/baseline_ptr.h"
#include "emissions/model/demand.h"
#include "emissions/model/hourly_loads.h"
#include "emissions/model/load_shapes.h"
#include "emissions/model/scenario.h"
#include "emissions/model/traffic_baseline.h"
#include "emissions/model/traffic_shapes.h"
#include "geo/city/building_use.h"

namespace emissions {

namespace reference {
class Library;
}

/// All of a city that does not depend on the scenario: useful demand as found and after an envelope
/// retrofit, systems, roof area, traffic, shapes of days. Plain columns; nothing in here changes
/// once it is made.
struct Baseline {
    Method method = Method::benchmark;
    std::string region, country;
    BuildingDemand demand;
    BuildingSystems systems;
    Efficiencies efficiencies{};
    TrafficBaseline traffic;
    HourlyLoads loads;  ///< of the hourly method; empty under the other
    LoadShapes shapes;  ///< when each building needs its energy; by either method
    TrafficShapes traffic_hours;
    std::string weather_source;              ///< of the hourly method
    Column pv_potential_kwh;                 ///< a year, of the usable roof; 0 under other roofs
    std::vector<city::BuildingUse> use;      ///< for the inventory's sectors
    city::EnumArray<Measure, Column> queue;  ///< queue_place of every building
    Carrier fuel = Carrier::natural_gas;     ///< what is burnt on site
    float heat_pump_heating_cop = 3, heat_pump_hot_water_cop = 3, efficient_cooling_factor = 1,
          led_factor = 1;
    /// Factors of the years and GWP sets asked for so far are cheap; the tables they come from:
    const reference::Library* library = nullptr;

    std::size_t building_count() const { return pv_potential_kwh.size(); }
};

}  // namespace emissions
