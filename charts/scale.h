#pragma once

#include <cstddef>
#include <vector>

namespace charts {

/// Values -> pixels along one axis. `to_px` may lie before `from_px`: y grows downwards.
struct LinearScale {
    double low = 0, high = 1;
    float from_px = 0, to_px = 1;

    float at(double value) const;
    double value_at(float px) const;
};

/// `count` slots of one width side by side, for what has names instead of values.
struct CategoryScale {
    std::size_t count = 1;
    float from_px = 0, to_px = 1;

    float step() const { return (to_px - from_px) / static_cast<float>(count); }
    float low(std::size_t slot) const { return from_px + step() * static_cast<float>(slot); }
};

/// Round values, 1, 2 or 5 times a power of ten apart, from at or below the data to at or above it.
struct Ticks {
    std::vector<double> values;  ///< rising, never empty
    double low = 0, high = 1;    ///< what an axis with these ticks runs over; low < high
};

/// At most `most` steps, two at least. Of one value: from zero to it. Of zero alone, and of what is
/// no number: the tick 0 on an axis from 0 to 1.
Ticks round_ticks(double low, double high, int most);

}  // namespace charts
