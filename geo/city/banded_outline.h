#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"

namespace city {

/// An outline with its holes, its edges by the bands of height that they reach into: a ray to the
/// right of a place crosses none of the others. For outlines of ten thousand corners that are asked
/// often. Keeps its own copy of the edges.
class BandedOutline {
  public:
    BandedOutline() = default;
    BandedOutline(const Rings& rings, std::size_t polygon);

    const MapBox& box() const { return box_; }
    /// Whether `place` lies in an odd number of its rings, as `contains` says it of each.
    bool holds(MapPoint place) const;

  private:
    struct Edge {
        MapPoint a, b;
    };
    MapBox box_;
    double bands_per_m_ = 0.0;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> band_offsets_;
};

/// Which of `count` equal parts of [low, low + count / per_m] holds a value; the ends hold the
/// rest.
std::size_t part_of(double value, double low, double per_m, std::size_t count);

}  // namespace city
