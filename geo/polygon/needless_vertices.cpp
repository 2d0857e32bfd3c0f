#include "geo/polygon/needless_vertices.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace geo_io {

namespace {

using city::MapPoint;

constexpr double same_point_m = 0.005;
// A vertex closer than this to the line between its neighbours says nothing about a building.
constexpr double straight_m = 0.01;

bool is_straight(MapPoint before, MapPoint at, MapPoint after) {
    const MapPoint along = after - before, here = at - before, ahead = after - at;
    const double off = along.x * here.y - along.y * here.x;
    return static_cast<int>(off * off <
                            straight_m * straight_m * (along.x * along.x + along.y * along.y)) &
           static_cast<int>(along.x * here.x + along.y * here.y > 0.0) &
           static_cast<int>(along.x * ahead.x + along.y * ahead.y > 0.0);
}

// Most rings have no vertex to drop, which is seen faster than any is dropped.
bool any_straight(std::span<const MapPoint> ring) {
    const std::size_t last = ring.size() - 1;
    int any = static_cast<int>(is_straight(ring[last - 1], ring[last], ring[0])) |
              static_cast<int>(is_straight(ring[last], ring[0], ring[1]));
    for (std::size_t i = 1; i < last; ++i)
        any |= static_cast<int>(is_straight(ring[i - 1], ring[i], ring[i + 1]));
    return any != 0;
}

// What is left of the ring moves to its front; how many vertices that are.
std::size_t drop_needless_vertices(std::span<MapPoint> ring) {
    const auto same = [](MapPoint a, MapPoint b) {
        return std::abs(a.x - b.x) < same_point_m && std::abs(a.y - b.y) < same_point_m;
    };
    std::size_t kept = 0;
    for (const MapPoint point : ring)
        if (kept == 0 || !same(point, ring[kept - 1])) ring[kept++] = point;
    while (kept > 1 && same(ring[0], ring[kept - 1])) --kept;
    if (kept < 4 || !any_straight(ring.first(kept))) return kept;
    // One pass over corners; `corners` so far are never reconsidered, so spikes of a whole edge
    // stay for the repair to see.
    thread_local std::vector<MapPoint> corners;
    corners.clear();
    for (std::size_t i = 0; i < kept; ++i) {
        const MapPoint before = corners.empty() ? ring[kept - 1] : corners.back();
        const MapPoint after = ring[i + 1 == kept ? 0 : i + 1];
        if (!is_straight(before, ring[i], after)) corners.push_back(ring[i]);
    }
    if (corners.size() < 3) return kept;
    std::copy(corners.begin(), corners.end(), ring.begin());
    return corners.size();
}

}  // namespace

void drop_needless_vertices(std::vector<MapPoint>& ring) {
    ring.resize(drop_needless_vertices(std::span(ring)));
}

bool drop_needless_vertices(FlatRings& rings) {
    std::uint32_t begin = 0, end = 0;
    std::size_t kept_rings = 0;
    for (std::size_t r = 0; r < rings.ring_count(); ++r) {
        const auto ring = std::span(rings.points).subspan(begin, rings.offsets[r + 1] - begin);
        begin = rings.offsets[r + 1];
        const std::size_t kept = drop_needless_vertices(ring);
        if (kept < 3) {
            if (r == 0) return false;
            continue;
        }
        std::copy(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(kept),
                  rings.points.begin() + end);
        end += static_cast<std::uint32_t>(kept);
        rings.offsets[++kept_rings] = end;
    }
    rings.points.resize(end);
    rings.offsets.resize(kept_rings + 1);
    return true;
}

}  // namespace geo_io
