#pragma once

#include <cstdint>

namespace viewer {

/// What plays: the hours of one day, the typical days of twelve months, or the year at one hour.
enum class Play : std::uint8_t { day, year_of_days, year_at_hour, count_ };

/// A date and an hour for the sun, on each city's own clock (standard time), and for loads and
/// traffic when they are shown.
struct SunTime {
    int month = 6, day = 21;
    float hour = 16.0f;  ///< 0..24
    bool playing = false;
    Play play = Play::day;
    float speed = 1.0f;     ///< 1: a day in 20 s
    float day_part = 0.0f;  ///< of the day that passes while the year plays at one hour
    bool loads = false;     ///< the layer shows what flows in this hour, not the year's amount
    bool weekend = false;
    bool operator==(const SunTime&) const = default;
};

}  // namespace viewer
