#pragma once

#include <string>
#include <string_view>

#include "emissions/model/filter.h"
#include "geo/city/result.h"

namespace emissions {

/// Reads `use in (office, "retail") and floor_area_m2 > 2000 and year < 1980 and district = 'Old
/// town'`.
///
/// Terms are joined by "and". Words: "in", "not in" with a list in brackets, "=" and "!=" with one;
/// numbers: <, <=, >, >=. Names may be quoted with ' or "; a doubled quote stands for itself. Uses,
/// supplies and road classes must be known ones. An empty text means everything. An Error says what
/// was not understood and where.
city::Result<Filter> read_filter(std::string_view text);

/// The text of a filter; reads back to the same filter.
std::string filter_text(const Filter& filter);

}  // namespace emissions
