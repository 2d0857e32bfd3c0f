#include "geo/io/ring_edges.h"

#include <cmath>
#include <limits>

namespace geo_io {

void RingEdges::make_room(std::uint32_t edges) {
    if (edges + lanes <= low_x_.size()) return;
    const std::size_t room = 2 * static_cast<std::size_t>(edges + lanes);
    for (std::vector<float>* bound : {&low_x_, &low_y_, &high_x_, &high_y_}) bound->resize(room);
    for (std::vector<city::MapPoint>* ends : {&from_, &to_}) ends->resize(room);
    for (std::vector<std::uint32_t>* numbers : {&ring_, &next_}) numbers->resize(room);
}

void RingEdges::add_ring(std::span<const city::MapPoint> points) {
    if (points.empty()) return;
    const std::uint32_t first = size_, count = static_cast<std::uint32_t>(points.size());
    const std::uint32_t ring = first == 0 ? 0 : ring_[first - 1] + 1;
    const city::MapPoint origin = first == 0 ? points[0] : from_[0];
    make_room(first + count);
    size_ = first + count;
    city::MapPoint a = points[0];
    auto ax = static_cast<float>(a.x - origin.x), ay = static_cast<float>(a.y - origin.y);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t e = first + i;
        const city::MapPoint b = points[i + 1 == count ? 0 : i + 1];
        const auto bx = static_cast<float>(b.x - origin.x), by = static_cast<float>(b.y - origin.y);
        // Half a millimetre, and what a float loses of a large number.
        const float margin = 5e-4f + 2e-7f * (std::abs(ax) + std::abs(ay) + std::abs(bx) + std::abs(by));
        low_x_[e] = std::min(ax, bx) - margin;
        low_y_[e] = std::min(ay, by) - margin;
        high_x_[e] = std::max(ax, bx) + margin;
        high_y_[e] = std::max(ay, by) + margin;
        from_[e] = a;
        to_[e] = b;
        ring_[e] = ring;
        next_[e] = e + 1;
        a = b;
        ax = bx;
        ay = by;
    }
    next_[first + count - 1] = first;
    for (std::uint32_t e = size_; e < size_ + lanes; ++e) {
        low_x_[e] = low_y_[e] = std::numeric_limits<float>::max();
        high_x_[e] = high_y_[e] = std::numeric_limits<float>::lowest();
    }
}

}  // namespace geo_io
