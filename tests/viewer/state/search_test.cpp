#include "viewer/state/search.h"

#include "tests/emissions/small_city.h"
#include "tests/support/catch.h"

using city::BuildingUse;

TEST_CASE("a search finds the id first, then names that begin with the text, then all others",
          "[viewer]") {
    auto city = test::houses({{"12", BuildingUse::office, 1, 2000},
                              {"2", BuildingUse::office, 1, 2000},
                              {"x", BuildingUse::office, 1, 2000},
                              {"y", BuildingUse::office, 1, 2000}});
    city.buildings.name = {};
    for (const char* name : {"", "", "Pier 2 hall", "2nd Street Tower"})
        city.buildings.name.push_back(name);
    const auto hits = viewer::find_buildings(city, 1, "2", 10);
    REQUIRE(hits.size() == 4);
    CHECK(hits[0].building == 1);
    CHECK(hits[1].building == 3);
    CHECK(hits[0].city == 1);
    CHECK(viewer::find_buildings(city, 0, "TOWER", 10).size() == 1);
    CHECK(viewer::find_buildings(city, 0, "2", 2).size() == 2);
    CHECK(viewer::find_buildings(city, 0, "", 10).empty());
    CHECK(viewer::find_buildings(city, 0, "nowhere", 10).empty());
    city.buildings.name = {};
    for (const char* name : {"上海中心大厦", "", "", ""}) city.buildings.name.push_back(name);
    CHECK(viewer::find_buildings(city, 0, "中心", 10).size() == 1);
}

TEST_CASE("a street is found by its name once, at its longest segment", "[viewer]") {
    auto city = test::houses({{"1", BuildingUse::office, 1, 2000}});
    const auto road = [&](const char* name, float length_m) {
        city.roads.name.push_back(name);
        city.roads.id.push_back("");
        city.roads.lines.add_line(std::vector<city::MapPoint>{{0, 0}, {length_m, 0}});
        city.roads.length_m.push_back(length_m);
    };
    road("Old Pine Street", 10);
    road("Pine Street", 20);
    road("Pine Street", 90);
    road("", 500);
    const auto hits = viewer::find_roads(city, 1, "pine", 10);
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].label == "Pine Street");
    CHECK(hits[0].road == 2);
    CHECK(hits[1].road == 0);
    CHECK(viewer::find_roads(city, 0, "", 10).empty());
    CHECK(viewer::find_all(city, 0, "pine", 1).size() == 1);
}

TEST_CASE("coordinates are longitude first, the other way round where only that is on Earth",
          "[viewer]") {
    CHECK(viewer::lonlat_from("-122.41, 37.79")->lon_deg == -122.41);
    CHECK(viewer::lonlat_from("37.79 -122.41")->lon_deg == -122.41);
    CHECK(viewer::lonlat_from("121.47，31.23")->lat_deg == 31.23);
    for (const char* wrong : {"", "12", "Pine Street", "1, 2, 3", "200, 10", "121.5 a"})
        CHECK_FALSE(viewer::lonlat_from(wrong));
}

TEST_CASE("a place is found in the city it lies in and not in one far away", "[viewer]") {
    const auto city = test::houses({{"1", BuildingUse::office, 1, 2000}});
    const city::LonLat place = city.frame.lonlat_near({120, -340});
    const auto hit = viewer::find_place(city, 0, place);
    REQUIRE(hit);
    CHECK_THAT(hit->at_local->x, WithinAbs(120, 0.5));
    CHECK_THAT(hit->at_local->y, WithinAbs(-340, 0.5));
    CHECK_FALSE(viewer::find_place(city, 0, {121.5, 31.2}));
}
