#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace geo_io {

/// Boxes in a tree of eights, packed by place (sort-tile-recursive, Leutenegger, Lopez and
/// Edgington 1997): which of n boxes overlap another is found in log n steps and one for each that
/// does. Where boxes all lie on each other nothing helps, so that every search has an allowance.
class BoxTree {
  public:
    struct Box {
        double low_x, low_y, high_x, high_y;
        bool overlaps(const Box& o) const {
            return low_x <= o.high_x && o.low_x <= high_x && low_y <= o.high_y && o.low_y <= high_y;
        }
        /// One that holds nothing, to add others to.
        static Box nothing() { return {1e300, 1e300, -1e300, -1e300}; }
        void add(const Box& o);
    };
    enum class Found { no, yes, gave_up };

    /// Box i keeps the number i. No corner may be NaN.
    void build(std::span<const Box> boxes);

    /// Visits the numbers of the boxes that overlap `box`, in any order, until `visit(number)` says
    /// true (`yes`). Takes one from `allowance` for every box looked at; gives up when it is used.
    template <class Visit>
    Found any(const Box& box, std::uint64_t& allowance, Visit visit) const {
        if (number_.empty()) return Found::no;
        std::array<Node, 8 * most_levels> open;
        std::size_t opened = 0;
        open[opened++] = {static_cast<std::uint32_t>(first_of_level_.size() - 1), 0};
        while (opened > 0) {
            const Node node = open[--opened];
            const std::uint32_t first = first_of_level_[node.level] + node.at * fan_out,
                                end = std::min(first + fan_out, end_of_level_[node.level]);
            if (allowance < fan_out) return Found::gave_up;
            allowance -= fan_out;
            for (std::uint32_t i = first; i < end; ++i) {
                if (!boxes_[i].overlaps(box)) continue;
                if (node.level > 0)
                    open[opened++] = {node.level - 1, i - first_of_level_[node.level]};
                else if (visit(number_[i]))
                    return Found::yes;
            }
        }
        return Found::no;
    }

  private:
    static constexpr std::uint32_t fan_out = 8;
    static constexpr std::size_t most_levels = 12;  // 8^11 boxes and more
    struct Node {
        std::uint32_t level, at;  // the boxes that it holds are the at-th eight of that level
    };

    std::vector<Box> boxes_;             // all levels, the given boxes first
    std::vector<std::uint32_t> number_;  // of the given boxes, in their order here
    std::vector<std::uint32_t> first_of_level_, end_of_level_;
};

}  // namespace geo_io
