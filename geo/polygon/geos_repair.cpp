#include "geo/polygon/geos_repair.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "geo/city/rings.h"
#include "geo/polygon/crossings.h"
#include "geo/polygon/needless_vertices.h"
#include "geo/source/gdal_setup.h"

namespace geo_io {

void orient(RingSet& rings) {
    for (std::size_t r = 0; r < rings.size(); ++r)
        if ((city::ring_area_m2(rings[r]) > 0.0) != (r == 0))
            std::reverse(rings[r].begin(), rings[r].end());
}

double area_m2(const RingSet& rings) {
    double sum = 0.0;
    for (std::size_t r = 0; r < rings.size(); ++r)
        sum += (r == 0 ? 1.0 : -1.0) * std::abs(city::ring_area_m2(rings[r]));
    return sum;
}

namespace {

using city::MapPoint;

constexpr std::size_t most_joined_corners = 400'000;  // GEOS takes some seconds for so many

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

// GEOS cuts every edge wherever another meets it, in whatever time and memory that takes.
bool too_complex_together(const std::vector<RingSet>& polygons) {
    thread_local RingEdges edges;
    edges.clear();
    std::size_t corners = 0;
    for (const RingSet& rings : polygons)
        for (const auto& ring : rings) {
            if (!std::all_of(ring.begin(), ring.end(), is_on_earth)) return true;
            corners += ring.size();
            if (corners > most_joined_corners) return true;
            edges.add_ring(ring);
        }
    return too_tangled(edges);
}

}  // namespace

CleanResult made_valid(const RingSet& rings) {
    const std::unique_ptr<OGRGeometry> valid(to_ogr(rings)->MakeValid());
    return from_ogr(valid.get());
}

CleanResult union_of(const std::vector<RingSet>& polygons) {
    if (too_complex_together(polygons)) return {{}, CleanOutcome::too_complex};
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
        } else if (OGR_GT_IsSubClassOf(wkbFlatten(valid->getGeometryType()),
                                       wkbGeometryCollection)) {
            for (const OGRGeometry* part : *valid->toGeometryCollection())
                if (wkbFlatten(part->getGeometryType()) == wkbPolygon) all.addGeometry(part);
        }
    }
    const std::unique_ptr<OGRGeometry> merged(all.UnionCascaded());
    return from_ogr(merged.get());
}

std::optional<std::vector<RingSet>> difference_of(const RingSet& polygon,
                                                  const std::vector<RingSet>& others) {
    std::unique_ptr<OGRGeometry> rest = to_ogr(polygon);
    for (const RingSet& other : others) {
        rest.reset(rest->Difference(to_ogr(other).get()));
        if (!rest) break;
    }
    CleanResult left = from_ogr(rest.get());
    if (!rest) return std::nullopt;
    return std::move(left.polygons);
}

double shared_area_m2(const RingSet& a, const RingSet& b) {
    const std::unique_ptr<OGRGeometry> shared(to_ogr(a)->Intersection(to_ogr(b).get()));
    double sum = 0.0;
    for (const RingSet& rings : from_ogr(shared.get()).polygons) sum += area_m2(rings);
    return sum;
}

}  // namespace geo_io
