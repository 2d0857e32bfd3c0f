#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emissions/model/measure.h"
#include "emissions/reference/library.h"
#include "geo/city/result.h"

namespace emissions {

/// Rows of assets/reference/catalogue.csv, all places. Columns: id, place, target, eligible (a
/// filter), changes ("lighting_share multiply 0.5; ..."), source, address, status, note. An Error
/// names the measure and what is wrong with it.
city::Result<std::vector<MeasureRow>> read_catalogue(const reference::Library& library);

/// The measures of one region in the order of the catalogue, each from the most specific place that
/// has it: "US-CA" before "US" before "world".
std::vector<MeasureRow> measures_of(const std::vector<MeasureRow>& catalogue,
                                    std::string_view region);

/// Row of `measures` with that id, or nothing.
const MeasureRow* find_measure(const std::vector<MeasureRow>& measures, std::string_view id);

/// "wall_u_w_per_m2k at_most 0.45; infiltration_per_h multiply 0.7"
city::Result<std::vector<ParameterChange>> read_changes(std::string_view text);

}  // namespace emissions
