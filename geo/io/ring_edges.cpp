#include "geo/io/ring_edges.h"

#include <cmath>
#include <limits>

namespace geo_io {

void RingEdges::add_ring(std::span<const city::MapPoint> points) {
    if (points.empty()) return;
    const std::uint32_t first = size(), count = static_cast<std::uint32_t>(points.size());
    const std::uint32_t ring = ring_.empty() ? 0 : ring_.back() + 1;
    const city::MapPoint origin = first == 0 ? points[0] : from_[0];
    for (std::vector<float>* low : {&low_x_, &low_y_}) low->resize(first + count + lanes, std::numeric_limits<float>::max());
    for (std::vector<float>* high : {&high_x_, &high_y_}) high->resize(first + count + lanes, std::numeric_limits<float>::lowest());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t e = first + i;
        const city::MapPoint a = points[i], b = points[i + 1 == count ? 0 : i + 1];
        const auto ax = static_cast<float>(a.x - origin.x), ay = static_cast<float>(a.y - origin.y);
        const auto bx = static_cast<float>(b.x - origin.x), by = static_cast<float>(b.y - origin.y);
        // Half a millimetre, and what a float loses of a large number.
        const float margin = 5e-4f + 2e-7f * (std::abs(ax) + std::abs(ay) + std::abs(bx) + std::abs(by));
        low_x_[e] = std::min(ax, bx) - margin;
        low_y_[e] = std::min(ay, by) - margin;
        high_x_[e] = std::max(ax, bx) + margin;
        high_y_[e] = std::max(ay, by) + margin;
        from_.push_back(a);
        to_.push_back(b);
        ring_.push_back(ring);
        next_.push_back(i + 1 == count ? first : e + 1);
    }
}

}  // namespace geo_io
