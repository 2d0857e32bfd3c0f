#pragma once

#include "emissions/model/baseline.h"
#include "emissions/model/fleet.h"
#include "emissions/model/parameters.h"
#include "emissions/model/scenario.h"

namespace emissions {

// Targets that a city has one of, or shares of: under a scenario, in the year it looks at.
GridParameters grid_of(const Baseline& baseline, const Scenario& scenario);
NetworkParameters network_of(const Baseline& baseline, const Scenario& scenario);
/// What drives on each road, from today's fleet on.
FleetOfRoads fleet_of(const Baseline& baseline, const Scenario& scenario);

}  // namespace emissions
