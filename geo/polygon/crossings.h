#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/ring_edges.h"

namespace geo_io {

/// Whether any two edges of the rings cross or touch other than at a shared vertex; with a
/// tolerance, only crossings deeper than that. Also when that takes too long to tell.
bool edges_cross(const RingSet& rings, double tolerance_m = 0.0);

/// The same for both at once; `deep` also where that takes too long to tell.
enum class Crossing { none, within_tolerance, deep };
Crossing crossing_of(const RingSet& rings, double tolerance_m);

/// So often may the edges of one polygon cross and it still be repaired: no outline that somebody
/// drew crosses itself more than some hundred times.
inline constexpr std::size_t most_crossings = 20'000;
/// So often may edges cross or touch: neighbouring holes that share their walls do so once or twice
/// an edge.
constexpr std::size_t most_meetings(std::size_t edge_count) {
    return most_crossings + 4 * edge_count;
}
/// Whether they meet more often than that, or than `most`.
bool too_tangled(const RingEdges& rings, std::size_t most);
inline bool too_tangled(const RingEdges& rings) {
    return too_tangled(rings, most_meetings(rings.size()));
}

/// How rings that may be anything meet themselves and each other, from good to bad.
enum class Meeting {
    apart,       ///< at most at vertices that different rings share
    comes_back,  ///< a ring comes back to one of its vertices
    folds,  ///< a ring lies on one of its own edges that share a vertex with it, as a cut to a hole
            ///< and back does
    crosses,   ///< edges cross, or lie on each other, or a vertex lies on an edge
    too_often  ///< nobody can say in bounded time
};
/// The worst of it. Unless they cross, `same_place` holds every two edges of one ring that start at
/// one vertex, the earlier one first.
Meeting meeting_of(const RingEdges& edges,
                   std::vector<std::pair<std::uint32_t, std::uint32_t>>& same_place);

/// Twice the signed area of a, b, p: positive when p lies left of a -> b.
inline double side(city::MapPoint a, city::MapPoint b, city::MapPoint p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

}  // namespace geo_io
