#pragma once

#include <cstddef>
#include <string_view>

namespace geo_io {

/// How many letters must be put in, taken out or changed to make one text of the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace geo_io
