// Outlines and their parts: nothing counted twice, nothing lost.
#include <cmath>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::BuildingUse;
using geo_io::load_city;

namespace {

// A box of metres east and north of a corner in San Francisco, as OpenStreetMap's table has it.
std::string feature(const std::string& tags, double west_m, double south_m, double east_m,
                    double north_m) {
    const double degree_m = 111'195.0, lon_m = degree_m * std::cos(37.8 / 180.0 * 3.14159265358979);
    return test::feature_json(R"("highway":null,)" + tags,
                              {{test::box(-122.42 + west_m / lon_m, 37.8 + south_m / degree_m,
                                          -122.42 + east_m / lon_m, 37.8 + north_m / degree_m)}});
}

city::Buildings loaded(const std::vector<std::string>& features) {
    const test::TempFolder folder;
    const auto city =
        load_city({folder.file("map.geojson", test::collection_json(features)), {}, {}, {}});
    REQUIRE(city);
    CHECK(city->report.buildings.found ==
          city->report.buildings.loaded + city->report.buildings.left_out);
    CHECK(city->report.buildings.loaded == city->city.buildings.count());
    CHECK_FALSE(check(city->city));
    return city->city.buildings;
}

std::size_t row_of(const city::Buildings& b, const std::string& id) {
    for (std::size_t i = 0; i < b.count(); ++i)
        if (b.id[i] == id) return i;
    FAIL("no building " << id);
    return 0;
}

double floor_m2(const city::Buildings& b) {
    double sum = 0.0;
    for (const float area : b.floor_area_m2) sum += static_cast<double>(area);
    return sum;
}

}  // namespace

TEST_CASE("a tower drawn from the ground through its podium begins on the podium's roof",
          "[io][parts]") {
    const city::Buildings b = loaded(
        {feature(R"("id":"o","building":"office","name":"Twin","start_date":"1987")", 0, 0, 40, 20),
         feature(R"("id":"p","building:part":"yes","height":"12","building:levels":"3")", 0, 0, 40,
                 20),
         feature(R"("id":"t","building:part":"yes","height":"48","building:levels":"16")", 10, 5,
                 20, 15)});
    REQUIRE(b.count() == 2);
    const std::size_t podium = row_of(b, "p"), tower = row_of(b, "t");
    CHECK(b.base_m[tower] == 12.0f);
    CHECK(b.storeys[tower] == 12.0f);
    CHECK(b.storeys[podium] == 3.0f);
    CHECK_THAT(floor_m2(b), WithinRel(800.0 * 3 + 100.0 * 12, 2e-3));
    for (const std::size_t row : {podium, tower}) {
        CHECK(b.use[row] == BuildingUse::office);
        CHECK(b.construction_year[row] == 1987.0f);
        CHECK(b.name[row] == "Twin");
    }
}

TEST_CASE("what of an outline no part stands on remains", "[io][parts]") {
    const city::Buildings b =
        loaded({feature(R"("id":"o","building":"school","height":"12","building:levels":"4")", 0, 0,
                        40, 20),
                feature(R"("id":"p","building:part":"yes","height":"24","building:levels":"8")", 15,
                        0, 25, 20)});
    // Left and right of the part, in one row where a hair of the outline joins them.
    REQUIRE(b.count() >= 2);
    CHECK_THAT(floor_m2(b), WithinRel(600.0 * 4 + 200.0 * 8, 2e-3));
    for (std::size_t i = 0; i < b.count(); ++i) CHECK(b.use[i] == BuildingUse::school);
}

TEST_CASE("an outline that a part divides becomes two buildings of its height", "[io][parts]") {
    // In metres at an unknown place, where edges meet exactly.
    const auto box = [](const std::string& tags, double west, double east) {
        return test::feature_json(R"("highway":null,)" + tags,
                                  {{test::box(5000 + west, 7000, 5000 + east, 7020)}});
    };
    const city::Buildings b = loaded(
        {box(R"("id":"o","building":"school","height":"12","building:levels":"4")", 0, 40),
         box(R"("id":"p","building:part":"yes","height":"24","building:levels":"8")", 15, 25)});
    REQUIRE(b.count() == 3);
    CHECK_THAT(floor_m2(b), WithinRel(600.0 * 4 + 200.0 * 8, 1e-5));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_THAT(static_cast<double>(b.footprint_area_m2[i]),
                   WithinRel(b.storeys[i] == 8.0f ? 200.0 : 300.0, 1e-5));
}

TEST_CASE("parts on the roof stand on it, parts inside it are gone, parts below the ground too",
          "[io][parts]") {
    const std::string outline = feature(
        R"("id":"o","building":"office","height":"30","building:levels":"8")", 0, 0, 40, 20);
    const city::Buildings roof = loaded(
        {outline,
         feature(
             R"("id":"r","building:part":"yes","height":"40","min_height":"30","building:levels":"11","building:min_level":"8")",
             10, 5, 20, 15)});
    REQUIRE(roof.count() == 2);
    CHECK(roof.base_m[row_of(roof, "r")] == 30.0f);
    CHECK_THAT(floor_m2(roof), WithinRel(800.0 * 8 + 100.0 * 3, 2e-3));

    const city::Buildings inside = loaded(
        {outline, feature(R"("id":"i","building:part":"yes","height":"30","min_height":"21")", 10,
                          5, 20, 15)});
    CHECK(inside.count() == 1);
    CHECK_THAT(floor_m2(inside), WithinRel(800.0 * 8, 2e-3));

    const city::Buildings below =
        loaded({outline, feature(R"("id":"u","building:part":"yes","layer":"-1","height":"3")", 0,
                                 0, 40, 20)});
    CHECK(below.count() == 1);
}

TEST_CASE(
    "a part that says nothing of its height has that of its outline, one in no outline is a "
    "building",
    "[io][parts]") {
    const city::Buildings b =
        loaded({feature(R"("id":"o","building":"office","height":"30","building:levels":"8")", 0, 0,
                        40, 20),
                feature(R"("id":"a","building:part":"yes")", 0, 0, 20, 20),
                feature(R"("id":"b","building:part":"yes","height":"12","building:levels":"3")", 20,
                        0, 40, 20),
                feature(R"("id":"alone","building:part":"yes","height":"9")", 100, 0, 110, 10)});
    REQUIRE(b.count() == 3);
    CHECK(b.height_m[row_of(b, "a")] == 30.0f);
    CHECK(b.storeys[row_of(b, "a")] == 8.0f);
    CHECK(b.height_m[row_of(b, "alone")] == 9.0f);
}

TEST_CASE("where only a storey says where a part begins the height follows", "[io][parts]") {
    const city::Buildings b = loaded({feature(
        R"("id":"s","building:part":"yes","height":"40","building:levels":"10","building:min_level":"4")",
        0, 0, 20, 20)});
    REQUIRE(b.count() == 1);
    CHECK(b.base_m[0] == 16.0f);
    CHECK(b.storeys[0] == 6.0f);
}

TEST_CASE("the unit of a height is not guessed from storeys that a part does not have",
          "[io][parts]") {
    // 40 m above the ground, three storeys of its own.
    const test::TempFolder folder;
    const auto city =
        load_city({folder.file("building_part.geojson",
                               test::collection_json({test::feature_json(
                                   R"("id":"p","height":40,"min_height":30,"num_floors":12)",
                                   {{test::box(-122.42, 37.8, -122.4198, 37.8002)}})})),
                   {},
                   {},
                   {}});
    REQUIRE(city);
    REQUIRE(city->city.buildings.count() == 1);
    CHECK(city->city.buildings.height_m[0] == 40.0f);
    CHECK(city->city.buildings.base_m[0] == 30.0f);
    CHECK(city->city.buildings.storeys[0] == 3.0f);
}

TEST_CASE("the floor area that an outline states is that of all its parts", "[io][parts]") {
    const city::Buildings b =
        loaded({feature(R"("id":"o","building":"office","floor_area_m2":6000)", 0, 0, 40, 20),
                feature(R"("id":"a","building:part":"yes","height":"30")", 0, 0, 20, 20),
                feature(R"("id":"b","building:part":"yes","height":"10")", 20, 0, 40, 20)});
    REQUIRE(b.count() == 2);
    CHECK_THAT(static_cast<double>(b.floor_area_m2[row_of(b, "a")]), WithinRel(4500.0, 2e-3));
    CHECK_THAT(static_cast<double>(b.floor_area_m2[row_of(b, "b")]), WithinRel(1500.0, 2e-3));
}

TEST_CASE("report 44: floor areas of outlines and parts", "[io][reports][parts]") {
    const auto found = test::shared_file("data/reports/44-outline-and-parts/a.osm");
    if (!found) return;
    const auto city = load_city({found->string(), {}, {}, {}});
    REQUIRE(city);
    const city::Buildings& b = city->city.buildings;
    REQUIRE(b.count() == 6);
    const auto floor = [&](const char* id) {
        return static_cast<double>(b.floor_area_m2[row_of(b, id)]);
    };
    CHECK_THAT(floor("2") + floor("3"), WithinRel(4400.0, 1e-3));
    CHECK_THAT(floor("5") + floor("6"), WithinRel(4400.0, 1e-3));
    CHECK_THAT(floor("7"), WithinRel(6400.0, 1e-3));
    CHECK_THAT(floor("8"), WithinRel(300.0, 1e-3));
    for (std::size_t i = 0; i < b.count(); ++i) CHECK(b.use[i] == BuildingUse::office);
}

TEST_CASE("a table without roads keeps OpenStreetMap's tags of parts, too", "[io][parts]") {
    const auto bare = [](const std::string& tags, double west_m, double east_m) {
        std::string one = feature(tags, west_m, 0, east_m, 20);
        one.erase(one.find(R"("highway":null,)"), 15);
        return one;
    };
    const city::Buildings b =
        loaded({bare(R"("id":"w1","building":"office","height":28,"building:levels":8)", 0, 40),
                bare(R"("id":"w2","building:part":"yes","building:levels":3)", 0, 20),
                bare(R"("id":"w3","building:part":"yes","building:levels":8)", 20, 40)});
    CHECK_THAT(floor_m2(b), WithinRel(4400.0, 5e-3));
    for (const BuildingUse use : b.use) CHECK(use == BuildingUse::office);
}

TEST_CASE("touching footprints of one id that differ in height stay two", "[io][parts]") {
    const auto bare = [](const std::string& tags, double west_m, double east_m) {
        std::string one = feature(tags, west_m, 0, east_m, 20);
        one.erase(one.find(R"("highway":null,)"), 15);
        return one;
    };
    const city::Buildings b = loaded({bare(R"("id":"7","height":30,"storeys":8)", 0, 20),
                                      bare(R"("id":"7","height":10,"storeys":3)", 20, 40),
                                      bare(R"("id":"8","height":10,"storeys":3)", 80, 90),
                                      bare(R"("id":"9","height":10,"storeys":3)", 120, 130)});
    CHECK(b.count() == 4);
    CHECK_THAT(floor_m2(b), WithinRel(3200.0 + 1200.0 + 2 * 600.0, 5e-3));
}
