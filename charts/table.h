#pragma once

#include <string>

#include "charts/load_curve.h"

namespace charts {

/// The figures behind the chart as CSV: a row for each hour, a column for each band, from below,
/// then `net` and `past` where there are any. In the unit of the model; missing is an empty field.
std::string table_text(const LoadCurveModel& model);

}  // namespace charts
