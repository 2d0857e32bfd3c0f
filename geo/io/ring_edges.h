#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <vector>

#include "geo/city/frames.h"

namespace geo_io {

/// The edges of some rings, with a box round each, to find the pairs that may meet. Boxes are floats relative to the
/// first point, a little larger than the edges: a pair that is not visited certainly does not meet. Kept by the caller
/// and filled again and again, so that no ring allocates.
class RingEdges {
  public:
    void clear() { size_ = 0; }
    void add_ring(std::span<const city::MapPoint> points);

    std::uint32_t size() const { return size_; }
    city::MapPoint from(std::uint32_t e) const { return from_[e]; }
    city::MapPoint to(std::uint32_t e) const { return to_[e]; }
    std::uint32_t ring(std::uint32_t e) const { return ring_[e]; }
    /// The edge that starts where `e` ends.
    std::uint32_t next(std::uint32_t e) const { return next_[e]; }

    /// Visits every pair e < f of edges, neighbours left out, whose boxes overlap, until `visit(e, f)` says true;
    /// whether one did.
    template <class Visit>
    bool any_near_pair(Visit visit) const {
        return size() <= most_for_all_pairs ? all_pairs(visit) : sweep(visit);
    }

  private:
    static constexpr std::uint32_t most_for_all_pairs = 400;
    static constexpr std::uint32_t lanes = 8;

    void make_room(std::uint32_t edges);
    bool boxes_overlap(std::uint32_t e, std::uint32_t f) const {
        return low_x_[e] <= high_x_[f] && low_x_[f] <= high_x_[e] && low_y_[e] <= high_y_[f] && low_y_[f] <= high_y_[e];
    }
    bool neighbours(std::uint32_t e, std::uint32_t f) const { return next_[e] == f || next_[f] == e; }

    // Rings of buildings are short: comparing all boxes, eight at a time, beats sorting them.
    template <class Visit>
    bool all_pairs(Visit& visit) const {
        const std::uint32_t count = size();
        for (std::uint32_t e = 0; e + 1 < count; ++e) {
            if (next_[e] != e + 1 && boxes_overlap(e, e + 1) && !neighbours(e, e + 1) && visit(e, e + 1)) return true;
            for (std::uint32_t f = e + 2; f < count; f += lanes) {
                if (!any_overlap(e, f)) continue;
                for (std::uint32_t k = f; k < std::min(f + lanes, count); ++k)
                    if (boxes_overlap(e, k) && !neighbours(e, k) && visit(e, k)) return true;
            }
        }
        return false;
    }

    // Whether the box of `e` overlaps any of the eight from `f` on; behind the last there are empty ones.
    bool any_overlap(std::uint32_t e, std::uint32_t f) const {
        using Four [[gnu::vector_size(16)]] = float;
        const auto four = [](const std::vector<float>& bound, std::size_t at) {
            Four values;
            std::memcpy(&values, &bound[at], sizeof values);
            return values;
        };
        const float low_x = low_x_[e], low_y = low_y_[e], high_x = high_x_[e], high_y = high_y_[e];
        const auto near = [&](std::size_t at) {
            return (four(low_x_, at) <= high_x) & (four(high_x_, at) >= low_x) & (four(low_y_, at) <= high_y) & (four(high_y_, at) >= low_y);
        };
        const auto either = near(f) | near(f + 4);
        std::uint64_t halves[2];
        std::memcpy(halves, &either, sizeof halves);
        return (halves[0] | halves[1]) != 0;
    }

    // Sorted by their western end, an edge can only meet those that start before it ends.
    template <class Visit>
    bool sweep(Visit& visit) const {
        std::vector<std::uint32_t> order(size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) { return low_x_[a] < low_x_[b]; });
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size() && low_x_[order[j]] <= high_x_[order[i]]; ++j) {
                const std::uint32_t e = std::min(order[i], order[j]), f = std::max(order[i], order[j]);
                if (boxes_overlap(e, f) && !neighbours(e, f) && visit(e, f)) return true;
            }
        return false;
    }

    // All larger than is used, and never smaller again; behind the last edge there are `lanes` empty boxes.
    std::uint32_t size_ = 0;
    std::vector<float> low_x_, low_y_, high_x_, high_y_;
    std::vector<city::MapPoint> from_, to_;
    std::vector<std::uint32_t> ring_, next_;
};

}  // namespace geo_io
