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

/// Factors of the baseline's region under a scenario's year and GWP set, cleaner grid not yet in.
EmissionFactors factors_for(const Baseline& baseline, const Scenario& scenario);

}  // namespace emissions
