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
