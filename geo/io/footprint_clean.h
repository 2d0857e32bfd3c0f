#pragma once

#include <span>
#include <vector>

#include "geo/city/frames.h"

namespace geo_io {

/// One polygon in the map frame: the outer ring first (counter-clockwise), then holes (clockwise), no
/// vertex repeated.
using RingSet = std::vector<std::vector<city::MapPoint>>;

enum class CleanOutcome { as_it_was, repaired, beyond_repair, tiny };

struct CleanResult {
    std::vector<RingSet> polygons;  ///< a repair can split one polygon into several
    CleanOutcome outcome = CleanOutcome::as_it_was;
};

/// Drops repeated and collinear vertices, orients the rings, and checks that no two edges cross. Rings
/// that do are handed to GEOS; slivers below a square metre that the repair makes are dropped.
CleanResult clean_polygon(RingSet rings);

/// The union in plan of many rings: the footprint of a 3D body, or of pieces cut at tile edges.
CleanResult union_of(const std::vector<RingSet>& polygons);

/// Whether any two edges of the rings cross or touch other than at a shared vertex; with a tolerance, only
/// crossings deeper than that.
bool edges_cross(const RingSet& rings, double tolerance_m = 0.0);

}  // namespace geo_io
