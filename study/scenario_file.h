#pragma once

#include <string>

#include "emissions/model/scenario.h"
#include "geo/city/result.h"

namespace study {

/// A scenario as TOML: version, name, year, gwp, [[action]] with measure, share, start, end and
/// where, and [[place]] with name, buildings and roads. An [uptake] table of shares, as older files
/// have it, is read as actions that are done in full in the file's year. Unknown keys and measures
/// are an Error with the line.
city::Result<emissions::Scenario> read_scenario_file(const std::string& path);

/// The same from text; `name` stands for the file in messages.
city::Result<emissions::Scenario> read_scenario_text(std::string_view text,
                                                     const std::string& name);

std::string scenario_text(const emissions::Scenario& scenario);

}  // namespace study
