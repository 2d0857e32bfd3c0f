#include "emissions/accounting/uncertainty.h"

#include <cmath>

#include "emissions/evaluate.h"
#include "emissions/measures/uptake.h"
#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"

using namespace emissions;

namespace {

Uncertainty of_city(const city::CityModel& city, const Scenario& scenario = {}, int draws = 400) {
    const auto made = prepare(city, test::reference_tables());
    if (!made) FAIL(made.error().message);
    return uncertainty_of(**made, scenario, evaluate(**made, scenario), draws);
}

double sum(const Column& column) {
    double total = 0;
    for (const float value : column)
        total += city::is_missing(value) ? 0.0 : static_cast<double>(value);
    return total;
}

}  // namespace

TEST_CASE("the range holds the total it belongs to, for every pollutant",
          "[emissions][uncertainty]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const auto city = sample::make_sample_city({.style = style, .buildings = 800, .seed = 4});
        const auto made = prepare(city, test::reference_tables());
        REQUIRE(made);
        const auto results = evaluate(**made, {});
        const auto range = uncertainty_of(**made, {}, results);
        for (const Pollutant p : city::all_of<Pollutant>()) {
            INFO(name_of(p));
            const double total =
                sum(results.buildings.emitted_kg[p]) + sum(results.roads.emitted_kg[p]);
            CHECK(range.emitted_kg[p].low < total);
            CHECK(range.emitted_kg[p].high > total);
            CHECK(range.emitted_kg[p].high < 3 * total);
        }
        REQUIRE(range.largest.size() == 3);
        CHECK(range.largest[0].share >= range.largest[1].share);
    }
}

// A house that only cools, lights and plugs in: electricity alone, so the spread of CO2 is that of
// its end uses and of the grid, and a scenario of a clean grid leaves nothing to be unsure of.
TEST_CASE("no emission, no spread", "[emissions][uncertainty]") {
    Scenario clean;
    for (const char* m : {"heat_pump", "cleaner_grid"}) set_share(clean, m, 1.0f);
    auto house = test::houses({{"a", city::BuildingUse::warehouse, 200, 1985}});
    const auto range = of_city(house, clean);
    CHECK(range.emitted_kg[Pollutant::co2].high - range.emitted_kg[Pollutant::co2].low <=
          1e-6 + 0.9 * range.emitted_kg[Pollutant::co2].high);
}

TEST_CASE("many buildings are surer than one, and the draws are the same each time",
          "[emissions][uncertainty]") {
    const auto one = of_city(test::houses({{"a", city::BuildingUse::office, 200, 1985}}));
    const auto four = of_city(test::houses({{"a", city::BuildingUse::office, 200, 1985},
                                            {"b", city::BuildingUse::office, 200, 1985},
                                            {"c", city::BuildingUse::office, 200, 1985},
                                            {"d", city::BuildingUse::office, 200, 1985}}));
    const auto relative = [](const Range90& r) { return (r.high - r.low) / (r.high + r.low); };
    CHECK(relative(four.energy_kwh) < 0.8 * relative(one.energy_kwh));
    const auto again = of_city(test::houses({{"a", city::BuildingUse::office, 200, 1985}}));
    CHECK(again.energy_kwh.low == one.energy_kwh.low);
    CHECK(again.energy_kwh.high == one.energy_kwh.high);
    // Enough draws: four times as many move the ends by less than 5 %.
    const auto more =
        of_city(test::houses({{"a", city::BuildingUse::office, 200, 1985}}), {}, 1600);
    CHECK(std::abs(more.energy_kwh.high / one.energy_kwh.high - 1) < 0.05);
}
