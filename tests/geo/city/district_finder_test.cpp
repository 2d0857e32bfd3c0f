#include "geo/city/district_finder.h"

#include <cmath>
#include <string>
#include <vector>

#include "tests/support/catch.h"

using city::DistrictFinder;
using city::Districts;
using city::MapPoint;

namespace {

void add_outline(Districts& districts, std::int32_t district,
                 const std::vector<std::vector<MapPoint>>& rings) {
    for (const auto& ring : rings) districts.outlines.add_ring(ring);
    districts.outlines.end_polygon();
    districts.of_outline.push_back(district);
}

std::vector<MapPoint> square(double x, double y, double side_m) {
    return {{x, y}, {x + side_m, y}, {x + side_m, y + side_m}, {x, y + side_m}};
}

// Old town (with a park cut out of it), harbour on two islands, and a strip over both.
Districts three_districts() {
    Districts districts;
    districts.name = {"Old town", "Harbour", "Strip"};
    add_outline(districts, 0, {square(0, 0, 100), square(40, 40, 20)});
    add_outline(districts, 1, {square(200, 0, 50)});
    add_outline(districts, 1, {square(300, 0, 50)});
    add_outline(districts, 2, {square(-50, 20, 400)});
    return districts;
}

void add_building(city::CityModel& city, double x, double y) {
    city::Buildings& b = city.buildings;
    b.id.push_back("b" + std::to_string(b.count()));
    b.name.push_back("");
    b.footprints.add_ring(square(x - 5, y - 5, 10));
    b.footprints.end_polygon();
    for (auto* column : {&b.height_m, &b.base_m, &b.storeys, &b.construction_year,
                         &b.footprint_area_m2, &b.floor_area_m2})
        column->push_back(1.0f);
    b.use.push_back(city::BuildingUse::office);
    b.assumed.push_back(city::Assumed::none);
}

}  // namespace

TEST_CASE("the first outline that holds a place has it; holes and gaps belong to nobody",
          "[districts]") {
    const DistrictFinder finder(three_districts());
    CHECK(finder.at({10, 10}) == 0);
    CHECK(finder.at({10, 30}) == 0);  // the strip lies over it, and comes later
    CHECK(finder.at({50, 50}) == 2);  // in the hole of the old town
    CHECK(finder.at({225, 10}) == 1);
    CHECK(finder.at({325, 10}) == 1);  // its other island
    CHECK(finder.at({325, 30}) == 1);
    CHECK(finder.at({275, 10}) == Districts::none);
    CHECK(finder.at({-40, 100}) == 2);
    CHECK(finder.at({1e7, 1e7}) == Districts::none);
    CHECK(finder.at({std::nan(""), 0}) == Districts::none);
    CHECK(DistrictFinder(Districts{}).at({0, 0}) == Districts::none);
}

TEST_CASE("bands and cells find what a plain look at every edge finds", "[districts]") {
    // A star of 4000 corners and a comb of 500 teeth, both with seven-digit places.
    const MapPoint origin{551'000, 4'180'500};
    std::vector<MapPoint> star, comb{origin + MapPoint{2000, 3000}, origin + MapPoint{2000, -3000}};
    for (int i = 0; i < 4000; ++i) {
        const double angle = 2.0 * 3.14159265358979 * i / 4000.0,
                     radius_m = 1500.0 + 400.0 * std::sin(37 * angle) + (i % 2 == 0 ? 30.0 : 0.0);
        star.push_back(origin + radius_m * MapPoint{std::cos(angle), std::sin(angle)});
    }
    for (int i = 0; i < 500; ++i) {
        comb.push_back(origin + MapPoint{2010 + 4.0 * i, -3000});
        comb.push_back(origin + MapPoint{2010 + 4.0 * i, 2900});
        comb.push_back(origin + MapPoint{2012 + 4.0 * i, 2900});
        comb.push_back(origin + MapPoint{2012 + 4.0 * i, -3000});
    }
    comb.push_back(origin + MapPoint{4020, 3000});
    Districts districts;
    districts.name = {"star", "comb"};
    add_outline(districts, 0, {star});
    add_outline(districts, 1, {comb});
    const DistrictFinder finder(districts);
    std::size_t differing = 0, in_star = 0, in_comb = 0;
    for (int i = 0; i < 200; ++i)
        for (int j = 0; j < 200; ++j) {
            const MapPoint place = origin + MapPoint{-2000 + 31.3 * i, -3100 + 31.7 * j};
            const std::int32_t plain = city::contains(star, place)   ? 0
                                       : city::contains(comb, place) ? 1
                                                                     : Districts::none;
            differing += finder.at(place) != plain;
            in_star += plain == 0;
            in_comb += plain == 1;
        }
    CHECK(differing == 0);
    CHECK(in_star > 5000);
    CHECK(in_comb > 3000);
}

TEST_CASE("a building is where its middle is, a road where its half way is", "[districts]") {
    city::CityModel city;
    add_building(city, 98, 10);   // reaches out of the old town, its middle does not
    add_building(city, 102, 10);  // the other way round
    add_building(city, 325, 10);
    city.roads.lines.add_line(std::vector<MapPoint>{{-90, 10}, {0, 10}, {90, 10}, {190, 10}});
    city.roads.id.push_back("r");
    assign_districts(city);
    CHECK(city.districts.of_building.empty());

    city.districts = three_districts();
    city.roads.length_m.push_back(280.0f);
    assign_districts(city);
    CHECK(city.districts.of_building == std::vector<std::int32_t>{0, Districts::none, 1});
    CHECK(city.districts.of_road == std::vector<std::int32_t>{0});  // half way is at x = 50
    CHECK(buildings_outside(city.districts) == 1);
}

TEST_CASE("districts by the ten thousand that all lie on each other need no memory to speak of",
          "[districts]") {
    Districts districts;
    districts.name = {"All"};
    for (int i = 0; i < 20'000; ++i) add_outline(districts, 0, {square(0, 0, 1000)});
    const DistrictFinder finder(districts);  // 20,000 times 280 x 280 cells were 6 GB
    CHECK(finder.at({500, 500}) == 0);
    CHECK(finder.at({1500, 500}) == Districts::none);
}

TEST_CASE(
    "a district of no height, of the smallest and of the largest numbers asks for nothing odd",
    "[districts]") {
    for (const double side_m : {0.0, 5e-324, 1e-310, 1e308}) {
        Districts districts;
        districts.name = {"Odd"};
        add_outline(districts, 0, {square(0, 0, side_m)});
        const DistrictFinder finder(districts);
        CHECK(finder.at({2.0 * side_m + 1.0, 1.0}) == Districts::none);
        finder.at({side_m, side_m});
    }
}
