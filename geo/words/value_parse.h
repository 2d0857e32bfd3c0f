#pragma once

#include <string_view>

namespace geo_io {

/// Texts as people write them -> numbers; NaN when there is none, or none that can be relied on
/// ("<4", "10+").

/// A measure as a text gives it.
struct Measured {
    double value;  ///< in m, m2 or km/h where the text names its unit, else as written
    bool names_unit = false;
};

/// "12", "12,5 m", "39ft", "39'6\"", "3;4" (the larger: a building is as high as its highest part),
/// "~12 m (est.)".
Measured measured_length(std::string_view text);
/// "1,200 sq ft", "120 m2".
Measured measured_area(std::string_view text);
/// "50", "30 mph", Overture's [{"max_speed": {"value": 30, "unit": "mph"}}], "CN:urban" (NaN).
Measured measured_speed(std::string_view text);

/// The same where a number without a unit is in m and km/h.
double parse_length_m(std::string_view text);
double parse_speed_kmh(std::string_view text);
/// "3", "3;4" (the larger), "5-6" (the larger), "地上12层地下2层" (12), "G+2" (3), "3 1/2".
double parse_count(std::string_view text);
/// "1995", "1995.0", "1970s", "2001年", "1998-05-01", "19980501", "before 1930": the first number
/// of four digits; "1978-1982": the middle.
double parse_year(std::string_view text);
/// 19780501 and 197805, dates in a column of numbers, are 1978; other numbers come back as they
/// are.
double year_of_date(double value);
/// +1 along the line, -1 against it, 0 both ways. Geofabrik's and HERE's F, T and B too.
int parse_one_way(std::string_view text);
/// Whether a flag of a bridge or a tunnel says yes: any word but "no", "F", "0", "None"...
/// ("viaduct").
/// Overture writes lists of flags: there `flag` ("is_bridge") must be one of them.
bool parse_flag(std::string_view text, std::string_view flag);

/// "n/a", "unknown", "-9999", "0", "不详": nothing is known, and the text says so.
bool says_not_known(std::string_view text);
/// How tables without nulls write them: -9999, -1, 1e20, 3.4e38, and 9999 where it is beyond all
/// bounds.
bool is_sentinel(double value, double highest);

}  // namespace geo_io
