#include "geo/polygon/even_odd.h"

#include <algorithm>
#include <cmath>

#include "geo/city/rings.h"
#include "geo/polygon/crossings.h"
#include "tests/support/catch.h"

using city::MapPoint;
using geo_io::even_odd_outlines;
using geo_io::RingSet;

namespace {

double signed_area_m2(const RingSet& rings) {
    double sum = 0.0;
    for (const auto& ring : rings) sum += city::ring_area_m2(ring);
    return sum;
}

bool covered(const RingSet& rings, MapPoint p) {
    bool inside = false;
    for (const auto& ring : rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
                p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) +
                          ring[i].x)
                inside = !inside;
    return inside;
}

}  // namespace

// Two squares of 10 m that overlap in 5 x 5 m: 2 * 100 - 2 * 25 m2 by the even-odd rule, and the
// overlap is open.
TEST_CASE("where two rings overlap, nothing is covered", "[io][footprint]") {
    const auto outlines = even_odd_outlines(
        {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{5, 5}, {15, 5}, {15, 15}, {5, 15}}});
    CHECK_THAT(signed_area_m2(outlines), WithinRel(150.0, 1e-12));
    CHECK_FALSE(covered(outlines, {7, 7}));
    CHECK(covered(outlines, {2, 2}));
}

TEST_CASE("a ring drawn twice covers nothing", "[io][footprint]") {
    CHECK(even_odd_outlines({{{0, 0}, {10, 0}, {10, 10}}, {{0, 0}, {10, 0}, {10, 10}}}).empty());
}

TEST_CASE("squares that share part of an edge become one outline", "[io][footprint]") {
    const auto outlines = even_odd_outlines(
        {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{10, 2}, {20, 2}, {20, 8}, {10, 8}}});
    REQUIRE(outlines.size() == 1);
    CHECK_THAT(signed_area_m2(outlines), WithinRel(160.0, 1e-12));
}

// Two holes that touch each other and both sides of the block cut it into two buildings.
TEST_CASE("holes that touch from side to side part a building", "[io][footprint]") {
    const auto outlines =
        even_odd_outlines({{{0, 0}, {10, 0}, {20, 0}, {20, 10}, {10, 10}, {0, 10}},
                           {{10, 0}, {12, 3}, {10, 5}, {8, 3}},
                           {{10, 5}, {12, 7}, {10, 10}, {8, 7}}});
    REQUIRE(outlines.size() == 2);
    CHECK(outlines[0].size() == 7);
    CHECK(outlines[1].size() == 7);
}

// A star of six points drawn through its middle: three edges cross in one place, each two of them.
TEST_CASE("where three edges cross in one place, there is one corner", "[io][footprint]") {
    const auto outlines =
        even_odd_outlines({{{-10, 0}, {10, 0}, {5, 8}, {-5, -8}, {5, -8}, {-5, 8}}});
    REQUIRE(outlines.size() == 3);
    for (const auto& outline : outlines) {
        CHECK(outline.size() == 3);
        CHECK(std::count(outline.begin(), outline.end(), MapPoint{0, 0}) == 1);
        CHECK(city::ring_area_m2(outline) > 0.0);
    }
}

TEST_CASE("an outline does not come back to one of its vertices", "[io][footprint]") {
    // A square whose hole has a corner on each of two opposite sides, and a square outside at one
    // corner.
    const auto outlines = even_odd_outlines({{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                             {{0, 5}, {5, 4}, {10, 5}, {5, 6}},
                                             {{10, 10}, {12, 10}, {12, 12}, {10, 12}}});
    CHECK(outlines.size() == 3);
    for (const auto& outline : outlines)
        for (const MapPoint p : outline) CHECK(std::count(outline.begin(), outline.end(), p) == 1);
    CHECK_THAT(signed_area_m2(outlines), WithinRel(100.0 - 10.0 + 4.0, 1e-12));
}

TEST_CASE("whatever rings are thrown, outlines cover what the even-odd rule says",
          "[io][footprint]") {
    unsigned state = 7;
    const auto next = [&state] {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>(state >> 8) * (100.0 / 16777216.0);
    };
    std::size_t wrong = 0, asked = 0, crossing = 0;
    for (int round = 0; round < 500; ++round) {
        RingSet rings(1 + static_cast<std::size_t>(round) % 3);
        for (auto& ring : rings)
            for (int i = 0; i < 3 + round % 9; ++i) {
                const double x = next(), y = next();
                ring.push_back({x + 550'000.0, y + 4'180'000.0});
            }
        const auto outlines = even_odd_outlines(rings);
        crossing += geo_io::edges_cross(outlines, 1e-6) ? 1 : 0;
        for (int k = 0; k < 20; ++k, ++asked) {
            const double x = next(), y = next();
            const MapPoint p{x + 550'000.0, y + 4'180'000.0};
            wrong += covered(outlines, p) != covered(rings, p) ? 1 : 0;
        }
    }
    CHECK(asked == 10'000);
    CHECK(wrong == 0);
    CHECK(crossing == 0);
}
