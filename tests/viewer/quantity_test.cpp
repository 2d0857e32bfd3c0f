#include "viewer/quantity.h"

#include "tests/viewer/loaded_slot.h"

using namespace viewer;

// Homes of 2000 and 150 m2 and 43 people: 50 m2 each, so 40 of them live in b and 3 in d.
TEST_CASE("per person a home's value is shared by its residents, and nobody lives in an office", "[viewer]") {
    auto city = test::five_houses();
    city.info.population = 43;
    CHECK_THAT(home_area_m2_per_person(city), WithinRel(50.0, 1e-9));
    const auto slot = test::slot_of(city);
    std::vector<float> total, person;
    building_values(slot->loaded.city, slot->now, Quantity::co2e, Per::total, total);
    building_values(slot->loaded.city, slot->now, Quantity::co2e, Per::capita, person);
    CHECK_THAT(person[1], WithinRel(total[1] / 40.0f, 1e-5f));
    CHECK_THAT(person[3], WithinRel(total[3] / 3.0f, 1e-5f));
    CHECK(city::is_missing(person[0]));
    CHECK_FALSE(city::is_missing(total[0]));
}

TEST_CASE("without a population no home has a value per person", "[viewer]") {
    const auto slot = test::slot_of(test::five_houses());
    CHECK(city::is_missing(home_area_m2_per_person(slot->loaded.city)));
    std::vector<float> person;
    building_values(slot->loaded.city, slot->now, Quantity::energy, Per::capita, person);
    for (const float value : person) CHECK(city::is_missing(value));
}

TEST_CASE("a total of some rows leaves out what is not known and says how many", "[viewer]") {
    const auto slot = test::slot_of(test::five_houses());
    std::size_t unknown = 0;
    const std::vector<std::uint32_t> rows{0, 4, 77};
    const double energy_kwh = rows_total(slot->now, Quantity::energy, rows, {}, &unknown);
    CHECK(unknown == 1);
    CHECK(energy_kwh > 0);
    CHECK(rows_total(slot->now, Quantity::traffic, rows, {}) == 0.0);
}
