#pragma once

#include <string>

#include "emissions/model/baseline.h"
#include "emissions/model/emission_factors.h"
#include "emissions/model/scenario.h"
#include "emissions/reference/library.h"
#include "geo/city/result.h"

namespace emissions {

city::Result<EmissionFactors> emission_factors(const reference::Library& library,
                                               const std::string& region, int year, GwpSet gwp);

/// Factors of the baseline's region under a scenario: its year, its GWP set, and what its measures
/// make of the grid and of heat networks.
EmissionFactors factors_for(const Baseline& baseline, const Scenario& scenario);

}  // namespace emissions
