#pragma once

#include <cmath>
#include <limits>

namespace city {

/// The value for "not known". It spreads through every formula; zero means zero.
inline constexpr float missing = std::numeric_limits<float>::quiet_NaN();

inline bool is_missing(float value) {
    return std::isnan(value);
}
inline bool is_missing(double value) {
    return std::isnan(value);
}

}  // namespace city
