#include "study/chosen_rows.h"

#include "emissions/evaluate.h"
#include "tests/emissions/reference_tables.h"
#include "tests/support/catch.h"
#include "tests/support/five_houses.h"

// What is drawn and named on the map is what an action aimed at it changes.
TEST_CASE("an action aimed at what was chosen and named changes those rows alone", "[study]") {
    const city::CityModel city = test::five_houses();
    emissions::Scenario scenario;
    scenario.places = {study::place_of(city, {{1, 3, 77}, {}}, "Block")};
    CHECK(scenario.places[0].buildings == std::vector<std::string>{"b", "d"});
    emissions::FilterTerm there;
    there.field = emissions::Field::district;
    there.names = {"Block"};
    scenario.actions = {{"led", {{there}}, 1.0f, 2024, 2024}};
    const auto baseline = emissions::prepare(city, test::reference_tables());
    REQUIRE(baseline);
    const auto lighting = [&](const emissions::Scenario& one) {
        return emissions::evaluate(**baseline, one)
            .buildings.end_use_kwh[emissions::EndUse::lighting];
    };
    const auto before = lighting({}), after = lighting(scenario);
    for (const std::size_t i : {0u, 1u, 2u, 3u})
        CHECK((after[i] < before[i]) == (i == 1 || i == 3));
}
