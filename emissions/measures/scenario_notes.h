#pragma once

#include <string>
#include <vector>

#include "emissions/model/baseline.h"
#include "emissions/model/scenario.h"

namespace emissions {

/// What of a scenario does not do what it seems to, one line each: a measure that this region does
/// not have, a filter that asks for what is not there or that nothing meets, buildings that stand
/// for a package of envelope measures that was not worked out.
std::vector<std::string> scenario_notes(const Baseline& baseline, const Scenario& scenario);

}  // namespace emissions
