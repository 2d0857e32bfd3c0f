#include "emissions/provenance.h"
#include "emissions/evaluate.h"

#include "emissions/reference/tables.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"

using namespace emissions;

namespace {

city::CityModel two() {
    return test::houses({{"a", city::BuildingUse::office, 1000, 1990},
                         {"b", city::BuildingUse::residential_detached, city::missing, 1950}});
}

const Ground* part_of(const std::vector<Ground>& grounds, std::string_view part) {
    for (const Ground& ground : grounds)
        if (ground.part == part) return &ground;
    return nullptr;
}

}  // namespace

TEST_CASE("a figure names the rows of the tables it rests on, with status and source",
          "[emissions]") {
    const auto city = two();
    const auto baseline = prepare(city, test::reference_tables(), {.method = Method::benchmark});
    REQUIRE(baseline);
    const Results results = evaluate(**baseline, {});
    const Provenance from = provenance_of(**baseline, city, results, 0, {});
    const Ground* intensity = part_of(from.energy, "intensity");
    REQUIRE(intensity);
    // By hand: the rows of offices in the American part of intensities.csv.
    std::size_t rows = 0, recalled = 0;
    for (const auto& fact : test::reference_tables().tables().intensities.facts())
        if (fact.place == "US" && fact.subject == "office") {
            ++rows;
            recalled += fact.status == "recalled";
        }
    CHECK(rows > 3);
    CHECK(intensity->count() == rows);
    CHECK(intensity->facts[Status::recalled] == recalled);
    CHECK_FALSE(intensity->sources.empty());
    CHECK(part_of(from.energy, "systems"));
    CHECK(part_of(from.co2e, "grid"));
    CHECK(part_of(from.co2e, "gwp"));
    CHECK_FALSE(part_of(from.nox, "gwp"));
}

TEST_CASE(
    "the hourly method rests on archetypes and envelopes of the building's own use and period",
    "[emissions]") {
    const auto city = two();
    const auto baseline = prepare(city, test::reference_tables(), {.method = Method::physics});
    REQUIRE(baseline);
    const Results results = evaluate(**baseline, {});
    const Provenance from = provenance_of(**baseline, city, results, 0, {});
    CHECK(part_of(from.energy, "loads"));
    CHECK(part_of(from.energy, "envelope"));
    CHECK_FALSE(part_of(from.energy, "intensity"));
}

TEST_CASE("a year to come rests on assumptions, and what is not known at all is no better",
          "[emissions]") {
    const auto city = two();
    const auto baseline = prepare(city, test::reference_tables(), {.method = Method::benchmark});
    REQUIRE(baseline);
    Scenario later;
    later.year = 2045;
    const Results results = evaluate(**baseline, later);
    const Provenance from = provenance_of(**baseline, city, results, 0, later);
    const Ground* grid = part_of(from.nox, "grid");
    CHECK((grid == nullptr || grid->facts[Status::seen] == 0));
    CHECK(weakest(from.co2e) == Status::assumed);
    CHECK(weakest({}) == Status::assumed);
    // Unknown floor area: unknown energy, so no factor was used.
    CHECK(provenance_of(**baseline, city, results, 1, later).co2e.empty());
    CHECK(provenance_of(**baseline, city, results, 99, later).energy.empty());
}
