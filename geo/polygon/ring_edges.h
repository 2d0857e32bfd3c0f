#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "geo/city/frames.h"
#include "geo/polygon/box_tree.h"

namespace geo_io {

/// The edges of some rings, with a box round each and one round every eight, to find the pairs that
/// may meet. Boxes are floats relative to the first point, a little larger than the edges: a pair
/// that is not visited certainly does not meet. Kept by the caller and filled again and again, so
/// that no ring allocates.
class RingEdges {
  public:
    void clear() { size_ = 0; }
    void add_ring(std::span<const city::MapPoint> points);

    std::uint32_t size() const { return size_; }
    city::MapPoint from(std::uint32_t e) const { return from_[e]; }
    city::MapPoint to(std::uint32_t e) const { return from_[next_[e]]; }
    std::uint32_t ring(std::uint32_t e) const { return ring_[e]; }
    /// The edge that starts where `e` ends.
    std::uint32_t next(std::uint32_t e) const { return next_[e]; }

    /// Visits every pair e < f of edges, neighbours left out, whose boxes overlap, until `visit(e,
    /// f)` says true (`yes`). Gives up on edges that nearly all overlap nearly all others: n log n
    /// steps and some ten million are allowed.
    using Found = BoxTree::Found;
    template <class Visit>
    Found any_near_pair(Visit visit) const {
        if (size() <= most_for_all_pairs) return all_pairs(visit) ? Found::yes : Found::no;
        const std::vector<std::uint32_t> order = from_west_to_east();
        if (overlaps_in_x(order) <= most_steps) return sweep(order, visit);
        return through_tree(visit);
    }

  private:
    static constexpr std::uint32_t most_for_all_pairs = 400;
    static constexpr std::uint64_t most_steps = 20'000'000;  // about a tenth of a second
    static constexpr std::uint64_t steps_for_an_edge = 400;
    static constexpr std::uint32_t lanes = 8;

    struct Boxes {
        std::vector<float> low_x, low_y, high_x, high_y;
        void make_room(std::size_t count);
        void set_empty(std::size_t from, std::size_t end);
        bool overlap(std::uint32_t e, std::uint32_t f) const {
            return low_x[e] <= high_x[f] && low_x[f] <= high_x[e] && low_y[e] <= high_y[f] &&
                   low_y[f] <= high_y[e];
        }
    };
    struct Box {
        float low_x, low_y, high_x, high_y;
    };

    void make_room(std::uint32_t edges);
    void box_groups(std::uint32_t first_edge);
    bool neighbours(std::uint32_t e, std::uint32_t f) const {
        return next_[e] == f || next_[f] == e;
    }

    // Which of the eight boxes from `first` on overlap `box`: a bit each. Behind the last there are
    // empty ones.
    static std::uint32_t overlapping(const Boxes& boxes, std::size_t first, const Box& box) {
        using Four [[gnu::vector_size(16)]] = float;
        using Bits [[gnu::vector_size(16)]] = std::int32_t;
        const auto four = [](const std::vector<float>& bound, std::size_t at) {
            Four values;
            std::memcpy(&values, &bound[at], sizeof values);
            return values;
        };
        const auto near = [&](std::size_t at) {
            return (four(boxes.low_x, at) <= box.high_x) & (four(boxes.high_x, at) >= box.low_x) &
                   (four(boxes.low_y, at) <= box.high_y) & (four(boxes.high_y, at) >= box.low_y);
        };
        const Bits bits =
            (near(first) & Bits{1, 2, 4, 8}) | (near(first + 4) & Bits{16, 32, 64, 128});
        std::uint64_t halves[2];
        std::memcpy(halves, &bits, sizeof halves);
        const std::uint64_t both = halves[0] | halves[1];
        return static_cast<std::uint32_t>(both | both >> 32);
    }

    // Edges that follow each other lie close together, so most groups of eight are passed over at
    // once; that beats sorting them for all but the longest rings.
    template <class Visit>
    bool all_pairs(Visit& visit) const {
        const std::uint32_t groups = (size_ + lanes - 1) / lanes;
        for (std::uint32_t e = 0; e + 1 < size_; ++e) {
            const Box box{edges_.low_x[e], edges_.low_y[e], edges_.high_x[e], edges_.high_y[e]};
            const std::uint32_t own = (e + 1) / lanes;
            for (std::uint32_t eight = own; eight < groups; eight += lanes)
                for (std::uint32_t near = overlapping(groups_, eight, box); near != 0;
                     near &= near - 1) {
                    const std::uint32_t group =
                        eight + static_cast<std::uint32_t>(std::countr_zero(near));
                    std::uint32_t met = overlapping(edges_, std::size_t{group} * lanes, box);
                    if (group == own) met &= ~0u << (e + 1 - own * lanes);
                    for (; met != 0; met &= met - 1) {
                        const std::uint32_t f =
                            group * lanes + static_cast<std::uint32_t>(std::countr_zero(met));
                        if (!neighbours(e, f) && visit(e, f)) return true;
                    }
                }
        }
        return false;
    }

    // By their western ends.
    std::vector<std::uint32_t> from_west_to_east() const;
    // How many pairs a sweep looks at: those side by side in x.
    std::uint64_t overlaps_in_x(const std::vector<std::uint32_t>& order) const;

    // From west to east, an edge can only meet those that start before it ends.
    template <class Visit>
    Found sweep(const std::vector<std::uint32_t>& order, Visit& visit) const {
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1;
                 j < order.size() && edges_.low_x[order[j]] <= edges_.high_x[order[i]]; ++j) {
                const std::uint32_t e = std::min(order[i], order[j]),
                                    f = std::max(order[i], order[j]);
                if (edges_.overlap(e, f) && !neighbours(e, f) && visit(e, f)) return Found::yes;
            }
        return Found::no;
    }

    template <class Visit>
    Found through_tree(Visit& visit) const {
        BoxTree tree;
        tree.build(all_boxes());
        std::uint64_t allowance = most_steps + steps_for_an_edge * size();
        for (std::uint32_t e = 0; e < size(); ++e) {
            const auto found = tree.any(box_of(e), allowance, [&](std::uint32_t f) {
                return e < f && !neighbours(e, f) && visit(e, f);
            });
            if (found != Found::no) return found;
        }
        return Found::no;
    }
    BoxTree::Box box_of(std::uint32_t e) const {
        return {static_cast<double>(edges_.low_x[e]), static_cast<double>(edges_.low_y[e]),
                static_cast<double>(edges_.high_x[e]), static_cast<double>(edges_.high_y[e])};
    }
    std::vector<BoxTree::Box> all_boxes() const;

    // All larger than is used, and never smaller again.
    std::uint32_t size_ = 0;
    Boxes edges_, groups_;  ///< behind the last there are `lanes` empty ones
    std::vector<city::MapPoint> from_;
    std::vector<std::uint32_t> ring_, next_;
};

}  // namespace geo_io
