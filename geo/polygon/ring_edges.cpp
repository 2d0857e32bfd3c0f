#include "geo/polygon/ring_edges.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace geo_io {

void RingEdges::Boxes::make_room(std::size_t count) {
    for (std::vector<float>* bound : {&low_x, &low_y, &high_x, &high_y}) bound->resize(count);
}

void RingEdges::Boxes::set_empty(std::size_t from, std::size_t end) {
    for (std::size_t i = from; i < end; ++i) {
        low_x[i] = low_y[i] = std::numeric_limits<float>::max();
        high_x[i] = high_y[i] = std::numeric_limits<float>::lowest();
    }
}

void RingEdges::make_room(std::uint32_t edges) {
    if (edges + 2 * lanes <= from_.size()) return;
    const std::size_t room = 2 * static_cast<std::size_t>(edges + 2 * lanes);
    edges_.make_room(room);
    groups_.make_room(room / lanes + 2 * lanes);
    from_.resize(room);
    for (std::vector<std::uint32_t>* numbers : {&ring_, &next_}) numbers->resize(room);
}

void RingEdges::add_ring(std::span<const city::MapPoint> points) {
    if (points.empty()) return;
    const std::uint32_t first = size_, count = static_cast<std::uint32_t>(points.size());
    const std::uint32_t ring = first == 0 ? 0 : ring_[first - 1] + 1;
    const city::MapPoint origin = first == 0 ? points[0] : from_[0];
    make_room(first + count);
    size_ = first + count;
    auto ax = static_cast<float>(points[0].x - origin.x),
         ay = static_cast<float>(points[0].y - origin.y);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t e = first + i;
        const city::MapPoint b = points[i + 1 == count ? 0 : i + 1];
        const auto bx = static_cast<float>(b.x - origin.x), by = static_cast<float>(b.y - origin.y);
        // Half a millimetre, and what a float loses of a large number.
        const float margin =
            5e-4f + 2e-7f * (std::abs(ax) + std::abs(ay) + std::abs(bx) + std::abs(by));
        edges_.low_x[e] = std::min(ax, bx) - margin;
        edges_.low_y[e] = std::min(ay, by) - margin;
        edges_.high_x[e] = std::max(ax, bx) + margin;
        edges_.high_y[e] = std::max(ay, by) + margin;
        from_[e] = points[i];
        ring_[e] = ring;
        next_[e] = e + 1;
        ax = bx;
        ay = by;
    }
    next_[first + count - 1] = first;
    edges_.set_empty(size_, size_ + 2 * lanes);
    box_groups(first);
}

// By halves: a compiler makes vectors of that.
template <class Choose>
static float extreme(const float* eight, Choose choose) {
    float four[4];
    for (int i = 0; i < 4; ++i) four[i] = choose(eight[i], eight[i + 4]);
    return choose(choose(four[0], four[2]), choose(four[1], four[3]));
}

void RingEdges::box_groups(std::uint32_t first_edge) {
    const std::uint32_t groups = (size_ + lanes - 1) / lanes;
    for (std::uint32_t g = first_edge / lanes; g < groups; ++g) {
        const std::size_t first = std::size_t{g} * lanes;
        const auto lowest = [first](const std::vector<float>& bound) {
            return extreme(&bound[first], [](float a, float b) { return std::min(a, b); });
        };
        const auto highest = [first](const std::vector<float>& bound) {
            return extreme(&bound[first], [](float a, float b) { return std::max(a, b); });
        };
        groups_.low_x[g] = lowest(edges_.low_x);
        groups_.low_y[g] = lowest(edges_.low_y);
        groups_.high_x[g] = highest(edges_.high_x);
        groups_.high_y[g] = highest(edges_.high_y);
    }
    groups_.set_empty(groups, groups + lanes);
}

std::vector<std::uint32_t> RingEdges::from_west_to_east() const {
    std::vector<std::uint32_t> order(size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return edges_.low_x[a] < edges_.low_x[b];
    });
    return order;
}

std::uint64_t RingEdges::overlaps_in_x(const std::vector<std::uint32_t>& order) const {
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto behind = std::upper_bound(
            order.begin() + static_cast<std::ptrdiff_t>(i), order.end(), edges_.high_x[order[i]],
            [this](float x, std::uint32_t e) { return x < edges_.low_x[e]; });
        pairs += static_cast<std::uint64_t>(behind - order.begin()) - i - 1;
    }
    return pairs;
}

std::vector<BoxTree::Box> RingEdges::all_boxes() const {
    std::vector<BoxTree::Box> boxes;
    boxes.reserve(size());
    for (std::uint32_t e = 0; e < size(); ++e) boxes.push_back(box_of(e));
    return boxes;
}

}  // namespace geo_io
