#include "emissions/accounting/inventory.h"

#include <map>
#include <string>

#include "emissions/evaluate.h"
#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"
#include "tests/support/shares.h"

using namespace emissions;

namespace {

double sum(const Column& column) {
    double total = 0.0;
    for (const float value : column)
        if (!city::is_missing(value)) total += static_cast<double>(value);
    return total;
}

double total_of(const Inventory& inventory, const std::string& quantity) {
    for (const InventoryRow& row : inventory.rows)
        if (row.sector == "total" && row.quantity == quantity) return row.value;
    FAIL("no total of " << quantity);
    return 0.0;
}

Scenario mixed(float uptake, int year) {
    Scenario scenario;
    scenario.year = year;
    test::set_all_shares(scenario, uptake);
    return scenario;
}

}  // namespace

TEST_CASE("the inventory's totals are the sums of the columns on screen",
          "[emissions][inventory]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const city::CityModel city = sample::make_sample_city({.style = style, .buildings = 2000});
        const auto baseline = prepare(city, test::reference_tables());
        REQUIRE(baseline);
        for (const Scenario& scenario : {Scenario{}, mixed(0.3f, 2024), mixed(0.8f, 2035)}) {
            const Results results = evaluate(**baseline, scenario);
            const Inventory inventory = inventory_of(**baseline, scenario, results);
            CHECK(inventory.buildings_without_result == 0);
            double energy_kwh = 0.0;
            for (const Carrier carrier : city::all_of<Carrier>())
                energy_kwh += sum(results.buildings.carrier_kwh[carrier]) +
                              sum(results.roads.carrier_kwh[carrier]);
            CHECK_THAT(total_of(inventory, "final_energy"), WithinRel(energy_kwh, 1e-6));
            for (const Pollutant p : city::all_of<Pollutant>()) {
                INFO(name_of(p) << " in " << scenario.year);
                const double columns_kg =
                    sum(results.buildings.emitted_kg[p]) + sum(results.roads.emitted_kg[p]);
                CHECK(columns_kg > 0.0);
                CHECK_THAT(total_of(inventory, std::string(name_of(p))),
                           WithinRel(columns_kg, 1e-6));
            }
        }
    }
}

TEST_CASE("every total is the sum of the rows above it", "[emissions][inventory]") {
    const city::CityModel city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 1000});
    const auto baseline = prepare(city, test::reference_tables());
    REQUIRE(baseline);
    const Inventory inventory = inventory_of(**baseline, {}, evaluate(**baseline, {}));
    std::map<std::string, double> sums;
    for (const InventoryRow& row : inventory.rows) {
        CHECK(row.unit == (row.quantity == "final_energy" ? "kWh" : "kg"));
        if (row.sector == "total") continue;
        CHECK((row.scope >= 1 && row.scope <= 3));
        CHECK(row.gpc_ref.back() == static_cast<char>('0' + row.scope));
        sums[row.quantity] += row.value;
    }
    CHECK(sums.size() == city::enum_count<Pollutant> + 1);
    for (const auto& [quantity, value] : sums)
        CHECK_THAT(total_of(inventory, quantity), WithinRel(value, 1e-12));
}

TEST_CASE("a building without a result is left out of the sums and counted",
          "[emissions][inventory]") {
    using city::BuildingUse;
    const auto whole = test::houses({{"a", BuildingUse::office, 1000.0f, 1999.0f}});
    const auto with_gap = test::houses({{"a", BuildingUse::office, 1000.0f, 1999.0f},
                                        {"b", BuildingUse::office, city::missing, 1999.0f}});
    const auto inventory_for = [](const city::CityModel& city) {
        const auto baseline = prepare(city, test::reference_tables());
        if (!baseline) FAIL(baseline.error().message);
        return inventory_of(**baseline, {}, evaluate(**baseline, {}));
    };
    const Inventory one = inventory_for(whole), two = inventory_for(with_gap);
    CHECK(one.buildings_without_result == 0);
    CHECK(two.buildings_without_result == 1);
    CHECK(total_of(two, "co2e") == total_of(one, "co2e"));
    CHECK(total_of(two, "final_energy") == total_of(one, "final_energy"));
    CHECK(total_of(one, "co2e") > 0.0);
}
