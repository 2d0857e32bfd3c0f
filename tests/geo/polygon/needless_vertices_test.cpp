#include "geo/polygon/needless_vertices.h"

#include <algorithm>
#include <cmath>

#include "geo/city/rings.h"
#include "tests/support/catch.h"

using city::MapPoint;
using Ring = std::vector<MapPoint>;

namespace {

constexpr double pi = 3.14159265358979;

Ring circle(double radius_m, int corners) {
    Ring ring;
    for (int i = 0; i < corners; ++i)
        ring.push_back({5e5 + radius_m * std::cos(2.0 * pi * i / corners),
                        4e6 + radius_m * std::sin(2.0 * pi * i / corners)});
    return ring;
}

double length_m(const Ring& ring) {
    double sum = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint step = ring[(i + 1) % ring.size()] - ring[i];
        sum += std::hypot(step.x, step.y);
    }
    return sum;
}

}  // namespace

// Corners stand 6 to 9 mm apart: each lies within a centimetre of the line past it, and all
// together are a circle all the same.
TEST_CASE("a round tower drawn with very many corners stays round", "[io][footprint]") {
    for (const double radius_m : {1.0, 10.0, 400.0}) {
        const int corners = static_cast<int>(2.0 * pi * radius_m / 0.0073);
        Ring ring = circle(radius_m, corners);
        geo_io::drop_needless_vertices(ring);
        CHECK(ring.size() < static_cast<std::size_t>(corners / 3));
        CHECK(std::abs(city::ring_area_m2(ring) - pi * radius_m * radius_m) <
              std::max(0.01 * 2.0 * pi * radius_m, 1e-3 * pi * radius_m * radius_m));
        CHECK_THAT(length_m(ring), WithinRel(2.0 * pi * radius_m, 0.01));
        for (const MapPoint p : ring)
            CHECK(std::abs(std::hypot(p.x - 5e5, p.y - 4e6) - radius_m) < 1e-6);
    }
}

TEST_CASE("a straight wall drawn with very many corners has two", "[io][footprint]") {
    Ring ring;
    for (int i = 0; i < 4000; ++i) ring.push_back({0.006 * i, 0.001 * (i % 3)});
    ring.push_back({24, 0});
    ring.push_back({24, 10});
    ring.push_back({0, 10});
    geo_io::drop_needless_vertices(ring);
    CHECK(ring.size() == 4);
    CHECK_THAT(city::ring_area_m2(ring), WithinRel(240.0, 1e-4));
}

// Each of the two lies within a centimetre of the line past it: both went, and half the building.
TEST_CASE("a corner drawn twice, seven millimetres apart, is still a corner", "[io][footprint]") {
    Ring ring{{9.404, 1.549}, {9.577, 0.492}, {0.168, -1.024}, {0.0, 0.0}, {9.398, 1.551}};
    geo_io::drop_needless_vertices(ring);
    CHECK(ring.size() >= 4);
    CHECK_THAT(std::abs(city::ring_area_m2(ring)), WithinRel(10.06, 0.001));
}
