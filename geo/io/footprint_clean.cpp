#include "geo/io/footprint_clean.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "geo/city/rings.h"
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

double cross(MapPoint a, MapPoint b) { return a.x * b.y - a.y * b.x; }

void drop_needless_vertices(std::vector<MapPoint>& ring) {
    const auto same = [](MapPoint a, MapPoint b) {
        return std::abs(a.x - b.x) < same_point_m && std::abs(a.y - b.y) < same_point_m;
    };
    std::size_t kept = 0;
    for (const MapPoint point : ring)
        if (kept == 0 || !same(point, ring[kept - 1])) ring[kept++] = point;
    while (kept > 1 && same(ring[0], ring[kept - 1])) --kept;
    ring.resize(kept);
    // One pass over corners; `kept` vertices so far are never reconsidered, so spikes of a whole edge stay
    // for the repair to see.
    if (ring.size() < 4) return;
    std::vector<MapPoint> corners;
    corners.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint before = corners.empty() ? ring.back() : corners.back();
        const MapPoint after = ring[(i + 1) % ring.size()];
        const MapPoint along = after - before;
        const double length_m = std::hypot(along.x, along.y);
        const MapPoint here = ring[i] - before;
        const bool forward = along.x * here.x + along.y * here.y > 0.0 &&
                             along.x * (after.x - ring[i].x) + along.y * (after.y - ring[i].y) > 0.0;
        if (forward && std::abs(cross(along, here)) < straight_m * length_m) continue;
        corners.push_back(ring[i]);
    }
    if (corners.size() >= 3) ring = std::move(corners);
}

double side(MapPoint a, MapPoint b, MapPoint p) { return cross(b - a, p - a); }

// Edges that only share an end touch, they do not cross; rings may touch at a vertex.
bool segments_meet(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    if (a == c || a == d || b == c || b == d) {
        const MapPoint shared = a == c || a == d ? a : b;
        const MapPoint u = (shared == a ? b : a) - shared, v = (shared == c ? d : c) - shared;
        return cross(u, v) == 0.0 && u.x * v.x + u.y * v.y > 0.0;  // one lies on the other
    }
    const double d1 = side(a, b, c), d2 = side(a, b, d), d3 = side(c, d, a), d4 = side(c, d, b);
    if (((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0))) return true;
    const auto on = [](MapPoint p, MapPoint q, MapPoint r) {
        return r.x >= std::min(p.x, q.x) && r.x <= std::max(p.x, q.x) && r.y >= std::min(p.y, q.y) &&
               r.y <= std::max(p.y, q.y);
    };
    return (d1 == 0 && on(a, b, c)) || (d2 == 0 && on(a, b, d)) || (d3 == 0 && on(c, d, a)) ||
           (d4 == 0 && on(c, d, b));
}

// A crossing that goes deeper than `tolerance_m` on either side of both edges; touching and what rounding makes of
// it do not count.
bool segments_cross_deeply(MapPoint a, MapPoint b, MapPoint c, MapPoint d, double tolerance_m) {
    const double ab = tolerance_m * std::hypot(b.x - a.x, b.y - a.y), cd = tolerance_m * std::hypot(d.x - c.x, d.y - c.y);
    const double d1 = side(a, b, c), d2 = side(a, b, d);
    if (!((d1 > ab && d2 < -ab) || (d1 < -ab && d2 > ab))) return false;
    const double d3 = side(c, d, a), d4 = side(c, d, b);
    return (d3 > cd && d4 < -cd) || (d3 < -cd && d4 > cd);
}

bool contains(const std::vector<MapPoint>& ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

// A ring that comes back to one of its vertices is several rings: cut it there. `cut` becomes true when it was.
void split_at_repeats(const std::vector<MapPoint>& ring, RingSet& into, bool& cut) {
    std::vector<MapPoint> path;
    for (const MapPoint p : ring) {
        const auto before = std::find(path.begin(), path.end(), p);
        if (before != path.end()) {
            cut = true;
            std::vector<MapPoint> loop(before, path.end());
            path.erase(before + 1, path.end());
            if (loop.size() >= 3) into.push_back(std::move(loop));
            continue;
        }
        path.push_back(p);
    }
    if (path.size() >= 3) into.push_back(std::move(path));
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

// Rings that do not cross, sorted by who lies in whom: even depth is a building, odd depth its hole. This is
// what files with parts stored as holes mean, and it costs no overlay.
CleanResult nested(RingSet rings, bool cut, std::size_t rings_before) {
    CleanResult result;
    std::sort(rings.begin(), rings.end(), [](const auto& a, const auto& b) { return std::abs(city::ring_area_m2(a)) > std::abs(city::ring_area_m2(b)); });
    std::vector<std::size_t> polygon_of(rings.size());
    std::vector<int> depth(rings.size(), 0);
    for (std::size_t r = 0; r < rings.size(); ++r) {
        std::size_t parent = rings.size();
        for (std::size_t p = r; p-- > 0;) {
            // Rings may touch: the middle of an edge decides, not a vertex that can lie on the other ring.
            if (!contains(rings[p], 0.5 * (rings[r][0] + rings[r][1]))) continue;
            parent = p;
            break;
        }
        depth[r] = parent == rings.size() ? 0 : depth[parent] + 1;
        if (depth[r] % 2 == 1) {
            polygon_of[r] = polygon_of[parent];
            result.polygons[polygon_of[r]].push_back(rings[r]);
        } else {
            polygon_of[r] = result.polygons.size();
            result.polygons.push_back({rings[r]});
        }
    }
    const bool repaired = cut || rings.size() != rings_before || result.polygons.size() > 1;
    for (RingSet& polygon : result.polygons) orient(polygon);
    const std::size_t before = result.polygons.size();
    std::erase_if(result.polygons, [](const RingSet& polygon) { return area_m2(polygon) < smallest_area_m2; });
    if (result.polygons.empty()) result.outcome = before > 0 ? CleanOutcome::tiny : CleanOutcome::beyond_repair;
    else if (repaired) result.outcome = CleanOutcome::repaired;
    return result;
}

}  // namespace

bool edges_cross(const RingSet& rings, double tolerance_m) {
    struct Edge {
        MapPoint a, b;
        double low_x, high_x;
        std::uint32_t ring, index, ring_size;
    };
    thread_local std::vector<Edge> edges;
    edges.clear();
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const auto n = static_cast<std::uint32_t>(rings[r].size());
        for (std::uint32_t i = 0; i < n; ++i) {
            const MapPoint a = rings[r][i], b = rings[r][(i + 1) % n];
            edges.push_back({a, b, std::min(a.x, b.x), std::max(a.x, b.x), static_cast<std::uint32_t>(r), i, n});
        }
    }
    // Sorted by their western end, an edge can only meet those that start before it ends.
    std::sort(edges.begin(), edges.end(), [](const Edge& p, const Edge& q) { return p.low_x < q.low_x; });
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& e = edges[i];
        const double low_y = std::min(e.a.y, e.b.y), high_y = std::max(e.a.y, e.b.y);
        for (std::size_t j = i + 1; j < edges.size() && edges[j].low_x <= e.high_x; ++j) {
            const Edge& f = edges[j];
            if (std::min(f.a.y, f.b.y) > high_y || std::max(f.a.y, f.b.y) < low_y) continue;
            if (e.ring == f.ring) {
                const bool e_then_f = (e.index + 1) % e.ring_size == f.index;
                const bool f_then_e = (f.index + 1) % f.ring_size == e.index;
                if (e_then_f || f_then_e) {
                    // Neighbours share a vertex; only folding back onto each other is a crossing.
                    const MapPoint u = e_then_f ? e.b - e.a : f.b - f.a;
                    const MapPoint v = e_then_f ? f.b - f.a : e.b - e.a;
                    if (tolerance_m == 0.0 && cross(u, v) == 0.0 && u.x * v.x + u.y * v.y < 0.0) return true;
                    continue;
                }
            }
            if (tolerance_m > 0.0 ? segments_cross_deeply(e.a, e.b, f.a, f.b, tolerance_m) : segments_meet(e.a, e.b, f.a, f.b)) return true;
        }
    }
    return false;
}

CleanResult clean_polygon(RingSet rings) {
    CleanResult result;
    for (auto& ring : rings) drop_needless_vertices(ring);
    if (rings.empty() || rings[0].size() < 3) {
        result.outcome = rings.empty() || rings[0].size() < 3 ? CleanOutcome::beyond_repair : CleanOutcome::tiny;
        return result;
    }
    std::erase_if(rings, [](const auto& ring) { return ring.size() < 3; });
    RingSet simple;
    bool cut = false;
    for (const auto& ring : rings) split_at_repeats(ring, simple, cut);
    if (!edges_cross(simple)) return nested(std::move(simple), cut, rings.size());
    // The quick sweep first; what it leaves crossing goes to GEOS.
    RingSet swept;
    for (auto& ring : even_odd_outlines(rings)) {
        drop_needless_vertices(ring);
        split_at_repeats(ring, swept, cut);
    }
    const bool clean = !swept.empty() && !edges_cross(swept);
    // Its corners are rounded crossings: within a millimetre they may lie on either side of a neighbouring edge.
    if (clean || (!swept.empty() && !edges_cross(swept, rounding_m))) {
        // The sweep winds outlines one way and holes the other, so their areas add up to what must come out,
        // unless rounding put a ring into the wrong parent. A ring drawn twice cancels itself; GEOS keeps it.
        double expected_m2 = 0, got_m2 = 0, largest_m2 = 0;
        for (const auto& ring : swept) expected_m2 += city::ring_area_m2(ring);
        for (const auto& ring : rings) largest_m2 = std::max(largest_m2, std::abs(city::ring_area_m2(ring)));
        CleanResult result_of_sweep = nested(std::move(swept), true, rings.size());
        for (const RingSet& polygon : result_of_sweep.polygons) got_m2 += area_m2(polygon);
        const bool agrees = clean || (got_m2 > 0.7 * largest_m2 && std::abs(got_m2 - std::abs(expected_m2)) < 1e-3 * got_m2);
        if (agrees && result_of_sweep.outcome == CleanOutcome::repaired) return result_of_sweep;
    }
    orient(rings);
    const auto broken = to_ogr(rings);
    const std::unique_ptr<OGRGeometry> whole(broken->MakeValid());
    return from_ogr(whole.get());
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
