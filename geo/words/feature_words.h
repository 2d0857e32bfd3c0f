#pragma once

#include <string_view>

#include "geo/city/city_model.h"

namespace geo_io {

/// What a land-use word (OSM tags, codes of the Chinese standard) means for the ground under the
/// city.
city::AreaKind area_kind_from(std::string_view word);

}  // namespace geo_io
