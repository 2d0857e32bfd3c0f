#pragma once

#include <optional>
#include <vector>

#include "geo/polygon/footprint_clean.h"

namespace geo_io {

inline constexpr double smallest_area_m2 = 0.999;  // "below a square metre", with room for rounding

/// The outer ring anticlockwise, holes clockwise.
void orient(RingSet& rings);
/// Of the outer ring without its holes.
double area_m2(const RingSet& rings);

/// What GEOS makes of rings that cross (MakeValid): its polygons of a square metre and more.
CleanResult made_valid(const RingSet& rings);
/// The union in plan of many rings: the footprint of a 3D body, or of pieces cut at tile edges.
/// `too_complex` when they meet too often for that (crossings.h), are too many, or one lies
/// nowhere.
CleanResult union_of(const std::vector<RingSet>& polygons);

/// What of a polygon lies in none of the others; nothing where GEOS has no answer.
std::optional<std::vector<RingSet>> difference_of(const RingSet& polygon,
                                                  const std::vector<RingSet>& others);
/// The area that two polygons have in common; 0 where GEOS has no answer.
double shared_area_m2(const RingSet& a, const RingSet& b);

}  // namespace geo_io
