// Layers and lines as people reported them: the values are those that each report states.
#include <algorithm>
#include <string>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::ProblemKind;
using geo_io::load_city;
using geo_io::LoadedCity;

namespace {

// A copy is read: reading can leave files beside the source.
std::optional<city::Result<LoadedCity>> loaded(const std::string& folder, const std::string& file) {
    const auto found = test::shared_file("data/reports/" + folder);
    if (!found) return std::nullopt;
    const test::TempFolder copy;
    std::filesystem::copy(*found, copy.path(), std::filesystem::copy_options::recursive);
    return load_city({copy.path() + "/" + file, {}, {}, {}});
}

}  // namespace

TEST_CASE("report 26: of many layers only the buildings and the road are taken", "[io][reports]") {
    const auto city = loaded("26-gpkg-many-layers", "a.gpkg");
    if (!city) return;
    REQUIRE(*city);
    CHECK((*city)->city.buildings.count() == 4);
    CHECK((*city)->city.roads.count() == 1);
    std::string ignored;
    for (const city::IgnoredLayer& layer : (*city)->report.ignored_layers)
        ignored += layer.name + " " + std::to_string(layer.features) + ",";
    CHECK(ignored == "parcels 4,trees 1,city_boundary 1,zoning 1,census_tracts 1,");
}

TEST_CASE("report 33: outlines drawn as closed lines are footprints", "[io][reports]") {
    const auto city = loaded("33-dxf-closed-lines", "city.toml");
    if (!city) return;
    REQUIRE(*city);
    const city::Buildings& b = (*city)->city.buildings;
    REQUIRE(b.count() == 3);
    for (const float area : b.footprint_area_m2)
        CHECK_THAT(static_cast<double>(area), WithinRel(200.0, 1e-3));
    CHECK((*city)->city.roads.count() == 0);
    CHECK((*city)->report.count_of(ProblemKind::line_as_outline) == 3);
    CHECK((*city)->report.count_of(ProblemKind::crs_missing) == 0);
    const auto bare = loaded("33-dxf-closed-lines", "a.dxf");
    REQUIRE(*bare);
    CHECK((*bare)->report.count_of(ProblemKind::crs_missing) == 1);
    CHECK((*bare)->city.roads.count() == 0);
}

TEST_CASE("report 11b: a project's origin and its district system are no buildings",
          "[io][reports]") {
    const auto combined = loaded("11b-urbanopt-real", "example_project_combined.json");
    if (!combined) return;
    REQUIRE(*combined);
    CHECK((*combined)->city.buildings.count() == 18);
    CHECK((*combined)->report.buildings.left_out == 0);
    CHECK((*combined)->report.count_of(ProblemKind::point_ignored) == 1);
    const auto streets = loaded("11b-urbanopt-real", "example_project_with_streets.json");
    REQUIRE(*streets);
    CHECK((*streets)->city.roads.count() == 8);
    CHECK((*streets)->city.buildings.count() == 13);
    CHECK((*streets)->report.count_of(ProblemKind::not_a_building) == 1);
}
