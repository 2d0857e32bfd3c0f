#include "geo/city/city_model.h"

#include "tests/support/catch.h"

TEST_CASE("the area of a square with a hole is outer minus hole", "[rings]") {
    city::Rings rings;
    // 10 x 10 with a 2 x 3 court, seven-digit coordinates as real ones have.
    const double x = 3'400'000, y = 4'180'000;
    const std::vector<city::MapPoint> outer{{x, y}, {x + 10, y}, {x + 10, y + 10}, {x, y + 10}};
    const std::vector<city::MapPoint> hole{
        {x + 1, y + 1}, {x + 1, y + 4}, {x + 3, y + 4}, {x + 3, y + 1}};
    rings.add_ring(outer);
    rings.add_ring(hole);
    rings.end_polygon();
    CHECK_THAT(city::polygon_area_m2(rings, 0), WithinRel(94.0, 1e-9));
    CHECK(city::ring_area_m2(outer) > 0);
    CHECK(city::ring_area_m2(hole) < 0);
}

TEST_CASE("a column that is one row short is named", "[city_model]") {
    city::CityModel city;
    CHECK_FALSE(city::check(city).has_value());
    city.buildings.height_m.push_back(3.0f);
    const auto problem = city::check(city);
    REQUIRE(problem.has_value());
    CHECK(problem->find("rows") != std::string::npos);
}

TEST_CASE("names fall back to English, then to any language there is", "[city_model]") {
    const city::LocalText text{.en = "Shanghai", .zh = "上海", .ko = "", .ja = ""};
    CHECK(text.in("zh") == "上海");
    CHECK(text.in("ko") == "Shanghai");
    CHECK(city::LocalText{.en = "", .zh = "无锡", .ko = "", .ja = ""}.in("en") == "无锡");
}

TEST_CASE("uses and road classes come back from their own names", "[city_model]") {
    for (const auto use : city::all_of<city::BuildingUse>())
        CHECK(city::building_use_from_name(city::name_of(use)) == use);
    for (const auto road_class : city::all_of<city::RoadClass>())
        CHECK(city::road_class_from_name(city::name_of(road_class)) == road_class);
}
