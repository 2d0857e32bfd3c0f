// Repaired polygons against what GEOS makes of the same rings. Both follow the even-odd rule,
// except where edges lie on each other: those rings are left out.
#include <ogr_geometry.h>

#include <cmath>
#include <memory>

#include "fuzz/doors/some_rings.h"
#include "geo/polygon/crossings.h"
#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/geos_repair.h"
#include "geo/polygon/needless_vertices.h"

namespace fuzz {

namespace {

using city::MapPoint;
using geo_io::RingSet;

// On the grids all products are exact.
bool lie_on_each_other(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    const MapPoint u = b - a, v = d - c, w = c - a;
    if (u.x * v.y != u.y * v.x || u.x * w.y != u.y * w.x) return false;
    const double length2 = u.x * u.x + u.y * u.y, at_c = u.x * w.x + u.y * w.y,
                 at_d = at_c + u.x * v.x + u.y * v.y;
    return std::max(at_c, at_d) > 0.0 && std::min(at_c, at_d) < length2;
}

// Small enough for all pairs.
bool any_edges_lie_on_each_other(const RingSet& rings) {
    std::vector<std::pair<MapPoint, MapPoint>> edges;
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (const MapPoint next = ring[(i + 1) % ring.size()]; !(next == ring[i]))
                edges.emplace_back(ring[i], next);
    for (std::size_t e = 0; e < edges.size(); ++e)
        for (std::size_t f = e + 1; f < edges.size(); ++f)
            if (lie_on_each_other(edges[e].first, edges[e].second, edges[f].first, edges[f].second))
                return true;
    return false;
}

struct Areas {
    double whole_m2 = 0.0, length_m = 0.0;
    double slivers_m2 = 0.0;  // of pieces that either side may drop
};

void add(const OGRGeometry& geometry, Areas& areas) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon) {
        const OGRPolygon& polygon = *geometry.toPolygon();
        const double area_m2 = polygon.get_Area();
        areas.whole_m2 += area_m2;
        if (area_m2 < 1.1) areas.slivers_m2 += area_m2;
        for (const OGRLinearRing* ring : polygon) {
            areas.length_m += ring->get_Length();
            if (std::abs(ring->get_Area()) < 1.1) areas.slivers_m2 += std::abs(ring->get_Area());
        }
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(*part, areas);
    }
}

std::unique_ptr<OGRPolygon> to_ogr(const RingSet& rings) {
    auto polygon = std::make_unique<OGRPolygon>();
    for (const auto& points : rings) {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const MapPoint p : points) ring->addPoint(p.x, p.y);
        ring->closeRings();
        polygon->addRingDirectly(ring.release());
    }
    return polygon;
}

}  // namespace

void polygons_and_geos(Bytes bytes) {
    SomeRings some = some_rings(bytes);
    if (some.style == RingStyle::any) return;
    if (some.rings.empty() || some.rings.front().size() < 3) return;
    std::erase_if(some.rings, [](const auto& ring) { return ring.size() < 3; });
    // An outline that is a point or a line has no inside, and its holes are nothing.
    auto outline = some.rings.front();
    geo_io::drop_needless_vertices(outline);
    if (outline.size() < 3) return;
    std::size_t corners = 0;
    for (const auto& ring : some.rings) corners += ring.size();
    if (some.rings.empty() || corners > 30 || any_edges_lie_on_each_other(some.rings)) return;
    const std::unique_ptr<OGRGeometry> valid(to_ogr(some.rings)->MakeValid());
    if (!valid) return;
    Areas wanted;
    add(*valid, wanted);
    const geo_io::CleanResult result = geo_io::clean_polygon(some.rings);
    double got_m2 = 0.0;
    for (const RingSet& polygon : result.polygons) got_m2 += geo_io::area_m2(polygon);
    // A corner within a centimetre of a line is dropped, on either side of it.
    const double tolerance_m2 = 1e-6 + 0.011 * wanted.length_m + wanted.slivers_m2;
    if (result.outcome == geo_io::CleanOutcome::beyond_repair)
        must(wanted.whole_m2 <= 1.1 + tolerance_m2, "what GEOS repairs is not beyond repair");
    else
        must(std::abs(got_m2 - wanted.whole_m2) <= tolerance_m2, "GEOS finds the same area");
    // Where a hole touches its outline within rounding, GEOS may see it outside and drop it.
    for (const RingSet& polygon : result.polygons)
        must(geo_io::edges_cross(polygon) || to_ogr(polygon)->IsValid(),
             "GEOS finds valid what does not touch itself");
}

}  // namespace fuzz
