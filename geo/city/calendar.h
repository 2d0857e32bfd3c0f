#pragma once

#include <array>

namespace city {

/// Of a year without a leap day, January first; the hourly year has 365 days.
inline constexpr std::array<int, 12> days_in_month{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Days of the year that have passed when each month begins, without a leap day.
inline constexpr std::array<int, 12> days_before_month = [] {
    std::array<int, 12> before{};
    for (std::size_t month = 1; month < before.size(); ++month)
        before[month] = before[month - 1] + days_in_month[month - 1];
    return before;
}();

}  // namespace city
