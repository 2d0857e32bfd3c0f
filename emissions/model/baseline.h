#pragma once

#include <string>
#include <vector>

#include "emissions/model/baseline_ptr.h"
#include "emissions/model/demand.h"
#include "emissions/model/hourly_loads.h"
#include "emissions/model/load_shapes.h"
#include "emissions/model/measure.h"
#include "emissions/model/scenario.h"
#include "emissions/model/traffic_baseline.h"
#include "emissions/model/traffic_shapes.h"
#include "emissions/model/traits.h"

namespace emissions {

namespace reference {
class Library;
}

/// Roofs as ground for solar modules.
struct Roofs {
    Column area_m2;                     ///< one row per building
    std::vector<std::uint8_t> pitched;  ///< 1: as of houses
    double yield_kwh_per_kw = 0;        ///< a year, of a kW of modules here
};

/// All of a city that does not depend on the scenario: useful demand as found and after
/// envelope measures, systems, roof area, traffic, shapes of days. Plain columns; nothing in here
/// changes once it is made.
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
    std::string weather_source;  ///< of the hourly method
    Roofs roofs;
    BuildingTraits traits;
    RoadTraits road_traits;
    std::vector<MeasureRow> measures;     ///< what can be done here, in the order of the catalogue
    Carrier fuel = Carrier::natural_gas;  ///< what is burnt on site
    /// Factors of the years and GWP sets asked for so far are cheap; the tables they come from:
    const reference::Library* library = nullptr;

    std::size_t building_count() const { return traits.count(); }
};

}  // namespace emissions
