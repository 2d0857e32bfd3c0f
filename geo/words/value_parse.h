#pragma once

#include <string_view>

namespace geo_io {

/// Texts as people write them -> numbers; NaN when there is none.

/// "12", "12,5 m", "39ft", "39'6\"", "3;4" (the larger: a building is as high as its highest part).
double parse_length_m(std::string_view text);
/// "3", "3;4" (the larger), "5-6" (the larger), "地上12层".
double parse_count(std::string_view text);
/// "1995", "1995.0", "1970s", "2001年", "1998-05-01", "before 1930": the first number of four
/// digits.
double parse_year(std::string_view text);
/// "50", "30 mph", "CN:urban" (NaN).
double parse_speed_kmh(std::string_view text);
/// +1 along the line, -1 against it, 0 both ways.
int parse_one_way(std::string_view text);

}  // namespace geo_io
