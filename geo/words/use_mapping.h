#pragma once

#include <string_view>

#include "geo/city/building_use.h"
#include "geo/city/road_class.h"

namespace geo_io {

/// The use behind an attribute value: OSM tag values, assessor and CBECS words, GB 50137 and GB/T
/// 21010 codes, Chinese words anywhere in the text. `unknown` when nothing is recognised ("yes",
/// "Vacant"). The words and their sources stand in the code.
city::BuildingUse use_from_text(std::string_view value);

/// From a building's own name: only Chinese and English words that leave little doubt (酒店,
/// Hospital).
city::BuildingUse use_from_name_words(std::string_view name);

/// "highway" values with their _link and national relatives, functional class codes, Chinese words.
city::RoadClass road_class_from_text(std::string_view value);

}  // namespace geo_io
