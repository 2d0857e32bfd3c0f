#include "viewer/search.h"

#include "tests/emissions/small_city.h"
#include "tests/support/catch.h"

using city::BuildingUse;

TEST_CASE("a search finds the id first, then names that begin with the text, then all others", "[viewer]") {
    auto city = test::houses({{"12", BuildingUse::office, 1, 2000}, {"2", BuildingUse::office, 1, 2000}, {"x", BuildingUse::office, 1, 2000}, {"y", BuildingUse::office, 1, 2000}});
    city.buildings.name = {};
    for (const char* name : {"", "", "Pier 2 hall", "2nd Street Tower"}) city.buildings.name.push_back(name);
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
