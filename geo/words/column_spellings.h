#pragma once

#include <string_view>
#include <vector>

#include "geo/city/enum_array.h"
#include "geo/words/column_role.h"

namespace geo_io {

/// Whole names that are known, without case, blanks and marks; best first.
const city::EnumArray<ColumnRole, std::vector<std::string_view>>& column_spellings();

/// Names that are known and mean something that we do not use; a name cut at ten bytes may be one
/// of them.
const std::vector<std::string_view>& unused_spellings();

}  // namespace geo_io
