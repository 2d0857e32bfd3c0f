#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/words/column_role.h"

namespace geo_io {

/// What a number is a measure of.
enum class Dimension : std::uint8_t { none, length, area, speed };

/// Units that columns of maps and registers are written in; `unstated` where nobody says.
enum class MeasureUnit : std::uint8_t {
    unstated,
    metre,
    centimetre,
    millimetre,
    decimetre,
    foot,
    inch,
    square_metre,
    square_foot,
    hectare,
    acre,
    ten_thousand_square_metres,  ///< 万平方米, as Chinese planning writes areas
    pyeong,                      ///< 평 and 坪: 400/121 m2
    kilometre_per_hour,
    mile_per_hour,
    metre_per_second,
    count_
};

/// The dimension that a role's values have; `none` for counts, years and words.
Dimension dimension_of(ColumnRole role);
Dimension dimension_of(MeasureUnit unit);
/// Ours (m, m2, km/h) per one of the unit; 1 where it is not stated.
double scale_of(MeasureUnit unit);
/// As people write it in a column's name, a value or city.toml: "ft", "Feet", "米", "sq ft", "mph".
/// Nothing when the word is no unit of the dimension.
std::optional<MeasureUnit> unit_from_word(std::string_view word, Dimension dimension);
/// How it is written in city.toml: "ft", "m2", "mph".
std::string_view symbol_of(MeasureUnit unit);
/// In words, for reports: "feet", "square metres".
std::string_view plural_of(MeasureUnit unit);
/// "\"m\", \"cm\", \"ft\"": what may be written for a dimension.
std::string_view units_in_words(Dimension dimension);

}  // namespace geo_io
