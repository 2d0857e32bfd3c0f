#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/city/frames.h"

namespace geo_io {

/// One polygon in the map frame: the outer ring first (counter-clockwise), then holes (clockwise),
/// no vertex repeated.
using RingSet = std::vector<std::vector<city::MapPoint>>;

enum class CleanOutcome {
    as_it_was,
    repaired,
    beyond_repair,
    tiny,
    too_complex  ///< crosses itself so often that nobody can have meant it; not looked at further
};

/// Further from the frame's origin than this no place on Earth lies, whatever the map projection.
/// What is not a number lies nowhere.
inline constexpr double farthest_m = 1e8;
inline bool is_on_earth(city::MapPoint p) {
    return p.x >= -farthest_m && p.x <= farthest_m && p.y >= -farthest_m && p.y <= farthest_m;
}

struct CleanResult {
    std::vector<RingSet> polygons;  ///< a repair can split one polygon into several
    CleanOutcome outcome = CleanOutcome::as_it_was;
};

/// The rings of one polygon in flat arrays: ring r is [offsets[r], offsets[r + 1]). Filled again
/// and again, so that good polygons, which are most, allocate nothing.
struct FlatRings {
    std::vector<city::MapPoint> points;
    std::vector<std::uint32_t> offsets{0};

    std::size_t ring_count() const { return offsets.size() - 1; }
    std::span<const city::MapPoint> ring(std::size_t r) const {
        return std::span(points).subspan(offsets[r], offsets[r + 1] - offsets[r]);
    }
    std::span<city::MapPoint> ring(std::size_t r) {
        return std::span(points).subspan(offsets[r], offsets[r + 1] - offsets[r]);
    }
    void clear() {
        points.clear();
        offsets.assign(1, 0);
    }
    void add_ring(std::span<const city::MapPoint> ring_points) {
        points.insert(points.end(), ring_points.begin(), ring_points.end());
        offsets.push_back(static_cast<std::uint32_t>(points.size()));
    }
};

/// Drops repeated and collinear vertices, orients the rings, and checks that no two edges cross.
/// Crossings are resolved by the even-odd rule, what then still crosses is handed to GEOS; slivers
/// below a square metre that the repair makes are dropped. A polygon that needs no repair
/// (`as_it_was`) is left in `rings` and not in `pieces`; one that is `repaired` is in `pieces`.
/// Any doubles may be given: a corner that is not on Earth is beyond repair. Time and memory are
/// n log n in corners, whatever the rings do: those that meet too often are `too_complex`.
struct Cleaned {
    CleanOutcome outcome;
    double outline_m2 = 0.0,
           area_m2 = 0.0;  ///< of what is left in `rings`: with its holes, and without them
};
Cleaned clean_polygon(FlatRings& rings, std::vector<RingSet>& pieces);
CleanResult clean_polygon(const RingSet& rings);

}  // namespace geo_io
