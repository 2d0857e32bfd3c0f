#include "geo/crs/bulk_transform.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "geo/crs/map_crs.h"
#include "tests/support/catch.h"

using city::MapPoint;

TEST_CASE("many points land where PROJ puts each of them", "[crs]") {
    struct Place {
        const char* map_crs;
        double lon_deg, lat_deg, spread_deg;
    };
    // Two cities, one south of the equator, one at the edge of its zone, and one across the
    // equator.
    for (const Place at :
         {Place{"EPSG:32610", -122.44, 37.76, 0.1}, Place{"EPSG:32651", 121.5, 31.2, 0.3},
          Place{"EPSG:32756", 151.2, -33.9, 0.3}, Place{"EPSG:32649", 114.06, 22.54, 0.2},
          Place{"EPSG:32748", 105.0, 0.0, 0.05}}) {
        auto bulk = crs::BulkTransform::create(crs::wgs84_lonlat, at.map_crs);
        const auto exact = crs::CrsTransform::create(crs::wgs84_lonlat, at.map_crs);
        REQUIRE(bulk);
        REQUIRE(exact);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> offset(-at.spread_deg, at.spread_deg);
        std::vector<MapPoint> points;
        for (int i = 0; i < 20'000; ++i)
            points.emplace_back(at.lon_deg + offset(random), at.lat_deg + offset(random));
        std::vector<MapPoint> moved = points;
        bulk->forward(moved);
        double worst_m = 0.0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const MapPoint wanted = exact->forward(points[i]);
            worst_m = std::max(
                {worst_m, std::abs(moved[i].x - wanted.x), std::abs(moved[i].y - wanted.y)});
        }
        CHECK(worst_m < 2e-8);
    }
}

TEST_CASE("numbers that are no place do not become one", "[crs]") {
    auto bulk = crs::BulkTransform::create(crs::wgs84_lonlat, "EPSG:32610");
    REQUIRE(bulk);
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                     infinity = std::numeric_limits<double>::infinity();
    std::vector<MapPoint> points{{nan, 37.0}, {-122.0, infinity}, {1e300, -1e300}, {-122.4, 37.7}};
    bulk->forward(points);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_FALSE((std::isfinite(points[i].x) && std::isfinite(points[i].y)));
    CHECK(std::isfinite(points[3].x));
}

TEST_CASE("systems that are not smooth degrees to metres go to PROJ point by point", "[crs]") {
    auto bulk = crs::BulkTransform::create("EPSG:2227",
                                           "EPSG:32610");  // California zone 3 in US survey feet
    const auto exact = crs::CrsTransform::create("EPSG:2227", "EPSG:32610");
    REQUIRE(bulk);
    REQUIRE(exact);
    std::vector<MapPoint> points{{6'000'000.0, 2'100'000.0}, {6'010'000.0, 2'110'000.0}};
    const std::vector<MapPoint> before = points;
    bulk->forward(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const MapPoint wanted = exact->forward(before[i]);
        CHECK(points[i].x == wanted.x);
        CHECK(points[i].y == wanted.y);
    }
}
