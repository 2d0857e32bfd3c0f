#include "geo/polygon/box_tree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace geo_io {

void BoxTree::Box::add(const Box& o) {
    low_x = std::min(low_x, o.low_x);
    low_y = std::min(low_y, o.low_y);
    high_x = std::max(high_x, o.high_x);
    high_y = std::max(high_y, o.high_y);
}

void BoxTree::build(std::span<const Box> boxes) {
    number_.resize(boxes.size());
    std::iota(number_.begin(), number_.end(), 0u);
    const auto by = [&boxes](double Box::*low, double Box::*high) {
        return [&boxes, low, high](std::uint32_t a, std::uint32_t b) {
            return boxes[a].*low + boxes[a].*high < boxes[b].*low + boxes[b].*high;
        };
    };
    // Slices from west to east, each of about as many eights as there are slices.
    const double eights = std::ceil(static_cast<double>(boxes.size()) / fan_out);
    const std::size_t slice = fan_out * static_cast<std::size_t>(std::ceil(std::sqrt(eights)));
    std::sort(number_.begin(), number_.end(), by(&Box::low_x, &Box::high_x));
    for (std::size_t i = 0; i < number_.size(); i += slice)
        std::sort(
            number_.begin() + static_cast<std::ptrdiff_t>(i),
            number_.begin() + static_cast<std::ptrdiff_t>(std::min(i + slice, number_.size())),
            by(&Box::low_y, &Box::high_y));
    boxes_.clear();
    first_of_level_.assign(1, 0);
    for (const std::uint32_t number : number_) boxes_.push_back(boxes[number]);
    end_of_level_.assign(1, static_cast<std::uint32_t>(boxes_.size()));
    while (end_of_level_.back() - first_of_level_.back() > fan_out) {
        const std::uint32_t first = first_of_level_.back(), end = end_of_level_.back();
        first_of_level_.push_back(end);
        for (std::uint32_t i = first; i < end; i += fan_out) {
            Box all = Box::nothing();
            for (std::uint32_t k = i; k < std::min(i + fan_out, end); ++k) all.add(boxes_[k]);
            boxes_.push_back(all);
        }
        end_of_level_.push_back(static_cast<std::uint32_t>(boxes_.size()));
    }
}

}  // namespace geo_io
