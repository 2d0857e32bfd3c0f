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

TEST_CASE("districts name one that is there for every building, road and outline", "[city_model]") {
    city::CityModel city;
    city.districts.name = {"Old town", "Harbour"};
    CHECK_FALSE(city::check(city).has_value());
    city.districts.outlines.end_polygon();
    REQUIRE(city::check(city).has_value());
    CHECK(*city::check(city) == "column district of outline has 0 rows, there are 1");
    city.districts.of_outline = {city::Districts::none};
    CHECK(*city::check(city) == "column district of outline names district -1, there are 2");
    city.districts.of_outline = {1};
    CHECK_FALSE(city::check(city).has_value());
    city.districts.of_road = {0};
    CHECK(*city::check(city) == "column district of road has 1 rows, there are 0");
    city.districts.of_road.clear();
    city.buildings.id.push_back("a");
    city.buildings.name.push_back("");
    city.buildings.footprints.end_polygon();
    for (auto* column : {&city.buildings.height_m, &city.buildings.base_m, &city.buildings.storeys,
                         &city.buildings.construction_year, &city.buildings.footprint_area_m2,
                         &city.buildings.floor_area_m2})
        column->push_back(1.0f);
    city.buildings.use.push_back(city::BuildingUse::office);
    city.buildings.assumed.push_back(city::Assumed::none);
    CHECK(*city::check(city) == "column district of building has 0 rows, there are 1");
    city.districts.of_building = {2};
    CHECK(*city::check(city) == "column district of building names district 2, there are 2");
    city.districts.of_building = {city::Districts::none};
    CHECK_FALSE(city::check(city).has_value());
    city.districts = {};
    CHECK_FALSE(city::check(city).has_value());
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
