#pragma once

#include <string>

#include "emissions/model/scenario.h"
#include "geo/city/result.h"

namespace study {

/// A scenario as TOML: name, year, gwp and an [uptake] table of shares. Unknown keys are an error.
city::Result<emissions::Scenario> read_scenario_file(const std::string& path);
std::string scenario_text(const emissions::Scenario& scenario);

}  // namespace study
