#include "geo/crs/bd09.h"

#include <cmath>

#include "geo/crs/gcj02.h"
#include "tests/support/catch.h"

TEST_CASE("Baidu's offset is the published one", "[crs][bd09]") {
    // README of wandergis/coordtransform: BD-09 116.404, 39.915 is GCJ-02 116.39762729119315,
    // 39.90865673957631.
    const city::LonLat baidu{116.404, 39.915};
    const city::LonLat gcj02 = crs::gcj02_from_bd09(baidu);
    CHECK(std::abs(gcj02.lon_deg - 116.39762729119315) < 2e-6);
    CHECK(std::abs(gcj02.lat_deg - 39.90865673957631) < 2e-6);
    // And GCJ-02 116.404, 39.915 is BD-09 116.41036949371029, 39.92133699351021.
    const city::LonLat back = crs::bd09_from_gcj02({116.404, 39.915});
    CHECK(std::abs(back.lon_deg - 116.41036949371029) < 1e-9);
    CHECK(std::abs(back.lat_deg - 39.92133699351021) < 1e-9);
}

TEST_CASE("taking Baidu's offset out and putting it in again changes nothing", "[crs][bd09]") {
    for (const city::LonLat place :
         {city::LonLat{121.47, 31.23}, {114.06, 22.54}, {87.62, 43.83}, {126.63, 45.75}}) {
        const city::LonLat again = crs::wgs84_from_bd09(crs::bd09_from_wgs84(place));
        CHECK(std::abs(again.lon_deg - place.lon_deg) < 1e-9);
        CHECK(std::abs(again.lat_deg - place.lat_deg) < 1e-9);
    }
    const city::LonLat paris{2.35, 48.86};
    CHECK(crs::bd09_from_wgs84(paris).lon_deg == paris.lon_deg);
    CHECK(crs::wgs84_from_bd09(paris).lat_deg == paris.lat_deg);
}
