#pragma once

#include <vector>

namespace emissions {

/// Hourly useful loads of every building, summed up: one row per building, 0.1 kB each.
struct HourlyLoads {
    std::vector<float> heating_kwh, cooling_kwh;        ///< [building * 12 + month]
    std::vector<float> heating_peak_w, cooling_peak_w;  ///< [building]
};

}  // namespace emissions
