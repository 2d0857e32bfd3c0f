#pragma once

#include <span>

#include "geo/io/footprint_clean.h"

namespace geo_io {

/// Whether any two edges of the rings cross or touch other than at a shared vertex; with a tolerance, only
/// crossings deeper than that.
bool edges_cross(const RingSet& rings, double tolerance_m = 0.0);

/// The same for both at once.
enum class Crossing { none, within_tolerance, deep };
Crossing crossing_of(const RingSet& rings, double tolerance_m);

/// Whether rings in flat arrays (ring r is [offsets[r], offsets[r + 1])) neither cross nor touch, but for vertices
/// that different rings share: no ring comes back to one of its vertices. Allocates nothing.
bool are_simple(std::span<const city::MapPoint> points, std::span<const std::uint32_t> offsets);

/// Twice the signed area of a, b, p: positive when p lies left of a -> b.
inline double side(city::MapPoint a, city::MapPoint b, city::MapPoint p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

}  // namespace geo_io
