#pragma once

#include <string>
#include <vector>

#include "emissions/model/baseline.h"
#include "emissions/model/results.h"
#include "emissions/model/scenario.h"

namespace emissions {

/// The middle 90 % of what a total may be.
struct Range90 {
    double low = 0, high = 0;
};

/// How sure a city's totals are, and what makes them unsure.
struct Uncertainty {
    Range90 energy_kwh;  ///< final energy delivered to buildings and vehicles
    city::EnumArray<Pollutant, Range90> emitted_kg;
    struct Contribution {
        std::string parameter;  ///< subject of uncertainty.csv
        double share;           ///< of the variance of CO2e
    };
    std::vector<Contribution> largest;  ///< of CO2e, at most three
};

/// Monte Carlo over the parameters of uncertainty.csv: each is drawn once per draw for the whole
/// city (one grid factor for all), log-normal, and what differs from building to building shrinks
/// with their number. Always the same draws. Microseconds: works on the sums by end use and
/// carrier.
Uncertainty uncertainty_of(const Baseline& baseline, const Scenario& scenario,
                           const Results& results, int draws = 400);

}  // namespace emissions
