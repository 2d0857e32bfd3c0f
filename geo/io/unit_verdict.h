#pragma once

#include <string>
#include <vector>

#include "geo/words/code_system.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

/// What a whole column says of its unit.
struct UnitVerdict {
    MeasureUnit unit = MeasureUnit::unstated;  ///< the one taken; unstated = ours
    enum class Kind { plain, guess, doubt } kind = Kind::plain;
    std::string because;                        ///< in words, of a guess
    MeasureUnit other = MeasureUnit::unstated;  ///< of a doubt: the reading not taken
};

/// A column of heights, as written, and for the rows that have storeys the height of each:
/// `per_storey` of those that have two or more, `per_any_storey` of all.
struct HeightColumn {
    std::vector<double> values, per_storey, per_any_storey;
};
/// Sorts its values in part. There must be one.
UnitVerdict unit_of_heights(HeightColumn& column, CodePlace place);

/// A column of floor areas: each over its footprint, and over footprint times storeys where storeys
/// or the height are known.
struct FloorColumn {
    std::vector<double> per_footprint, per_storeys;
};
UnitVerdict unit_of_floors(FloorColumn& column, CodePlace place);

/// A column of speed limits.
UnitVerdict unit_of_speeds(const std::vector<double>& values, CodePlace place);

}  // namespace geo_io
