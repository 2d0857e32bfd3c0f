#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/enum_array.h"
#include "geo/words/column_role.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

/// For each role the columns that may hold it, best first; a row takes the first one with a value.
using ColumnPlan = city::EnumArray<ColumnRole, std::vector<int>>;

/// Guesses from the columns' names: whole names that are known, names that are cut, names whose
/// words all belong to a role. `given` (role name -> column name, from city.toml) wins; a given
/// column that is not there is returned in `unknown`.
ColumnPlan guess_columns(const std::vector<std::string>& columns,
                         const std::map<std::string, std::string>& given,
                         std::vector<std::string>& unknown);

/// The unit that a column's name carries for a role: feet for "Height (ft)" and "HGT_FT".
MeasureUnit unit_in_name(std::string_view name, ColumnRole role);
/// The same from a sentence of the file about the column: "Height above ground in feet".
MeasureUnit unit_in_comment(std::string_view comment, ColumnRole role);

/// The role that the name of an unused column looks like, if it looks like one.
std::optional<ColumnRole> looks_like(std::string_view name);

}  // namespace geo_io
