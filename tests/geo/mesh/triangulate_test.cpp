#include "geo/mesh/triangulate.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include "geo/city/units.h"
#include "tests/support/catch.h"

using glm::vec2;

namespace {

struct Triangulated {
    bool done;
    double area_m2 = 0.0;
    bool all_counter_clockwise = true;
    std::size_t triangles = 0;
};

Triangulated triangulated(const std::vector<vec2>& points,
                          const std::vector<std::uint32_t>& ring_offsets) {
    std::vector<std::uint32_t> corners;
    Triangulated result{mesh::triangulate(points, ring_offsets, corners)};
    result.triangles = corners.size() / 3;
    for (std::size_t t = 0; t + 2 < corners.size(); t += 3) {
        const vec2 a = points.at(corners[t]), b = points.at(corners[t + 1]),
                   c = points.at(corners[t + 2]);
        const double twice_m2 =
            (static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) -
            (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x);
        result.area_m2 += twice_m2 / 2.0;
        result.all_counter_clockwise = result.all_counter_clockwise && twice_m2 >= 0.0;
    }
    return result;
}

}  // namespace

//   (0,20) ---- (10,20)
//      |           |          20 x 10 m below, 10 x 10 m above: 300 m2
//      |   (10,10) +-----+
//      |                 |
//   (0,0) ------------ (20,0)
TEST_CASE("the triangles of a concave ring cover its area once", "[mesh]") {
    const auto result =
        triangulated({{0, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 20}, {0, 20}}, {0, 6});
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(300.0, 1e-6));
    CHECK(result.all_counter_clockwise);
    CHECK(result.triangles == 4);
}

// A 30 x 20 m block round a 10 x 10 m yard: 600 - 100 = 500 m2.
TEST_CASE("the triangles of a ring with a hole leave the hole open", "[mesh]") {
    const auto result = triangulated(
        {{0, 0}, {30, 0}, {30, 20}, {0, 20}, {10, 5}, {10, 15}, {20, 15}, {20, 5}}, {0, 4, 8});
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(500.0, 1e-6));
    CHECK(result.all_counter_clockwise);
    CHECK(result.triangles == 8);
}

TEST_CASE("a comb of thirty teeth is covered once", "[mesh]") {
    // Teeth of 1 m x 5 m every 2 m on a bar of 60 m x 1 m: 60 + 30 * 5 = 210 m2.
    std::vector<vec2> points{{0, 0}, {60, 0}, {60, 1}};
    for (int tooth = 29; tooth >= 0; --tooth) {
        const auto x = static_cast<float>(2 * tooth);
        points.push_back({x + 1, 1});
        points.push_back({x + 1, 6});
        points.push_back({x, 6});
        if (tooth > 0) points.push_back({x, 1});
    }
    const auto result = triangulated(points, {0, static_cast<std::uint32_t>(points.size())});
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(210.0, 1e-6));
    CHECK(result.triangles == points.size() - 2);
}

TEST_CASE("a ring of two thousand corners goes to the other method and is covered once", "[mesh]") {
    std::vector<vec2> points;
    constexpr int corners = 2000;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * city::pi * i / corners;
        const double radius_m = i % 2 == 0 ? 100.0 : 95.0;
        points.push_back(vec2(static_cast<float>(radius_m * std::cos(angle)),
                              static_cast<float>(radius_m * std::sin(angle))));
    }
    // corners triangles from the middle, each r1 r2 sin(2 pi / corners) / 2.
    const double exact_m2 = corners * 100.0 * 95.0 * std::sin(2.0 * city::pi / corners) / 2.0;
    const auto result = triangulated(points, {0, corners});
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(exact_m2, 1e-4));
}

TEST_CASE("triangles are appended, what was there stays", "[mesh]") {
    const std::vector<vec2> square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const std::vector<std::uint32_t> offsets{0, 4};
    std::vector<std::uint32_t> corners{7, 8, 9};
    REQUIRE(mesh::triangulate(square, offsets, corners));
    CHECK(corners.size() == 9);
    CHECK(corners[0] == 7);
    CHECK(corners[2] == 9);
}

// A 20 x 20 m block with a three-cornered yard of 20 m2 that starts at the corner of the block, and
// one of 8 m2 that touches the first: 400 - 20 - 8 m2.
TEST_CASE("yards that touch the outline and each other stay open", "[mesh]") {
    const auto result = triangulated(
        {{0, 0}, {20, 0}, {20, 20}, {0, 20}, {0, 0}, {10, 8}, {10, 4}, {10, 8}, {14, 12}, {14, 8}},
        {0, 4, 7, 10});
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(400.0 - 20.0 - 8.0, 1e-6));
    CHECK(result.all_counter_clockwise);
}

TEST_CASE("a block with many yards is covered once", "[mesh]") {
    std::vector<vec2> points{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
    std::vector<std::uint32_t> offsets{0, 4};
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 6; ++x) {
            const vec2 at(static_cast<float>(5 + 16 * x + y),
                          static_cast<float>(4 + 16 * y - x % 3));
            for (const vec2 p : {vec2(0, 0), vec2(3, 8), vec2(9, 7), vec2(7, 1)})
                points.push_back(at + p);
            offsets.push_back(static_cast<std::uint32_t>(points.size()));
        }
    // Each yard by the shoelace: (0*8-3*0 + 3*7-9*8 + 9*1-7*7 + 0) / 2 = -45.5 m2.
    const auto result = triangulated(points, offsets);
    REQUIRE(result.done);
    CHECK_THAT(result.area_m2, WithinRel(10'000.0 - 36 * 45.5, 1e-5));
    CHECK(result.all_counter_clockwise);
    CHECK(result.triangles == points.size() + 2 * 36 - 2);
}

// GLU walks round all that it has joined for each hole: hours for so many.
TEST_CASE(
    "outlines of a hundred thousand corners are triangulated coarsely, or not at all, at once",
    "[triangulate]") {
    std::vector<vec2> ring;
    for (int i = 0; i < 400'000; ++i) {
        const double turn = 2.0 * city::pi * i / 400'000;
        ring.emplace_back(400.0 * std::cos(turn), 400.0 * std::sin(turn));
    }
    const Triangulated round = triangulated(ring, {0, 400'000});
    CHECK(round.done);
    CHECK_THAT(round.area_m2, WithinRel(city::pi * 160'000.0, 0.001));

    std::vector<vec2> perforated{{-1, -1}, {225, -1}, {225, 225}, {-1, 225}};
    std::vector<std::uint32_t> offsets{0, 4};
    for (int i = 0; i < 50'000; ++i) {
        const auto x = static_cast<float>(i % 224), y = static_cast<float>(i / 224);
        for (const vec2 corner : {vec2{x, y}, {x, y + 0.5f}, {x + 0.5f, y + 0.5f}, {x + 0.5f, y}})
            perforated.push_back(corner);
        offsets.push_back(static_cast<std::uint32_t>(perforated.size()));
    }
    const Triangulated plate = triangulated(perforated, offsets);
    CHECK(plate.done);
    CHECK(plate.area_m2 <= 226.0 * 226.0);
    CHECK(plate.area_m2 >= 226.0 * 226.0 - 0.25 * 50'000);
}
