#include "geo/polygon/needless_vertices.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "geo/city/rings.h"

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

constexpr double most_drift = 1e-3;  // of the area; less changes no result that is shown

// Where vertices stand closer than `straight_m`, each lies next to the line to the one after it,
// and a whole arc would go, one by one. What lies within `straight_m` of the new outline cannot
// change the area by more than that times the outline's length. Outlines that lost less keep what
// they have always been read as.
bool drifted(std::span<const MapPoint> ring, std::span<const MapPoint> corners) {
    double length_m = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint step = ring[i + 1 == ring.size() ? 0 : i + 1] - ring[i];
        length_m += std::hypot(step.x, step.y);
    }
    const double before_m2 = city::ring_area_m2(ring);
    return std::abs(before_m2 - city::ring_area_m2(corners)) >
           std::max(straight_m * length_m, most_drift * std::abs(before_m2));
}

// The corners of lines that have all vertices between them within `straight_m`: from each corner
// the directions that pass all of them are a sleeve that narrows (Zhao and Saalfeld 1997).
void drop_along_sleeves(std::span<const MapPoint> ring, std::vector<MapPoint>& corners) {
    const auto cross = [](MapPoint a, MapPoint b) { return a.x * b.y - a.y * b.x; };
    const auto dot = [](MapPoint a, MapPoint b) { return a.x * b.x + a.y * b.y; };
    corners.assign(1, ring[0]);
    MapPoint right{}, left{};  // the sides of the sleeve
    bool open = true;          // no direction is ruled out yet
    for (std::size_t i = 1; i < ring.size(); ++i) {
        MapPoint way = ring[i] - corners.back();
        const bool ahead = i == 1 || dot(ring[i] - ring[i - 1], way) > 0.0;
        if (!open && (!ahead || cross(right, way) < 0.0 || cross(way, left) < 0.0)) {
            corners.push_back(ring[i - 1]);
            open = true;
            way = ring[i] - corners.back();
        }
        const double length = std::hypot(way.x, way.y);
        if (length <= straight_m) continue;  // nearer than that every direction passes it
        const double sine = straight_m / length, cosine = std::sqrt(1.0 - sine * sine);
        const MapPoint to_right{way.x * cosine + way.y * sine, way.y * cosine - way.x * sine},
            to_left{way.x * cosine - way.y * sine, way.y * cosine + way.x * sine};
        if (open || cross(right, to_right) > 0.0) right = to_right;
        if (open || cross(left, to_left) < 0.0) left = to_left;
        open = false;
    }
    corners.push_back(ring.back());
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
    double lost_m2 = 0.0;  // the triangles that went, at most
    for (std::size_t i = 0; i < kept; ++i) {
        const MapPoint before = corners.empty() ? ring[kept - 1] : corners.back();
        const MapPoint after = ring[i + 1 == kept ? 0 : i + 1];
        if (is_straight(before, ring[i], after)) {
            const MapPoint along = after - before, here = ring[i] - before;
            lost_m2 += 0.5 * std::abs(along.x * here.y - along.y * here.x);
        } else {
            corners.push_back(ring[i]);
        }
    }
    // No outline is shorter than there and back to a vertex of it: most are settled by that. Where
    // the first vertex went the triangles do not add up to what is gone.
    const MapPoint chord = ring[kept / 2] - ring[0];
    const bool may_drift =
        corners.empty() || corners.front() != ring[0] ||
        lost_m2 * lost_m2 > 4.0 * straight_m * straight_m * (chord.x * chord.x + chord.y * chord.y);
    if (may_drift && drifted(ring.first(kept), corners))
        drop_along_sleeves(ring.first(kept), corners);
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
