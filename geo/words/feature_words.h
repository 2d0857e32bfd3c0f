#pragma once

#include <string_view>

#include "geo/city/city_model.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// What a land-use word (OSM tags; in China also EULUC-China's codes) means for the ground under
/// the city.
city::AreaKind area_kind_from(std::string_view word, CodePlace place = CodePlace::unknown);

}  // namespace geo_io
