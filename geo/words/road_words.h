#pragma once

#include <string_view>

#include "geo/city/road_class.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// "highway" values with their _link and national relatives, FHWA's and TIGER's names, Chinese,
/// Korean and Japanese words, codes of the one table that belongs to the column. `unknown` where
/// nothing is recognised.
city::RoadClass road_class_from_text(std::string_view value, CodeSystem codes = CodeSystem::none);

}  // namespace geo_io
