#include "geo/city/load_warnings.h"

#include "tests/support/catch.h"

using city::ProblemKind;

TEST_CASE("what moves, scales or leaves out is worth a warning, what tidies up is not",
          "[load_report]") {
    city::LoadReport report;
    report.add(ProblemKind::geometry_duplicate, "building 'a'", 7);
    report.add(ProblemKind::geometry_null, "feature 3", 2);
    report.add(ProblemKind::geometry_invalid, "feature 4");
    report.add(ProblemKind::crs_missing, "layer 'x'");
    report.ignore_layer({"parcels", 4, "parcels are no buildings"});
    report.ignore_layer({"parcels", 4, "parcels are no buildings"});
    report.ignore_layer({"zoning", 1, "zones are no buildings"});

    const auto warnings = city::load_warnings(report);
    REQUIRE(warnings.size() == 3);
    CHECK(warnings[0].kind == ProblemKind::crs_missing);
    CHECK(warnings[1].kind == ProblemKind::layer_ignored);
    CHECK(warnings[1].count == 2);
    CHECK(warnings[1].example == "layer 'parcels', 4 features: parcels are no buildings");
    CHECK(warnings[2].kind == ProblemKind::geometry_null);
    CHECK(report.ignored_layers.size() == 2);
    CHECK(city::in_words({"zoning", 1, "no"}) == "layer 'zoning', 1 feature: no");
    CHECK(city::in_words({"lines", -1, "no"}) == "layer 'lines': no");
}
