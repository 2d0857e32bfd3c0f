#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "geo/city/load_report.h"

namespace commands {

/// What the layers' columns were used for, as `check --json` writes it: an array of {layer, used:
/// {role: column}, used_where_empty: {role: [columns]}, unused, unused_count, suggestions}.
nlohmann::json columns_json(const std::vector<city::LayerColumns>& layers);

/// The lines of `check` about columns that were not used, bounded however many there are.
std::string columns_text(const std::vector<city::LayerColumns>& layers);

}  // namespace commands
