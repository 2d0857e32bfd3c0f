#include "geo/io/footprint_clean.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <utility>

#include "geo/city/rings.h"
#include "geo/io/crossings.h"
#include "geo/io/even_odd.h"
#include "geo/io/gdal_setup.h"

namespace geo_io {

namespace {

using city::MapPoint;

constexpr double same_point_m = 0.005;
constexpr double rounding_m = 1e-3;
constexpr double smallest_area_m2 = 0.999;  // "below a square metre", with room for rounding
// A vertex closer than this to the line between its neighbours says nothing about a building.
constexpr double straight_m = 0.01;

bool is_straight(MapPoint before, MapPoint at, MapPoint after) {
    const MapPoint along = after - before, here = at - before, ahead = after - at;
    const double off = along.x * here.y - along.y * here.x;
    return static_cast<int>(off * off < straight_m * straight_m * (along.x * along.x + along.y * along.y)) & static_cast<int>(along.x * here.x + along.y * here.y > 0.0) &
           static_cast<int>(along.x * ahead.x + along.y * ahead.y > 0.0);
}

// Most rings have no vertex to drop, which is seen faster than any is dropped.
bool any_straight(std::span<const MapPoint> ring) {
    const std::size_t last = ring.size() - 1;
    int any = static_cast<int>(is_straight(ring[last - 1], ring[last], ring[0])) | static_cast<int>(is_straight(ring[last], ring[0], ring[1]));
    for (std::size_t i = 1; i < last; ++i) any |= static_cast<int>(is_straight(ring[i - 1], ring[i], ring[i + 1]));
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
    // One pass over corners; `corners` so far are never reconsidered, so spikes of a whole edge stay for the repair
    // to see.
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

void drop_needless_vertices(std::vector<MapPoint>& ring) { ring.resize(drop_needless_vertices(std::span(ring))); }

// The same for all rings; holes that are no ring any more go. False when the outer ring is none.
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
        std::copy(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(kept), rings.points.begin() + end);
        end += static_cast<std::uint32_t>(kept);
        rings.offsets[++kept_rings] = end;
    }
    rings.points.resize(end);
    rings.offsets.resize(kept_rings + 1);
    return true;
}

bool contains(std::span<const MapPoint> ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

// Where in a path each of its places is: open addressing, since most places are asked for once and are not there. The
// path may lose its end: what the table then says of it is outdated, and seen to be.
class PlacesOnPath {
  public:
    void start(std::size_t most) {
        std::size_t size = 16;
        while (size < 2 * most) size *= 2;
        slots_.assign(size, nowhere);
    }
    /// The index of `p` in `path`; where it is not there, it is noted as the next one. Returns path.size() then.
    std::uint32_t find_or_note(MapPoint p, const std::vector<MapPoint>& path) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = hash_of(p) & mask;
        for (; slots_[slot] != nowhere; slot = (slot + 1) & mask)
            if (slots_[slot] < path.size() && path[slots_[slot]] == p) return slots_[slot];
        return slots_[slot] = static_cast<std::uint32_t>(path.size());
    }

  private:
    static constexpr std::uint32_t nowhere = ~0u;
    static std::size_t hash_of(MapPoint p) {
        const std::uint64_t mixed = (std::bit_cast<std::uint64_t>(p.x) ^ std::bit_cast<std::uint64_t>(p.y) * 0x9e3779b97f4a7c15ull) * 0xff51afd7ed558ccdull;
        return static_cast<std::size_t>(mixed >> 32);
    }
    std::vector<std::uint32_t> slots_;
};

// A ring that comes back to one of its vertices is several rings: cut it there. `cut` becomes true when it was.
void split_at_repeats(std::vector<MapPoint> ring, RingSet& into, bool& cut) {
    thread_local PlacesOnPath places;
    thread_local std::vector<MapPoint> path;
    places.start(ring.size());
    path.clear();
    bool whole = true;
    for (const MapPoint p : ring) {
        const std::uint32_t before = places.find_or_note(p, path);
        if (before < path.size()) {
            whole = false;
            if (path.size() - before >= 3) into.emplace_back(path.begin() + before, path.end());
            path.resize(before + 1);
            continue;
        }
        path.push_back(p);
    }
    cut = cut || !whole;
    if (path.size() >= 3) into.push_back(whole ? std::move(ring) : path);
}

std::unique_ptr<OGRPolygon> to_ogr(const RingSet& rings) {
    auto polygon = std::make_unique<OGRPolygon>();
    for (const auto& points : rings) {
        auto ring = std::make_unique<OGRLinearRing>();
        ring->setNumPoints(static_cast<int>(points.size()) + 1, FALSE);
        for (std::size_t i = 0; i <= points.size(); ++i) {
            const MapPoint p = points[i % points.size()];
            ring->setPoint(static_cast<int>(i), p.x, p.y);
        }
        polygon->addRingDirectly(ring.release());
    }
    return polygon;
}

void orient(RingSet& rings) {
    for (std::size_t r = 0; r < rings.size(); ++r)
        if ((city::ring_area_m2(rings[r]) > 0.0) != (r == 0)) std::reverse(rings[r].begin(), rings[r].end());
}

double area_m2(const RingSet& rings) {
    double sum = 0.0;
    for (std::size_t r = 0; r < rings.size(); ++r)
        sum += (r == 0 ? 1.0 : -1.0) * std::abs(city::ring_area_m2(rings[r]));
    return sum;
}

void collect(const OGRGeometry& geometry, std::vector<RingSet>& polygons) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon) {
        RingSet rings;
        for (const OGRLinearRing* ring : *geometry.toPolygon()) {
            std::vector<MapPoint> points(static_cast<std::size_t>(ring->getNumPoints()));
            if (points.empty()) continue;
            ring->getPoints(&points[0].x, sizeof(MapPoint), &points[0].y, sizeof(MapPoint));
            drop_needless_vertices(points);
            if (points.size() >= 3) rings.push_back(std::move(points));
        }
        if (rings.empty() || area_m2(rings) < smallest_area_m2) return;
        orient(rings);
        polygons.push_back(std::move(rings));
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect(*part, polygons);
    }
}

CleanResult from_ogr(const OGRGeometry* geometry) {
    CleanResult result;
    if (geometry != nullptr) collect(*geometry, result.polygons);
    take_gdal_messages();
    result.outcome = result.polygons.empty() ? CleanOutcome::beyond_repair : CleanOutcome::repaired;
    return result;
}

RingSet largest_first(RingSet rings) {
    if (rings.size() < 2) return rings;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t r = 0; r < rings.size(); ++r) order.emplace_back(-std::abs(city::ring_area_m2(rings[r])), r);
    std::sort(order.begin(), order.end());
    RingSet sorted;
    for (const auto& [area_m2, r] : order) sorted.push_back(std::move(rings[r]));
    return sorted;
}

// Rings that do not cross, sorted by who lies in whom: even depth is a building, odd depth its hole. This is
// what files with parts stored as holes mean, and it costs no overlay.
CleanResult nested(RingSet rings, bool cut, std::size_t rings_before) {
    CleanResult result;
    rings = largest_first(std::move(rings));
    std::vector<std::size_t> polygon_of(rings.size());
    std::vector<int> depth(rings.size(), 0);
    std::size_t polygons = 0;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        std::size_t parent = rings.size();
        for (std::size_t p = r; p-- > 0;) {
            // Rings may touch: the middle of an edge decides, not a vertex that can lie on the other ring.
            if (!contains(rings[p], 0.5 * (rings[r][0] + rings[r][1]))) continue;
            parent = p;
            break;
        }
        depth[r] = parent == rings.size() ? 0 : depth[parent] + 1;
        polygon_of[r] = depth[r] % 2 == 1 ? polygon_of[parent] : polygons++;
    }
    result.polygons.resize(polygons);
    for (std::size_t r = 0; r < rings.size(); ++r) result.polygons[polygon_of[r]].push_back(std::move(rings[r]));
    const bool repaired = cut || rings.size() != rings_before || result.polygons.size() > 1;
    for (RingSet& polygon : result.polygons) orient(polygon);
    const std::size_t before = result.polygons.size();
    std::erase_if(result.polygons, [](const RingSet& polygon) { return area_m2(polygon) < smallest_area_m2; });
    if (result.polygons.empty()) result.outcome = before > 0 ? CleanOutcome::tiny : CleanOutcome::beyond_repair;
    else if (repaired) result.outcome = CleanOutcome::repaired;
    return result;
}

// Whether rings that do not cross are an outline with holes in it, each by itself: nothing to put right.
bool is_outline_with_holes(const FlatRings& rings) {
    const auto middle = [&rings](std::size_t r) { return 0.5 * (rings.ring(r)[0] + rings.ring(r)[1]); };
    for (std::size_t hole = 1; hole < rings.ring_count(); ++hole) {
        if (!contains(rings.ring(0), middle(hole))) return false;
        for (std::size_t other = 1; other < rings.ring_count(); ++other)
            if (other != hole && contains(rings.ring(other), middle(hole))) return false;
    }
    return true;
}

CleanResult repair(RingSet rings) {
    RingSet simple;
    bool cut = false;
    for (const auto& ring : rings) split_at_repeats(ring, simple, cut);
    // Rings that were not cut come here because they cross.
    if ((cut || rings.size() > 1) && !edges_cross(simple)) return nested(std::move(simple), cut, rings.size());
    // The even-odd rule first; what it leaves crossing goes to GEOS.
    RingSet outlines;
    Crossing left = Crossing::deep;
    // Rounded crossings can make new ones, which a second turn resolves as a rule.
    for (int turn = 0; turn < 2 && left == Crossing::deep; ++turn) {
        RingSet crossed = even_odd_outlines(turn == 0 ? rings : std::exchange(outlines, {}));
        for (auto& outline : crossed) split_at_repeats(std::move(outline), outlines, cut);
        for (auto& outline : outlines) drop_needless_vertices(outline);
        std::erase_if(outlines, [](const auto& outline) { return outline.size() < 3; });
        left = crossing_of(outlines, rounding_m);
    }
    double largest_m2 = 0;
    for (const auto& ring : rings) largest_m2 = std::max(largest_m2, std::abs(city::ring_area_m2(ring)));
    if (outlines.empty() && largest_m2 < smallest_area_m2) return {{}, CleanOutcome::beyond_repair};  // there and back again
    const bool clean = !outlines.empty() && left == Crossing::none;
    // Its corners are rounded crossings: within a millimetre they may lie on either side of a neighbouring edge.
    if (!outlines.empty() && left != Crossing::deep) {
        // Outlines wind one way and holes the other, so their areas add up to what must come out, unless rounding put
        // a ring into the wrong parent. A ring drawn twice cancels itself; GEOS keeps it.
        double expected_m2 = 0, got_m2 = 0;
        for (const auto& outline : outlines) expected_m2 += city::ring_area_m2(outline);
        CleanResult result = nested(std::move(outlines), true, rings.size());
        for (const RingSet& polygon : result.polygons) got_m2 += area_m2(polygon);
        const bool agrees = clean || (got_m2 > 0.7 * largest_m2 && std::abs(got_m2 - expected_m2) < 1e-3 * got_m2);
        if (agrees && result.outcome == CleanOutcome::repaired) return result;
    }
    orient(rings);
    const auto broken = to_ogr(rings);
    const std::unique_ptr<OGRGeometry> whole(broken->MakeValid());
    return from_ogr(whole.get());
}

}  // namespace

CleanOutcome clean_polygon(FlatRings& rings, std::vector<RingSet>& pieces) {
    pieces.clear();
    if (rings.ring_count() == 0 || !drop_needless_vertices(rings)) return CleanOutcome::beyond_repair;
    if (are_simple(rings.points, rings.offsets) && is_outline_with_holes(rings)) {
        double area_m2 = 0.0;
        for (std::size_t r = 0; r < rings.ring_count(); ++r) {
            const double ring_m2 = city::ring_area_m2(rings.ring(r));
            if ((ring_m2 > 0.0) != (r == 0)) std::reverse(rings.ring(r).begin(), rings.ring(r).end());
            area_m2 += (r == 0 ? 1.0 : -1.0) * std::abs(ring_m2);
        }
        return area_m2 < smallest_area_m2 ? CleanOutcome::tiny : CleanOutcome::as_it_was;
    }
    RingSet nested_rings;
    for (std::size_t r = 0; r < rings.ring_count(); ++r) nested_rings.emplace_back(rings.ring(r).begin(), rings.ring(r).end());
    CleanResult result = repair(std::move(nested_rings));
    if (result.outcome == CleanOutcome::as_it_was) {  // the rings were fine, in another order
        rings.clear();
        for (const auto& ring : result.polygons[0]) rings.add_ring(ring);
    } else {
        pieces = std::move(result.polygons);
    }
    return result.outcome;
}

CleanResult clean_polygon(const RingSet& rings) {
    FlatRings flat;
    for (const auto& ring : rings) flat.add_ring(ring);
    CleanResult result;
    result.outcome = clean_polygon(flat, result.polygons);
    if (result.outcome == CleanOutcome::as_it_was) {
        result.polygons.emplace_back();
        for (std::size_t r = 0; r < flat.ring_count(); ++r) result.polygons[0].emplace_back(flat.ring(r).begin(), flat.ring(r).end());
    }
    return result;
}

CleanResult union_of(const std::vector<RingSet>& polygons) {
    OGRMultiPolygon all;
    for (const RingSet& rings : polygons) {
        RingSet cleaned = rings;
        std::erase_if(cleaned, [](const auto& ring) { return ring.size() < 3; });
        if (cleaned.empty()) continue;
        const auto polygon = to_ogr(cleaned);
        const std::unique_ptr<OGRGeometry> valid(polygon->MakeValid());
        if (!valid) continue;
        if (wkbFlatten(valid->getGeometryType()) == wkbPolygon) {
            all.addGeometry(valid.get());
        } else if (OGR_GT_IsSubClassOf(wkbFlatten(valid->getGeometryType()), wkbGeometryCollection)) {
            for (const OGRGeometry* part : *valid->toGeometryCollection())
                if (wkbFlatten(part->getGeometryType()) == wkbPolygon) all.addGeometry(part);
        }
    }
    const std::unique_ptr<OGRGeometry> merged(all.UnionCascaded());
    return from_ogr(merged.get());
}

}  // namespace geo_io
