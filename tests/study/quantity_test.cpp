#include "study/quantity.h"

#include "emissions/evaluate.h"
#include "tests/emissions/reference_tables.h"
#include "tests/support/catch.h"
#include "tests/support/five_houses.h"

using study::Per;
using study::Quantity;

namespace {

emissions::Results results_of(const city::CityModel& city) {
    const auto baseline = emissions::prepare(city, test::reference_tables());
    REQUIRE(baseline);
    return emissions::evaluate(**baseline, {});
}

}  // namespace

// Homes of 2000 and 150 m2 and 43 people: 50 m2 each, so 40 of them live in b and 3 in d.
TEST_CASE("per person a home's value is shared by its residents, and nobody lives in an office",
          "[study]") {
    auto city = test::five_houses();
    city.info.population = 43;
    CHECK_THAT(study::home_area_m2_per_person(city), WithinRel(50.0, 1e-9));
    const emissions::Results now = results_of(city);
    std::vector<float> total, person;
    building_values(city, now, Quantity::co2e, Per::total, total);
    building_values(city, now, Quantity::co2e, Per::capita, person);
    CHECK_THAT(person[1], WithinRel(total[1] / 40.0f, 1e-5f));
    CHECK_THAT(person[3], WithinRel(total[3] / 3.0f, 1e-5f));
    CHECK(city::is_missing(person[0]));
    CHECK_FALSE(city::is_missing(total[0]));
}

TEST_CASE("without a population no home has a value per person", "[study]") {
    const city::CityModel city = test::five_houses();
    const emissions::Results now = results_of(city);
    CHECK(city::is_missing(study::home_area_m2_per_person(city)));
    std::vector<float> person;
    building_values(city, now, Quantity::energy, Per::capita, person);
    for (const float value : person) CHECK(city::is_missing(value));
}

TEST_CASE("a total of some rows leaves out what is not known and says how many", "[study]") {
    const city::CityModel city = test::five_houses();
    const emissions::Results now = results_of(city);
    std::size_t unknown = 0;
    const std::vector<std::uint32_t> rows{0, 4, 77};
    const double energy_kwh = rows_total(now, Quantity::energy, rows, {}, &unknown);
    CHECK(unknown == 1);
    CHECK(energy_kwh > 0);
    CHECK(rows_total(now, Quantity::traffic, rows, {}) == 0.0);
}

TEST_CASE("a layer name says quantity and reference", "[study]") {
    const auto layer = study::layer_from_name("co2e_per_m2");
    REQUIRE(layer);
    CHECK(layer->quantity == Quantity::co2e);
    CHECK(layer->per == Per::m2);
    CHECK(study::layer_from_name("pm25")->per == Per::total);
    CHECK(study::layer_from_name("co2e_per_capita")->per == Per::capita);
    CHECK_FALSE(study::layer_from_name("colour"));
    CHECK_FALSE(study::layer_from_name("_per_capita"));
}
