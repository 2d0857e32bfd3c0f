#pragma once

#include <string>

#include "emissions/model/traffic_shapes.h"
#include "emissions/reference/library.h"
#include "emissions/transport/traffic.h"
#include "geo/city/result.h"

namespace emissions {

/// The slots of the year add up to 365 days of the daily mean. Months do not differ: the table has
/// none.
city::Result<TrafficShapes> traffic_shapes(const reference::Library& library,
                                           const std::string& country, const DayCounts& days);

/// The part of a scenario's road results that light vehicles cause. The heavy ones' is the rest.
RoadResults light_vehicle_part(const TrafficBaseline& traffic, const EmissionFactors& factors,
                               const FleetOfRoads& fleet);

}  // namespace emissions
