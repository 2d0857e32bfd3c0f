#pragma once

#include <string_view>
#include <vector>

#include "emissions/building/simple_zone.h"
#include "geo/city/result.h"

namespace emissions {

/// CSV with a header; columns in any order, named as the members of SimpleZone (zone_id for `id`);
/// others are ignored. A missing column, a text where a number belongs, a negative area or a
/// repeated id is an error with its line.
city::Result<std::vector<SimpleZone>> parse_simple_zones(std::string_view csv);

}  // namespace emissions
