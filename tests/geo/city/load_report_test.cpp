#include "geo/city/load_report.h"

#include "tests/support/catch.h"

TEST_CASE("problems of one kind are counted together and keep the first example", "[load_report]") {
    city::LoadReport report;
    report.add(city::ProblemKind::geometry_invalid, "feature 12");
    report.add(city::ProblemKind::geometry_invalid, "feature 40", 3);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].count == 4);
    CHECK(report.problems[0].example == "feature 12");
}

TEST_CASE("every problem kind has its own name and a sentence", "[load_report]") {
    for (const auto a : city::all_of<city::ProblemKind>()) {
        CHECK_FALSE(city::sentence_of(a).empty());
        for (const auto b : city::all_of<city::ProblemKind>())
            CHECK((a == b) == (city::name_of(a) == city::name_of(b)));
    }
}
