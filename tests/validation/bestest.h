#pragma once

#include <string>
#include <vector>

#include "emissions/climate/weather_year.h"

namespace test {

/// One of the building fabric cases of ANSI/ASHRAE Standard 140-2020.
struct BestestCase {
    std::string name;  ///< "600", "900FF"
    bool heavy = false, east_west_windows = false, overhang = false, fins = false;
    bool setback = false, night_vent = false, free_float = false;
    double heating_degc = 20, cooling_degc = 27;
    double window_u = 2.9,
           window_g = 0.789;  ///< two clear panes of 3 mm, 12 mm of air: EN 673; g as lumped (m)
    double wall_u = 0.534, roof_u = 0.327;
};
std::vector<BestestCase> bestest_cases();

enum class ZoneModel { one_mass, two_masses };

struct BestestOutcome {
    double heating_mwh = 0, cooling_mwh = 0, peak_heating_kw = 0, peak_cooling_kw = 0;
    double max_degc = -100, min_degc = 100, mean_degc = 0;
};
BestestOutcome run_bestest(const BestestCase& one, const emissions::WeatherYear& denver,
                           ZoneModel model);

}  // namespace test
