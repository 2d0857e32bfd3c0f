#include "geo/io/batch_geometry.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

namespace geo_io {

namespace {

void add_ring(FeatureBatch& batch, const OGRSimpleCurve& ring) {
    const int count = ring.getNumPoints();
    const std::size_t start = batch.points.size();
    batch.points.resize(start + static_cast<std::size_t>(count));
    if (count > 0)
        ring.getPoints(&batch.points[start].x, sizeof(city::MapPoint), &batch.points[start].y,
                       sizeof(city::MapPoint));
    batch.ring_offsets.push_back(static_cast<std::uint32_t>(batch.points.size()));
}

void add_polygon(FeatureBatch& batch, const OGRPolygon& polygon, PartKind kind, float low,
                 float high) {
    const auto first = static_cast<std::uint32_t>(batch.ring_offsets.size() - 1);
    std::uint32_t rings = 0;
    for (const OGRLinearRing* ring : polygon) {
        add_ring(batch, *ring);
        ++rings;
    }
    batch.parts.push_back({static_cast<std::uint32_t>(batch.fid.size() - 1), first, rings,
                           rings == 0 ? PartKind::none : kind, low, high});
}

// A body given by its surfaces (CityGML, PolyhedralSurface, vertical faces in a MultiPolygon Z):
// all faces become rings of one part; the builder takes their union in plan.
void add_solid(FeatureBatch& batch, const std::vector<const OGRPolygon*>& faces) {
    const auto first = static_cast<std::uint32_t>(batch.ring_offsets.size() - 1);
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    std::uint32_t rings = 0;
    for (const OGRPolygon* face : faces) {
        const OGRLinearRing* ring = face->getExteriorRing();
        if (ring == nullptr) continue;
        add_ring(batch, *ring);
        ++rings;
        OGREnvelope3D box;
        ring->getEnvelope(&box);
        low = std::min(low, box.MinZ);
        high = std::max(high, box.MaxZ);
    }
    batch.parts.push_back({static_cast<std::uint32_t>(batch.fid.size() - 1), first, rings,
                           rings == 0 ? PartKind::none : PartKind::solid, static_cast<float>(low),
                           static_cast<float>(high)});
}

bool is_vertical(const OGRPolygon& face) {
    const OGRLinearRing* ring = face.getExteriorRing();
    if (ring == nullptr) return false;
    OGREnvelope3D box;
    ring->getEnvelope(&box);
    const double spread = std::max({box.MaxX - box.MinX, box.MaxY - box.MinY, 1e-9});
    return box.MaxZ - box.MinZ > 1e-6 && std::abs(ring->get_Area()) < 1e-6 * spread * spread;
}

// Collections within collections: nobody draws deeper, and the stack has an end.
constexpr int deepest = 200;

void add_at_depth(FeatureBatch& batch, const OGRGeometry* geometry, int depth) {
    const auto row = static_cast<std::uint32_t>(batch.fid.size() - 1);
    if (geometry == nullptr || geometry->IsEmpty()) {
        batch.parts.push_back({row, 0, 0, PartKind::none});
        return;
    }
    switch (wkbFlatten(geometry->getGeometryType())) {
        case wkbPolygon:
            add_polygon(batch, *geometry->toPolygon(), PartKind::polygon, 0, 0);
            return;
        case wkbLineString: {
            const auto first = static_cast<std::uint32_t>(batch.ring_offsets.size() - 1);
            add_ring(batch, *geometry->toLineString());
            batch.parts.push_back({row, first, 1, PartKind::line});
            return;
        }
        case wkbPolyhedralSurface:
        case wkbTIN: {
            std::vector<const OGRPolygon*> faces;
            for (const OGRPolygon* face : *geometry->toPolyhedralSurface()) faces.push_back(face);
            add_solid(batch, faces);
            return;
        }
        case wkbMultiPolygon: {
            std::vector<const OGRPolygon*> faces;
            bool solid = false;
            for (const OGRPolygon* face : *geometry->toMultiPolygon()) {
                faces.push_back(face);
                solid = solid || (geometry->Is3D() && is_vertical(*face));
            }
            if (solid) return add_solid(batch, faces);
            for (const OGRPolygon* face : faces) add_polygon(batch, *face, PartKind::polygon, 0, 0);
            return;
        }
        case wkbMultiLineString:
        case wkbGeometryCollection:
            if (depth == deepest) break;
            for (const OGRGeometry* part : *geometry->toGeometryCollection())
                add_at_depth(batch, part, depth + 1);
            return;
        case wkbPoint:
        case wkbMultiPoint:
            batch.parts.push_back({row, 0, 0, PartKind::wrong_type});
            return;
        default:
            break;
    }
    if (depth < deepest && geometry->hasCurveGeometry()) {
        const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
        if (straight && !straight->hasCurveGeometry())
            return add_at_depth(batch, straight.get(), depth + 1);
    }
    batch.parts.push_back({row, 0, 0, PartKind::wrong_type});
}

}  // namespace

void add_geometry(FeatureBatch& batch, const OGRGeometry* geometry) {
    add_at_depth(batch, geometry, 0);
}

}  // namespace geo_io
