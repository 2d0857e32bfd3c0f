#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emissions/model/measure.h"

namespace study {

/// The measures that the program carries, all places, read once. Like the reference tables they are
/// part of the program: what cannot be read is a bug, and stops it with the row.
const std::vector<emissions::MeasureRow>& catalogue();

/// Whether some place has the measure.
bool is_measure(std::string_view id);
/// "envelope, led, ..."
std::string all_measure_ids();
/// Ids in the order of the catalogue, each once.
std::vector<std::string> measure_ids();

}  // namespace study
