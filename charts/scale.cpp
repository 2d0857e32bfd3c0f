#include "charts/scale.h"

#include <algorithm>
#include <cmath>

namespace charts {

float LinearScale::at(double value) const {
    return static_cast<float>(static_cast<double>(from_px) +
                              static_cast<double>(to_px - from_px) * (value - low) / (high - low));
}

double LinearScale::value_at(float px) const {
    return low +
           (high - low) * static_cast<double>(px - from_px) / static_cast<double>(to_px - from_px);
}

Ticks round_ticks(double low, double high, int most) {
    if (low == high) {
        low = std::min(0.0, low);
        high = std::max(0.0, high);
    }
    // Also what no step of a double divides.
    if (!(high - low > 1e-300 && high - low < 1e300)) return {{0.0}, 0.0, 1.0};
    if (high - low < 1e-12 * std::max(std::abs(low), std::abs(high)))
        return {{low, high}, low, high};
    most = std::max(most, 2);  // zero inside needs one step below and one above
    // A billionth of a step beyond a tick is the arithmetic's, not the data's.
    constexpr double slack = 1e-9;
    double power = std::pow(10.0, std::floor(std::log10((high - low) / most)));
    for (;; power *= 10.0)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            const double first = std::floor(low / step + slack),
                         last = std::ceil(high / step - slack);
            if (last - first > most) continue;
            Ticks ticks{{}, first * step, last * step};
            for (double k = first; k <= last; ++k) ticks.values.push_back(k * step);
            return ticks;
        }
}

}  // namespace charts
