#pragma once

#include <string>

#include "geo/words/use_mapping.h"

namespace geo_io {

/// use_from_text, which columns ask with few words for many rows: each word is worked out once a
/// thread.
city::BuildingUse remembered_use(const std::string& value, CodeSystem codes);

}  // namespace geo_io
