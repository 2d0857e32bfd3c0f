#include "geo/polygon/crossings.h"

#include <algorithm>
#include <cmath>

#include "geo/polygon/ring_edges.h"

namespace geo_io {

namespace {

using city::MapPoint;

double cross(MapPoint a, MapPoint b) {
    return a.x * b.y - a.y * b.x;
}
double dot(MapPoint a, MapPoint b) {
    return a.x * b.x + a.y * b.y;
}

bool share_an_end(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    return a == c || a == d || b == c || b == d;
}

// Edges that only share an end touch, they do not cross; rings may touch at a vertex.
bool segments_meet(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    if (share_an_end(a, b, c, d)) {
        const MapPoint shared = a == c || a == d ? a : b;
        const MapPoint u = (shared == a ? b : a) - shared, v = (shared == c ? d : c) - shared;
        return cross(u, v) == 0.0 && dot(u, v) > 0.0;  // one lies on the other
    }
    const double d1 = side(a, b, c), d2 = side(a, b, d);
    if ((d1 > 0 && d2 > 0) || (d1 < 0 && d2 < 0)) return false;
    const double d3 = side(c, d, a), d4 = side(c, d, b);
    if (((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0)))
        return true;
    const auto on = [](MapPoint p, MapPoint q, MapPoint r) {
        return r.x >= std::min(p.x, q.x) && r.x <= std::max(p.x, q.x) &&
               r.y >= std::min(p.y, q.y) && r.y <= std::max(p.y, q.y);
    };
    return (d1 == 0 && on(a, b, c)) || (d2 == 0 && on(a, b, d)) || (d3 == 0 && on(c, d, a)) ||
           (d4 == 0 && on(c, d, b));
}

// A crossing that goes deeper than `tolerance_m` on either side of both edges; touching and what
// rounding makes of it do not count.
bool segments_cross_deeply(MapPoint a, MapPoint b, MapPoint c, MapPoint d, double tolerance_m) {
    const double ab = tolerance_m * std::hypot(b.x - a.x, b.y - a.y),
                 cd = tolerance_m * std::hypot(d.x - c.x, d.y - c.y);
    const double d1 = side(a, b, c), d2 = side(a, b, d);
    if (!((d1 > ab && d2 < -ab) || (d1 < -ab && d2 > ab))) return false;
    const double d3 = side(c, d, a), d4 = side(c, d, b);
    return (d3 > cd && d4 < -cd) || (d3 < -cd && d4 > cd);
}

// An edge and the one after it share a vertex; only folding back onto each other is a crossing.
bool any_fold(const RingEdges& edges) {
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        const MapPoint u = edges.to(e) - edges.from(e),
                       v = edges.to(edges.next(e)) - edges.from(edges.next(e));
        if (cross(u, v) == 0.0 && dot(u, v) < 0.0) return true;
    }
    return false;
}

thread_local RingEdges edges;

// A ring that comes back to one corner a thousand times makes half a million pairs there.
constexpr std::size_t most_same_places = 2'000'000;

}  // namespace

bool edges_cross(const RingSet& rings, double tolerance_m) {
    edges.clear();
    for (const auto& ring : rings) edges.add_ring(ring);
    if (tolerance_m == 0.0 && any_fold(edges)) return true;
    return edges.any_near_pair([tolerance_m](std::uint32_t e, std::uint32_t f) {
        const MapPoint a = edges.from(e), b = edges.to(e), c = edges.from(f), d = edges.to(f);
        return tolerance_m > 0.0 ? segments_cross_deeply(a, b, c, d, tolerance_m)
                                 : segments_meet(a, b, c, d);
    }) != RingEdges::Found::no;
}

Crossing crossing_of(const RingSet& rings, double tolerance_m) {
    edges.clear();
    for (const auto& ring : rings) edges.add_ring(ring);
    Crossing worst = any_fold(edges) ? Crossing::within_tolerance : Crossing::none;
    const auto deep = edges.any_near_pair([&](std::uint32_t e, std::uint32_t f) {
        const MapPoint a = edges.from(e), b = edges.to(e), c = edges.from(f), d = edges.to(f);
        if (!segments_meet(a, b, c, d)) return false;
        worst = Crossing::within_tolerance;
        return segments_cross_deeply(a, b, c, d, tolerance_m);
    });
    return deep == RingEdges::Found::no ? worst : Crossing::deep;
}

bool too_tangled(const RingEdges& rings, std::size_t most) {
    std::size_t meetings = 0;
    return rings.any_near_pair([&](std::uint32_t e, std::uint32_t f) {
        return segments_meet(rings.from(e), rings.to(e), rings.from(f), rings.to(f)) &&
               ++meetings > most;
    }) != RingEdges::Found::no;
}

Meeting meeting_of(const RingEdges& rings,
                   std::vector<std::pair<std::uint32_t, std::uint32_t>>& same_place) {
    same_place.clear();
    Meeting worst = any_fold(rings) ? Meeting::folds : Meeting::apart;
    bool too_often = false;
    const auto found = rings.any_near_pair([&](std::uint32_t e, std::uint32_t f) {
        const MapPoint a = rings.from(e), b = rings.to(e), c = rings.from(f), d = rings.to(f);
        const bool meet = segments_meet(a, b, c, d);
        if (!share_an_end(a, b, c, d)) return meet;
        // Nothing that is done to one ring parts two that lie on each other.
        if (rings.ring(e) != rings.ring(f)) return meet;
        worst = std::max(worst, meet ? Meeting::folds : Meeting::comes_back);
        if (a == c) same_place.emplace_back(e, f);
        too_often = same_place.size() > most_same_places;
        return too_often;
    });
    if (too_often || found == RingEdges::Found::gave_up) return Meeting::too_often;
    return found == RingEdges::Found::yes ? Meeting::crosses : worst;
}

}  // namespace geo_io
