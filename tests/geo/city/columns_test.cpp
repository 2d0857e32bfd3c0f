#include "geo/city/columns.h"

#include <array>

#include "tests/support/catch.h"

namespace {

// A triangle at x, with a hole where asked for.
void add_polygon(city::Rings& rings, double x, bool hole) {
    rings.add_ring(std::array<city::MapPoint, 3>{{{x, 0}, {x + 9, 0}, {x, 9}}});
    if (hole) rings.add_ring(std::array<city::MapPoint, 3>{{{x + 1, 1}, {x + 1, 2}, {x + 2, 1}}});
    rings.end_polygon();
}

}  // namespace

TEST_CASE("rows that stay keep all their cells, in order", "[city][columns]") {
    city::Rings rings;
    add_polygon(rings, 0, false);
    add_polygon(rings, 100, true);
    add_polygon(rings, 200, false);
    city::TextColumn names;
    for (const char* name : {"a", "bb", ""}) names.push_back(name);
    city::Lines lines;
    for (const double x : {0.0, 1.0, 2.0})
        lines.add_line(std::array<city::MapPoint, 2>{{{x, 0}, {x, 1}}});
    const std::vector<std::uint8_t> keep{0, 1, 1};
    city::keep_rows(rings, keep);
    city::keep_rows(names, keep);
    city::keep_rows(lines, keep);
    REQUIRE(rings.polygon_count() == 2);
    CHECK(rings.ring_count() == 3);
    CHECK(rings.outer(0)[0].x == 100.0);
    CHECK(rings.ring(1)[0].x == 101.0);
    CHECK(rings.outer(1)[0].x == 200.0);
    CHECK(rings.points.size() == 9);
    CHECK(names[0] == "bb");
    CHECK(names[1].empty());
    REQUIRE(lines.line_count() == 2);
    CHECK(lines.line(0)[1].x == 1.0);
}

TEST_CASE("rows of several parts stand behind each other", "[city][columns]") {
    city::Rings whole, more;
    add_polygon(whole, 0, true);
    add_polygon(more, 50, true);
    add_polygon(more, 70, false);
    city::append_rows(whole, more);
    city::append_rows(whole, city::Rings{});
    REQUIRE(whole.polygon_count() == 3);
    CHECK(whole.outer(1)[0].x == 50.0);
    CHECK(whole.ring(whole.polygon_offsets[1] + 1)[0].x == 51.0);
    CHECK(whole.outer(2)[0].x == 70.0);
    city::TextColumn names, others;
    names.push_back("x");
    others.push_back("yy");
    others.push_back("");
    city::append_rows(names, others);
    CHECK(names.size() == 3);
    CHECK(names[1] == "yy");
    CHECK(names[2].empty());
}

TEST_CASE("every column of a table loses the same rows", "[city][columns]") {
    city::Roads roads;
    for (const double x : {0.0, 1.0}) {
        roads.id.push_back(x == 0.0 ? "first" : "second");
        roads.name.push_back("");
        roads.lines.add_line(std::array<city::MapPoint, 2>{{{x, 0}, {x, 1}}});
        roads.road_class.push_back(city::RoadClass::primary);
        for (auto* column : {&roads.lanes, &roads.speed_kmh, &roads.aadt, &roads.length_m})
            column->push_back(static_cast<float>(x));
        roads.one_way.push_back(0);
        roads.level.push_back(0);
        roads.assumed.push_back(city::Assumed::none);
    }
    city::keep_rows_of(roads, city::road_columns, std::vector<std::uint8_t>{0, 1});
    city::CityModel model;
    model.roads = roads;
    CHECK_FALSE(city::check(model));
    CHECK(roads.count() == 1);
    CHECK(roads.id[0] == "second");
}
