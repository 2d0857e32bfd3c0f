#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/city/frames.h"
#include "geo/polygon/box_tree.h"

namespace geo_io {

/// Which of many rings hold a place, as city::contains says it: for a hundred thousand holes in an
/// outline of a million corners. Only looks at rings whose box holds the place, and of long ones
/// only at the edges that reach into its band of height.
class RingFinder {
  public:
    /// The points must outlive the finder.
    explicit RingFinder(std::vector<std::span<const city::MapPoint>> rings);

    /// The rings that hold `place`, by falling number. Nothing when all questions together took
    /// more steps than a polygon may take (rings by the hundred thousand inside each other).
    std::optional<std::span<const std::uint32_t>> holding(city::MapPoint place);

  private:
    // The edges of a long ring by bands of height: edge e ends at corner e.
    struct Bands {
        double low_m = 0.0, per_m = 0.0;
        std::vector<std::uint32_t> offsets, edges;
        std::uint32_t of(double y) const;
    };
    static Bands bands_of(std::span<const city::MapPoint> ring);
    bool holds(std::uint32_t ring, city::MapPoint place);

    std::vector<std::span<const city::MapPoint>> rings_;
    std::vector<Bands> bands_;  // empty for a ring that was not asked yet, and for short ones
    BoxTree boxes_;
    std::vector<std::uint32_t> found_;
    std::uint64_t allowance_;
};

}  // namespace geo_io
