#pragma once

#include <string_view>

namespace geo_io {

/// What a word of an assessor's phrase means that is written short: "sfr" is "single family",
/// "whse" is "warehouse"; the word itself where it is not short. In lower case.
std::string_view meaning_of_short(std::string_view word);

}  // namespace geo_io
