#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/geos_repair.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/city/rings.h"
#include "geo/polygon/crossings.h"
#include "tests/support/catch.h"

using city::MapPoint;
using geo_io::clean_polygon;
using geo_io::CleanOutcome;
using geo_io::RingSet;

namespace {

std::vector<MapPoint> box(double x, double y, double width_m, double depth_m) {
    return {{x, y}, {x + width_m, y}, {x + width_m, y + depth_m}, {x, y + depth_m}};
}

// Holes are clockwise: their signed area takes itself off.
double area_m2(const std::vector<RingSet>& polygons) {
    double sum = 0.0;
    for (const RingSet& rings : polygons)
        for (const auto& ring : rings) sum += city::ring_area_m2(ring);
    return sum;
}

}  // namespace

TEST_CASE("a good footprint comes back as it was", "[io][footprint]") {
    const auto result = clean_polygon({box(0, 0, 20, 10)});
    CHECK(result.outcome == CleanOutcome::as_it_was);
    REQUIRE(result.polygons.size() == 1);
    CHECK(result.polygons[0][0].size() == 4);
    CHECK_THAT(area_m2(result.polygons), WithinRel(200.0, 1e-12));
}

TEST_CASE("rings are turned the right way round and lose needless vertices", "[io][footprint]") {
    // Clockwise, first vertex repeated at the end, one vertex twice, one in the middle of an edge.
    const auto result =
        clean_polygon({{{0, 0}, {0, 10}, {0, 10}, {10, 10}, {10, 5}, {10, 0}, {0, 0}}});
    CHECK(result.outcome == CleanOutcome::as_it_was);
    REQUIRE(result.polygons.size() == 1);
    CHECK(result.polygons[0][0].size() == 4);
    CHECK_THAT(area_m2(result.polygons), WithinRel(100.0, 1e-12));
}

TEST_CASE("a hole stays a hole", "[io][footprint]") {
    const auto result = clean_polygon({box(0, 0, 30, 30), box(10, 10, 10, 10)});
    CHECK(result.outcome == CleanOutcome::as_it_was);
    REQUIRE(result.polygons.size() == 1);
    REQUIRE(result.polygons[0].size() == 2);
    CHECK(city::ring_area_m2(result.polygons[0][1]) < 0.0);
    CHECK_THAT(area_m2(result.polygons), WithinRel(800.0, 1e-12));
}

TEST_CASE("a bow-tie becomes its two triangles", "[io][footprint]") {
    const RingSet bow_tie{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}};
    CHECK(geo_io::edges_cross(bow_tie));
    const auto result = clean_polygon(bow_tie);
    CHECK(result.outcome == CleanOutcome::repaired);
    CHECK(result.polygons.size() == 2);
    CHECK_THAT(area_m2(result.polygons), WithinRel(50.0, 1e-9));
    for (const RingSet& rings : result.polygons) CHECK_FALSE(geo_io::edges_cross(rings));
}

TEST_CASE("a hole outside its shell leaves the shell whole", "[io][footprint]") {
    const auto result = clean_polygon({box(0, 0, 10, 10), box(20, 0, 5, 5)});
    CHECK(result.outcome == CleanOutcome::repaired);
    REQUIRE_FALSE(result.polygons.empty());
    const bool shell_is_there =
        std::any_of(result.polygons.begin(), result.polygons.end(), [](const RingSet& rings) {
            return rings.size() == 1 && std::abs(city::ring_area_m2(rings[0]) - 100.0) < 1e-6;
        });
    CHECK(shell_is_there);
}

TEST_CASE("a footprint below a square metre is tiny, a line is beyond repair", "[io][footprint]") {
    CHECK(clean_polygon({box(0, 0, 0.5, 0.5)}).outcome == CleanOutcome::tiny);
    CHECK(clean_polygon({box(0, 0, 0.5, 0.5)}).polygons.empty());
    CHECK(clean_polygon({}).outcome == CleanOutcome::beyond_repair);
    CHECK(clean_polygon({{{0, 0}, {10, 0}}}).outcome == CleanOutcome::beyond_repair);
    CHECK(clean_polygon({{{0, 0}, {10, 0}, {5, 0}, {0, 0}}}).polygons.empty());
    CHECK(clean_polygon({{{3, 3}, {3, 3}, {3, 3}, {3, 3}}}).polygons.empty());
}

TEST_CASE("a spike is cut off", "[io][footprint]") {
    const auto result = clean_polygon({{{0, 0}, {10, 0}, {10, 10}, {10, 30}, {10, 10}, {0, 10}}});
    REQUIRE(result.polygons.size() == 1);
    CHECK_THAT(area_m2(result.polygons), WithinRel(100.0, 1e-9));
    CHECK_FALSE(geo_io::edges_cross(result.polygons[0]));
}

TEST_CASE("pieces cut at a tile edge join into one", "[io][footprint]") {
    const auto joined = geo_io::union_of({{box(0, 0, 10, 10)}, {box(10, 0, 5, 10)}});
    REQUIRE(joined.polygons.size() == 1);
    CHECK(joined.polygons[0][0].size() == 4);
    CHECK_THAT(area_m2(joined.polygons), WithinRel(150.0, 1e-9));
    CHECK(geo_io::union_of({}).polygons.empty());
}

TEST_CASE("whatever three to nine corners are thrown, what comes back is simple",
          "[io][footprint]") {
    unsigned state = 42;
    const auto next = [&state] {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>(state >> 27);  // 0..31: many corners meet
    };
    std::size_t crossing = 0, negative = 0;
    for (int round = 0; round < 3000; ++round) {
        RingSet rings(1);
        for (int i = 0; i < 3 + round % 7; ++i) {
            const double x = next(), y = next();
            rings[0].push_back({x, y});
        }
        const auto result = clean_polygon(rings);
        for (const RingSet& one : result.polygons) {
            negative += !(city::ring_area_m2(one[0]) > 0.0);
            if (result.outcome == CleanOutcome::as_it_was) crossing += geo_io::edges_cross(one);
        }
    }
    CHECK(crossing == 0);
    CHECK(negative == 0);
}
