#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace emissions {

enum class DayKind : std::uint8_t { weekday, weekend, count_ };

/// A year as its typical days: a weekday and a weekend day of each month, 24 hours each. Every
/// hourly column of this folder has one value per slot: the mean over all such hours of the year.
inline constexpr std::size_t slot_count = 12 * 2 * 24;

/// `month` 0..11, `hour` 0..23, the hour that starts then.
constexpr std::size_t slot_of(std::size_t month, DayKind kind, std::size_t hour) {
    return (month * 2 + static_cast<std::size_t>(kind)) * 24 + hour;
}

/// How many days of the year a slot stands for.
struct DayCounts {
    std::array<std::array<float, 2>, 12> by_month_and_kind{};
    float of_slot(std::size_t slot) const { return by_month_and_kind[slot / 48][slot / 24 % 2]; }
};

/// Of a year of 365 days whose 1 January is `first_weekday` (0 Monday ... 6 Sunday). Holidays count
/// as what they fall on.
DayCounts day_counts(int first_weekday);

using SlotValues = std::array<float, slot_count>;

}  // namespace emissions
