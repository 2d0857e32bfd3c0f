#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/city/frames.h"

namespace city {

/// All footprint vertices in one array. Polygon p owns rings
/// [polygon_offsets[p], polygon_offsets[p + 1]), ring r owns points
/// [ring_offsets[r], ring_offsets[r + 1]): one element more than there are rows, so that the last
/// row is no special case. The first ring of a polygon is its outer ring, counter-clockwise; the
/// others are holes, clockwise. The first vertex is not repeated at the end.
struct Rings {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> ring_offsets{0};
    std::vector<std::uint32_t> polygon_offsets{0};

    std::size_t polygon_count() const { return polygon_offsets.size() - 1; }
    std::size_t ring_count() const { return ring_offsets.size() - 1; }
    std::span<const MapPoint> ring(std::size_t r) const {
        return std::span(points).subspan(ring_offsets[r], ring_offsets[r + 1] - ring_offsets[r]);
    }
    std::span<const MapPoint> outer(std::size_t polygon) const {
        return ring(polygon_offsets[polygon]);
    }
    void add_ring(std::span<const MapPoint> ring_points) {
        points.insert(points.end(), ring_points.begin(), ring_points.end());
        ring_offsets.push_back(static_cast<std::uint32_t>(points.size()));
    }
    /// The rings added since the last call become one polygon.
    void end_polygon() { polygon_offsets.push_back(static_cast<std::uint32_t>(ring_count())); }
};

/// Polylines: line l owns points [offsets[l], offsets[l + 1]).
struct Lines {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> offsets{0};

    std::size_t line_count() const { return offsets.size() - 1; }
    std::span<const MapPoint> line(std::size_t l) const {
        return std::span(points).subspan(offsets[l], offsets[l + 1] - offsets[l]);
    }
    void add_line(std::span<const MapPoint> line_points) {
        points.insert(points.end(), line_points.begin(), line_points.end());
        offsets.push_back(static_cast<std::uint32_t>(points.size()));
    }
};

/// Signed area of one ring in m2: positive when counter-clockwise.
double ring_area_m2(std::span<const MapPoint> ring);
/// Whether `p` lies inside the ring, whichever way it winds; on its edge either may come out.
bool contains(std::span<const MapPoint> ring, MapPoint p);
/// Outer ring minus holes, in m2.
double polygon_area_m2(const Rings& rings, std::size_t polygon);
double line_length_m(std::span<const MapPoint> line);

}  // namespace city
