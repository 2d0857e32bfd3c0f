#include "geo/crs/map_crs.h"

#include "tests/support/catch.h"

TEST_CASE("a city's map CRS is the UTM zone of its centre", "[crs]") {
    CHECK(crs::map_crs_for({-122.42, 37.77}) == "EPSG:32610");  // San Francisco
    CHECK(crs::map_crs_for({-118.24, 34.05}) == "EPSG:32611");  // Los Angeles
    CHECK(crs::map_crs_for({114.06, 22.54}) == "EPSG:32650");   // Shenzhen
    CHECK(crs::map_crs_for({121.47, 31.23}) == "EPSG:32651");   // Shanghai
    CHECK(crs::map_crs_for({151.21, -33.87}) == "EPSG:32756");  // Sydney
    CHECK(crs::map_crs_for({180.0, 10.0}) == "EPSG:32660");
    CHECK(crs::map_crs_for({-180.0, 10.0}) == "EPSG:32601");
}

TEST_CASE("only the UTM codes on WGS 84 name a zone", "[crs]") {
    const auto south = crs::utm_zone_of("EPSG:32756");
    REQUIRE(south);
    CHECK(south->number == 56);
    CHECK_FALSE(south->north);
    CHECK(crs::utm_zone_of("EPSG:32610")->north);
    CHECK_FALSE(crs::utm_zone_of("EPSG:32600"));
    CHECK_FALSE(crs::utm_zone_of("EPSG:32661"));
    CHECK_FALSE(crs::utm_zone_of("EPSG:4326"));
    CHECK_FALSE(crs::utm_zone_of("local"));
}

TEST_CASE("a definition says degrees or metres, or nothing when it cannot be read", "[crs]") {
    CHECK(crs::kind_of("EPSG:4326") == crs::CrsKind::geographic);
    CHECK(crs::kind_of("OGC:CRS84") == crs::CrsKind::geographic);
    CHECK(crs::kind_of("EPSG:32650") == crs::CrsKind::projected);
    CHECK_FALSE(crs::kind_of("Undefined SRS"));
    CHECK_FALSE(crs::kind_of(""));
}

TEST_CASE("the region of a place is as fine as our tables tell it", "[crs]") {
    CHECK(crs::region_at({-122.42, 37.77}) == "US-CA");  // San Francisco
    CHECK(crs::region_at({-117.32, 34.18}) == "US-CA");  // San Bernardino
    CHECK(crs::region_at({-117.16, 32.72}) == "US-CA");  // San Diego
    CHECK(crs::region_at({-115.14, 36.17}) == "US");     // Las Vegas
    CHECK(crs::region_at({-119.81, 39.53}) == "US");     // Reno
    CHECK(crs::region_at({-73.97, 40.78}) == "US");      // New York
    CHECK(crs::region_at({121.47, 31.23}) == "CN-SH");   // Shanghai
    CHECK(crs::region_at({114.06, 22.54}) == "CN-GD");   // Shenzhen
    CHECK(crs::region_at({116.40, 39.90}) == "CN-BJ");   // Beijing
    CHECK(crs::region_at({118.80, 32.06}) == "CN-JS");   // Nanjing
    CHECK(crs::region_at({2.35, 48.86}).empty());        // Paris
    CHECK(crs::region_at({151.21, -33.87}).empty());     // Sydney
}
