#pragma once

#include <string_view>

#include "geo/city/road_class.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// A road's class from a code of the given table, in lower case; `unknown` where it has no such
/// code.
city::RoadClass road_class_from_code(std::string_view lower_case, CodeSystem codes);

}  // namespace geo_io
