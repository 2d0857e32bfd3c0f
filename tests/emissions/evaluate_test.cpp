#include "emissions/evaluate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"
#include "tests/support/shares.h"

using city::BuildingUse;
using emissions::Carrier;
using emissions::Column;
using emissions::EndUse;
using emissions::Pollutant;
using emissions::Results;
using emissions::Scenario;

namespace {

Results results_of(const city::CityModel& city, const Scenario& scenario = {}) {
    const auto baseline = emissions::prepare(city, test::reference_tables());
    if (!baseline) FAIL(baseline.error().message);
    return evaluate(**baseline, scenario);
}

double sum(const Column& column) {
    return std::accumulate(column.begin(), column.end(), 0.0);
}

double co2e_kg(const Results& results) {
    return sum(results.buildings.emitted_kg[Pollutant::co2e]) +
           sum(results.roads.emitted_kg[Pollutant::co2e]);
}

city::CityModel sample_of(sample::Style style) {
    return sample::make_sample_city({.style = style, .buildings = 1200, .seed = 5});
}

constexpr std::array styles{sample::Style::california, sample::Style::china};

bool same_or_both_missing(float a, float b) {
    return a == b || (city::is_missing(a) && city::is_missing(b));
}

}  // namespace

// A detached house of 200 m2 in San Francisco, built in 1985:
//   climate   heating 1557 / 1150 K d = 1.353913; cooling 22 / 400 K d, but at least 0.2
//   era       1978-1992: heating 0.97, cooling 0.99, lighting 1
//   intensities in kWh/m2 (RECS 2015 and RASS 2019)      electricity                      gas
//     heating     1.113 / 18.537 * 1.353913 * 0.97          292.3396                 4868.9123
//     hot water   1.113 / 28.056                            222.6                    5611.2
//     cooling     3.71 * 0.2 * 0.99                         146.916
//     lighting    4.081                                     816.2
//     appliances 25.599                                    5119.8
//     cooking     1.484 / 3.507                             296.8                     701.4
//                                                  x 200 = 6894.6556 kWh            11181.5123 kWh
//   kg CO2e per kWh (AR6: CH4 27.9, N2O 273)
//     electricity in 2024  (0.1516 + 27.9 * 1.134e-5 + 273 * 1.3608e-6) / (1 - 0.051 lost) =
//     0.160471954 gas                  0.180912 + 27.9 * 3.41214e-6 + 273 * 3.40499e-7 =
//     0.181100155
//   CO2e      6894.6556 * 0.160471954 + 11181.5123 * 0.181100155 = 1106.3989 + 2024.9736   =
//   3131.3725 kg
TEST_CASE("energy and CO2e of one house match the sum done by hand", "[emissions][benchmark]") {
    const Results results =
        results_of(test::houses({{"a", BuildingUse::residential_detached, 200.0f, 1985.0f}}));
    const auto& b = results.buildings;
    const auto kwh = [](const Column& column) { return static_cast<double>(column.at(0)); };
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::heating]), WithinRel(292.3396 + 4868.9123, 1e-4));
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::cooling]), WithinRel(146.916, 1e-4));
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::hot_water]), WithinRel(222.6 + 5611.2, 1e-4));
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::lighting]), WithinRel(816.2, 1e-4));
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::appliances]), WithinRel(5119.8, 1e-4));
    CHECK_THAT(kwh(b.end_use_kwh[EndUse::cooking]), WithinRel(296.8 + 701.4, 1e-4));
    CHECK_THAT(kwh(b.carrier_kwh[Carrier::electricity]), WithinRel(6894.6556, 1e-4));
    CHECK_THAT(kwh(b.carrier_kwh[Carrier::natural_gas]), WithinRel(11181.5123, 1e-4));
    for (const Carrier none : {Carrier::lpg, Carrier::coal, Carrier::oil, Carrier::district_heat,
                               Carrier::petrol, Carrier::diesel})
        CHECK(kwh(b.carrier_kwh[none]) == 0.0);
    CHECK_THAT(kwh(b.emitted_kg[Pollutant::co2e]), WithinRel(3131.3725, 1e-4));
    CHECK(kwh(b.pv_kwh) == 0.0);
}

// All measures on the same house: heating 0.65 of 4868.9123 * 0.78 + 292.3396 * 1.3 = 4177.7931
// useful kWh by a heat pump of 3.2, hot water 5611.2 * 0.6 + 222.6 * 0.92 = 3571.512 by one of 3;
// cooling 0.85 * 0.65 of 146.916; half the lighting. The roof could give 100 m2 * 0.35 * 0.2 kW *
// 1429 kWh/kW = 10003 kWh, more than the house uses in a year: nothing is bought, gas cooks on.
TEST_CASE("all measures on one house match the sum done by hand", "[emissions][benchmark]") {
    Scenario all;
    for (const char* measure : {"envelope", "led", "heat_pump", "efficient_cooling"})
        set_share(all, measure, 1.0f);
    const city::CityModel city =
        test::houses({{"a", BuildingUse::residential_detached, 200.0f, 1985.0f}});
    const auto before_pv = results_of(city, all).buildings;
    const double bought_kwh =
        4177.7931 * 0.65 / 3.2 + 3571.512 / 3.0 + 146.916 * 0.85 * 0.65 + 408.1 + 5119.8 + 296.8;
    CHECK_THAT(static_cast<double>(before_pv.carrier_kwh[Carrier::electricity][0]),
               WithinRel(bought_kwh, 1e-4));
    CHECK_THAT(static_cast<double>(before_pv.carrier_kwh[Carrier::natural_gas][0]),
               WithinRel(701.4, 1e-4));
    set_share(all, "rooftop_pv", 1.0f);
    const auto with_pv = results_of(city, all).buildings;
    CHECK_THAT(static_cast<double>(with_pv.pv_kwh[0]), WithinRel(10'003.0, 1e-4));
    CHECK(with_pv.carrier_kwh[Carrier::electricity][0] == 0.0f);
    CHECK_THAT(static_cast<double>(with_pv.carrier_kwh[Carrier::natural_gas][0]),
               WithinRel(701.4, 1e-4));
}

TEST_CASE("twice the floor area is twice the energy and the CO2e", "[emissions][benchmark]") {
    const auto b = results_of(test::houses({{"a", BuildingUse::office, 1000.0f, 1999.0f},
                                            {"b", BuildingUse::office, 2000.0f, 1999.0f}}))
                       .buildings;
    CHECK(b.carrier_kwh[Carrier::electricity][0] > 0.0f);
    CHECK_THAT(static_cast<double>(b.carrier_kwh[Carrier::electricity][1]),
               WithinRel(2.0 * static_cast<double>(b.carrier_kwh[Carrier::electricity][0]), 1e-6));
    CHECK_THAT(static_cast<double>(b.emitted_kg[Pollutant::co2e][1]),
               WithinRel(2.0 * static_cast<double>(b.emitted_kg[Pollutant::co2e][0]), 1e-6));
}

TEST_CASE("a building of unknown floor area or use has unknown energy, not zero energy",
          "[emissions][benchmark]") {
    const auto city = test::houses({{"a", BuildingUse::office, 1000.0f, 1999.0f},
                                    {"b", BuildingUse::office, city::missing, 1999.0f},
                                    {"c", BuildingUse::unknown, 500.0f, 1999.0f}});
    const auto b = results_of(city).buildings;
    for (const std::size_t row : {1u, 2u}) {
        CHECK(city::is_missing(b.carrier_kwh[Carrier::electricity][row]));
        CHECK(city::is_missing(b.carrier_kwh[Carrier::natural_gas][row]));
        CHECK(city::is_missing(b.emitted_kg[Pollutant::co2e][row]));
        CHECK(city::is_missing(b.end_use_kwh[EndUse::heating][row]));
    }
    CHECK(b.carrier_kwh[Carrier::electricity][0] > 0.0f);

    // Not under any scenario either, solar power included.
    Scenario all;
    test::set_all_shares(all, 1.0f);
    set_share(all, "cleaner_grid", 0.0f);
    CHECK(city::is_missing(results_of(city, all).buildings.carrier_kwh[Carrier::electricity][1]));
}

TEST_CASE("end uses add up to what is delivered, and nothing is negative",
          "[emissions][benchmark]") {
    for (const auto style : styles)
        for (const float uptake : {0.0f, 0.5f, 1.0f}) {
            Scenario scenario;
            test::set_all_shares(scenario, uptake);
            set_share(scenario, "rooftop_pv", 0.0f);
            const auto b = results_of(sample_of(style), scenario).buildings;
            std::size_t negative = 0, apart = 0;
            for (std::size_t i = 0; i < b.count(); ++i) {
                double uses = 0.0, carriers = 0.0;
                for (const auto& column : b.end_use_kwh) {
                    uses += static_cast<double>(column[i]);
                    negative += column[i] < 0.0f;
                }
                for (const auto& column : b.carrier_kwh) {
                    carriers += static_cast<double>(column[i]);
                    negative += column[i] < 0.0f;
                }
                for (const auto& column : b.emitted_kg) negative += column[i] < 0.0f;
                apart += std::abs(uses - carriers) > 1e-5 * (1.0 + uses);
            }
            CHECK(negative == 0);
            CHECK(apart == 0);
        }
}

TEST_CASE("a roof never makes a building buy less than nothing", "[emissions][scenario]") {
    Scenario solar;
    set_share(solar, "rooftop_pv", 1.0f);
    for (const auto style : styles) {
        const city::CityModel city = sample_of(style);
        const auto before = results_of(city).buildings, after = results_of(city, solar).buildings;
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < after.count(); ++i) {
            const float bought = after.carrier_kwh[Carrier::electricity][i];
            wrong += bought < 0.0f || bought > before.carrier_kwh[Carrier::electricity][i] ||
                     !(after.pv_kwh[i] >= 0.0f);
        }
        CHECK(wrong == 0);
        CHECK(sum(after.pv_kwh) > 0.0);
    }
}

TEST_CASE("more uptake of a measure that saves never raises CO2e", "[emissions][scenario]") {
    for (const auto style : styles) {
        const city::CityModel city = sample_of(style);
        const auto baseline = emissions::prepare(city, test::reference_tables());
        REQUIRE(baseline);
        for (const char* measure :
             {"envelope", "led", "efficient_cooling", "rooftop_pv", "cleaner_grid"}) {
            double before_kg = co2e_kg(evaluate(**baseline, {}));
            const double today_kg = before_kg;
            for (const float uptake : {0.1f, 0.25f, 0.5f, 0.75f, 1.0f}) {
                Scenario scenario;
                set_share(scenario, measure, uptake);
                const double now_kg = co2e_kg(evaluate(**baseline, scenario));
                INFO(measure << " at " << uptake);
                CHECK(now_kg <= before_kg);
                before_kg = now_kg;
            }
            CHECK(before_kg < today_kg);
        }
    }
}

TEST_CASE("more uptake only ever adds buildings", "[emissions][scenario]") {
    const city::CityModel city = sample_of(sample::Style::california);
    const auto baseline = emissions::prepare(city, test::reference_tables());
    REQUIRE(baseline);
    const auto some = [&](float uptake) {
        Scenario scenario;
        set_share(scenario, "rooftop_pv", uptake);
        return evaluate(**baseline, scenario).buildings.pv_kwh;
    };
    const Column third = some(0.3f), half = some(0.5f);
    std::size_t lost = 0, with = 0;
    for (std::size_t i = 0; i < third.size(); ++i) {
        lost += third[i] > 0.0f && half[i] != third[i];
        with += half[i] > 0.0f;
    }
    CHECK(lost == 0);
    CHECK_THAT(static_cast<double>(with) / static_cast<double>(half.size()), WithinAbs(0.5, 0.05));
}

TEST_CASE("a zero-emission grid leaves only what is burnt in the city", "[emissions][scenario]") {
    Scenario clean;
    set_share(clean, "cleaner_grid", 1.0f);
    set_share(clean, "heat_pump", 1.0f);
    const auto b =
        results_of(test::houses({{"a", BuildingUse::residential_detached, 200.0f, 1985.0f}}), clean)
            .buildings;
    CHECK_THAT(static_cast<double>(b.emitted_kg[Pollutant::co2e][0]),
               WithinRel(701.4 * 0.181100155, 1e-4));  // gas cookers
}

TEST_CASE("each set of warming potentials changes CO2e and nothing else", "[emissions][scenario]") {
    for (const auto style : styles) {
        const city::CityModel city = sample_of(style);
        Scenario ar4, ar5, ar6;
        ar4.gwp = emissions::GwpSet::ar4;
        ar5.gwp = emissions::GwpSet::ar5;
        const Results with_ar4 = results_of(city, ar4), with_ar5 = results_of(city, ar5),
                      with_ar6 = results_of(city, ar6);
        CHECK(co2e_kg(with_ar4) != co2e_kg(with_ar5));
        CHECK(co2e_kg(with_ar5) != co2e_kg(with_ar6));
        for (const Pollutant same :
             {Pollutant::co2, Pollutant::ch4, Pollutant::n2o, Pollutant::nox, Pollutant::pm25})
            CHECK(with_ar4.buildings.emitted_kg[same] == with_ar6.buildings.emitted_kg[same]);
        CHECK(with_ar4.buildings.carrier_kwh == with_ar6.buildings.carrier_kwh);
    }
}

TEST_CASE("the order of the buildings changes no building's result", "[emissions][scenario]") {
    Scenario scenario;
    test::set_all_shares(scenario, 0.4f);
    for (const auto style : styles) {
        const city::CityModel city = sample_of(style);
        const std::size_t count = city.buildings.count();
        std::vector<std::size_t> order(count);
        for (std::size_t i = 0; i < count; ++i) order[i] = count - 1 - i;
        std::rotate(order.begin(), order.begin() + 100, order.end());
        const auto straight = results_of(city, scenario).buildings,
                   turned = results_of(test::reordered(city, order), scenario).buildings;
        REQUIRE(turned.count() == count);
        std::size_t different = 0;
        for (std::size_t k = 0; k < count; ++k) {
            for (const Carrier c : city::all_of<Carrier>())
                different += !same_or_both_missing(turned.carrier_kwh[c][k],
                                                   straight.carrier_kwh[c][order[k]]);
            for (const Pollutant p : city::all_of<Pollutant>())
                different += !same_or_both_missing(turned.emitted_kg[p][k],
                                                   straight.emitted_kg[p][order[k]]);
            different += !same_or_both_missing(turned.pv_kwh[k], straight.pv_kwh[order[k]]);
        }
        CHECK(different == 0);
    }
}

TEST_CASE("results written over older ones are the same as fresh ones", "[emissions][scenario]") {
    const city::CityModel city = sample_of(sample::Style::china);
    const auto baseline = emissions::prepare(city, test::reference_tables());
    REQUIRE(baseline);
    Scenario first, second;
    test::set_all_shares(first, 0.9f);
    set_share(second, "led", 0.2f);
    Results reused = evaluate(**baseline, first);
    evaluate_into(**baseline, second, reused);
    const Results fresh = evaluate(**baseline, second);
    CHECK(reused.buildings.carrier_kwh == fresh.buildings.carrier_kwh);
    CHECK(reused.buildings.emitted_kg == fresh.buildings.emitted_kg);
    CHECK(reused.roads.emitted_kg == fresh.roads.emitted_kg);
}

TEST_CASE("a city in a region without tables is an error for a person", "[emissions]") {
    city::CityModel city = test::houses({{"a", BuildingUse::office, 1000.0f, 1999.0f}});
    city.info.region = "FR-75";
    const auto baseline = emissions::prepare(city, test::reference_tables());
    REQUIRE_FALSE(baseline);
    CHECK(baseline.error().message.find("FR-75") != std::string::npos);
}
