#pragma once

#include <algorithm>
#include <cstdio>
#include <string>

namespace geo_io {

/// "12.5" for 12.46 and one digit.
inline std::string fixed_digits(double value, int digits) {
    char text[64];
    const int length = std::snprintf(text, sizeof text, "%.*f", digits, value);
    return length > 0 ? std::string(text, static_cast<std::size_t>(
                                              std::min(length, static_cast<int>(sizeof text) - 1)))
                      : std::string();
}

}  // namespace geo_io
