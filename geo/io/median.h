#pragma once

#include <algorithm>
#include <vector>

namespace geo_io {

/// The value in the middle, the upper one of two; sorts `values` in part. There must be one.
inline double median(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<long>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace geo_io
