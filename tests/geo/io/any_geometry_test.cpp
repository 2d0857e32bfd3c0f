#include <cmath>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using city::ProblemKind;
using test::box;
using test::feature_json;

namespace {

city::Result<geo_io::LoadedCity> load(const std::string& path) {
    geo_io::CitySource source;
    source.city = path;
    return geo_io::load_city(source);
}

std::string house(int number) {
    const double west = -122.45 + 0.001 * number;
    return feature_json("", {{box(west, 37.8, west + 0.000114, 37.80009)}});
}

// Four good houses, and one feature of the given geometry.
city::Result<geo_io::LoadedCity> load_beside_houses(const std::string& geometry) {
    const test::TempFolder folder;
    return load(folder.file(
        "city.geojson", test::collection_json(
                            {house(0), house(1), house(2), house(3),
                             R"({"type":"Feature","properties":{"highway":"primary"},"geometry":)" +
                                 geometry + "}"})));
}

// A star whose edges nearly all cross each other, 200 m wide.
std::string star(int points) {
    std::vector<test::Corner> corners;
    for (int i = 0; i < points; ++i) {
        const double turn = 2.0 * 3.14159265358979 * i * (points / 2) / points;
        corners.push_back({-122.44 + 0.001 * std::cos(turn), 37.8 + 0.001 * std::sin(turn)});
    }
    return R"({"type":"Polygon","coordinates":[)" + test::ring_json(corners) + "]}";
}

}  // namespace

TEST_CASE("an outline that crosses itself by the ten thousand is left out under its own name",
          "[io][load]") {
    const auto loaded = load_beside_houses(star(1001));
    REQUIRE(loaded);
    CHECK(loaded->city.buildings.count() == 4);
    CHECK(loaded->report.count_of(ProblemKind::geometry_too_complex) == 1);
    CHECK(loaded->report.buildings.found == 5);
    CHECK(loaded->report.buildings.left_out == 1);
}

TEST_CASE("corners that are nowhere are no numbers or far away", "[io][load]") {
    const std::string start = R"({"type":"Polygon","coordinates":[[[-122.44,37.8],)";
    for (const char* corner : {"[1e308,1e308]", "[NaN,37.8]", "[-1e39,37.81]", "[Infinity,0]"}) {
        const auto loaded =
            load_beside_houses(start + corner + ",[-122.439,37.801],[-122.44,37.8]]]}");
        INFO(corner);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 4);
        CHECK(loaded->report.buildings.left_out == 1);
        CHECK(loaded->report.count_of(ProblemKind::coordinates_not_finite) +
                  loaded->report.count_of(ProblemKind::coordinates_far_away) ==
              1);
    }
    // In metres at an unknown place.
    const test::TempFolder folder;
    const auto metres = load(folder.file(
        "metres.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[5000,5000],[5020,5000],[5020,5020],[5000,5020],[5000,5000]]]}},
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[5000,5000],[5020,5000],[5020,5020],[5000,5020],[5000,5000]],[[5001,5001],[-1e39,5001],[1e39,1e39],[5001,-1e39],[5001,5001]]]}}]})"));
    REQUIRE(metres);
    CHECK(metres->city.buildings.count() == 1);
    CHECK(metres->report.count_of(ProblemKind::coordinates_far_away) == 1);
}

TEST_CASE("a street that leaves the city for another continent and comes back is no street of it",
          "[io][load]") {
    const auto loaded = load_beside_houses(
        R"({"type":"LineString","coordinates":[[-122.44,37.8],[-3.7,40.4],[-122.44,37.801]]})");
    REQUIRE(loaded);
    CHECK(loaded->city.roads.count() == 0);
    CHECK(loaded->report.count_of(ProblemKind::coordinates_far_away) == 1);
}

TEST_CASE("collections within collections are read as deep as they go", "[io][load]") {
    for (const int depth : {1, 20, 150}) {
        std::string geometry;
        for (int i = 0; i < depth; ++i)
            geometry += R"({"type":"GeometryCollection","geometries":[)";
        geometry +=
            R"({"type":"Polygon","coordinates":[[[-122.44,37.8],[-122.4399,37.8],[-122.4399,37.8001],[-122.44,37.8]]]})";
        for (int i = 0; i < depth; ++i) geometry += "]}";
        const auto loaded = load_beside_houses(geometry);
        INFO(depth);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 5);
    }
}
