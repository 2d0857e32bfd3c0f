#pragma once

#include <string>

#include "emissions/model/baseline_ptr.h"
#include "emissions/model/emission_factors.h"
#include "emissions/model/fleet.h"
#include "emissions/model/results.h"
#include "emissions/model/traffic_baseline.h"
#include "emissions/reference/library.h"
#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"

namespace emissions {

/// Counts win over either method. A known total of vehicle-km (`[controls]`) scales an assignment.
city::Result<TrafficBaseline> prepare_traffic(const city::CityModel& city,
                                              const reference::Library& library,
                                              TrafficMethod method = TrafficMethod::road_class,
                                              const city::Progress& progress = {});

/// Roads with what drives on them under a scenario, into storage that is already there.
void evaluate_traffic_into(const TrafficBaseline& traffic, const EmissionFactors& factors,
                           const FleetOfRoads& fleet, RoadResults& results);

}  // namespace emissions
