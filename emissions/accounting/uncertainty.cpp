#include "emissions/accounting/uncertainty.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "emissions/accounting/factors.h"
#include "emissions/model/baseline.h"
#include "emissions/reference/tables.h"
#include "geo/city/missing.h"

namespace emissions {

namespace {

// Parameters in the order of the draws; end uses first.
constexpr std::array parameters{"heating",  "cooling",  "hot_water", "lighting",    "appliances",
                                "cooking",  "traffic",  "grid co2",  "grid air",    "fuel co2",
                                "fuel air", "heat co2", "heat air",  "vehicle co2", "vehicle air"};
enum Parameter : std::size_t {
    traffic_p = 6,
    grid_co2,
    grid_air,
    fuel_co2,
    fuel_air,
    heat_co2,
    heat_air,
    vehicle_co2,
    vehicle_air
};
constexpr std::size_t end_uses = 6;
constexpr double deviations_90 = 1.645;  // half of the middle 90 % of a normal distribution

double sum(const Column& column) {
    double total = 0;
    for (const float value : column)
        total += city::is_missing(value) ? 0.0 : static_cast<double>(value);
    return total;
}

// Fixed draws, the same in every session: Halton points through the inverse of the normal
// distribution.
double halton(int index, int base) {
    double value = 0, digit = 1;
    for (int i = index; i > 0; i /= base) value += (digit /= base) * (i % base);
    return value;
}
Range90 middle_90(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return {at(0.05), at(0.95)};
}

bool is_greenhouse(Pollutant p) {
    return p == Pollutant::co2 || p == Pollutant::ch4 || p == Pollutant::n2o ||
           p == Pollutant::co2e;
}

// Sums of a city that the draws multiply.
struct CitySums {
    std::array<double, end_uses> electric_kwh{}, fuel_kwh{}, heat_kwh{};  // by end use
    double pv_kwh = 0, traffic_kwh = 0;
    city::EnumArray<Pollutant, double> grid_kg{}, fuel_kg{}, heat_kg{}, road_kg{};
};

CitySums sums_of(const Baseline& baseline, const Scenario& scenario, const Results& results) {
    CitySums s;
    const BuildingResults& b = results.buildings;
    std::array<double, end_uses> use{};
    for (const EndUse u : city::all_of<EndUse>())
        use[static_cast<std::size_t>(u)] = sum(b.end_use_kwh[u]);
    const double bought = sum(b.carrier_kwh[Carrier::electricity]),
                 fuel = sum(b.carrier_kwh[baseline.fuel]),
                 heat = sum(b.carrier_kwh[Carrier::district_heat]);
    s.pv_kwh =
        std::max(0.0, use[0] + use[1] + use[2] + use[3] + use[4] + use[5] - bought - fuel - heat);
    // Cooling, light and appliances are electric and district heat heats; what burns on site is
    // spread over the rest of heating, hot water and cooking.
    s.heat_kwh[0] = std::min(heat, use[0]);
    const std::array<double, end_uses> can_burn{use[0] - s.heat_kwh[0], 0, use[2], 0, 0, use[5]};
    const double burnable = can_burn[0] + can_burn[2] + can_burn[5];
    for (std::size_t u = 0; u < end_uses; ++u) {
        s.fuel_kwh[u] = burnable > 0 ? fuel * can_burn[u] / burnable : 0.0;
        s.electric_kwh[u] = std::max(0.0, use[u] - s.fuel_kwh[u] - s.heat_kwh[u]);
    }
    const EmissionFactors factors = factors_for(baseline, scenario);
    for (const Pollutant p : city::all_of<Pollutant>()) {
        s.grid_kg[p] = factors.delivered_kg_per_kwh(p);
        s.fuel_kg[p] = factors.kg_per_kwh[baseline.fuel][p];
        s.heat_kg[p] = factors.kg_per_kwh[Carrier::district_heat][p];
        s.road_kg[p] = sum(results.roads.emitted_kg[p]);
    }
    for (const auto& column : results.roads.carrier_kwh) s.traffic_kwh += sum(column);
    return s;
}

double emitted(const CitySums& s, const std::array<double, parameters.size()>& by, Pollutant p) {
    double electric = -s.pv_kwh, fuel = 0, heat = 0;
    for (std::size_t u = 0; u < end_uses; ++u)
        electric += s.electric_kwh[u] * by[u], fuel += s.fuel_kwh[u] * by[u],
            heat += s.heat_kwh[u] * by[u];
    const bool ghg = is_greenhouse(p);
    return std::max(0.0, electric) * s.grid_kg[p] * by[ghg ? grid_co2 : grid_air] +
           fuel * s.fuel_kg[p] * by[ghg ? fuel_co2 : fuel_air] +
           heat * s.heat_kg[p] * by[ghg ? heat_co2 : heat_air] +
           s.road_kg[p] * by[traffic_p] * by[ghg ? vehicle_co2 : vehicle_air];
}

}  // namespace

Uncertainty uncertainty_of(const Baseline& baseline, const Scenario& scenario,
                           const Results& results, int draws) {
    Uncertainty result;
    if (baseline.library == nullptr || draws < 2) return result;
    const CitySums s = sums_of(baseline, scenario, results);
    const auto spread = [&](const char* parameter) {
        return baseline.library->tables()
                   .uncertainty.value("both", parameter, "spread_90")
                   .value_or(0.3) /
               deviations_90;
    };
    const double single =
        spread("building") /
        std::sqrt(static_cast<double>(std::max<std::size_t>(baseline.building_count(), 1)));
    std::array<double, parameters.size()> deviation{};
    for (std::size_t k = 0; k < parameters.size(); ++k)
        deviation[k] = std::hypot(spread(parameters[k]), k < end_uses ? single : 0.0);
    static constexpr std::array primes{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47};
    static_assert(primes.size() == parameters.size());

    const boost::math::normal normal;
    std::vector<double> energy;
    city::EnumArray<Pollutant, std::vector<double>> kg;
    for (int draw = 1; draw <= draws; ++draw) {
        std::array<double, parameters.size()> by{};
        for (std::size_t k = 0; k < by.size(); ++k) {
            const double log_deviation = std::sqrt(std::log1p(deviation[k] * deviation[k]));
            // Median a little below one, so that the mean stays the figure shown.
            by[k] = std::exp(log_deviation * quantile(normal, halton(draw + 20, primes[k])) -
                             0.5 * log_deviation * log_deviation);
        }
        double kwh = s.traffic_kwh * by[traffic_p] - s.pv_kwh;
        for (std::size_t u = 0; u < end_uses; ++u)
            kwh += (s.electric_kwh[u] + s.fuel_kwh[u] + s.heat_kwh[u]) * by[u];
        energy.push_back(kwh);
        for (const Pollutant p : city::all_of<Pollutant>()) kg[p].push_back(emitted(s, by, p));
    }
    result.energy_kwh = middle_90(energy);
    for (const Pollutant p : city::all_of<Pollutant>()) result.emitted_kg[p] = middle_90(kg[p]);

    // One parameter at a time, one deviation up: shares of the variance.
    std::array<double, parameters.size()> ones;
    ones.fill(1.0);
    const double middle = emitted(s, ones, Pollutant::co2e);
    double all = 0;
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        auto up = ones;
        up[k] += deviation[k];
        const double moved = emitted(s, up, Pollutant::co2e) - middle;
        all += moved * moved;
        result.largest.push_back({parameters[k], moved * moved});
    }
    for (auto& one : result.largest) one.share = all > 0 ? one.share / all : 0.0;
    std::sort(result.largest.begin(), result.largest.end(),
              [](const auto& a, const auto& b) { return a.share > b.share; });
    result.largest.resize(3);
    return result;
}

}  // namespace emissions
