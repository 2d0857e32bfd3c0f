#include "geo/crs/crs_transform.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/crs/map_crs.h"
#include "tests/support/catch.h"

using city::MapPoint;

TEST_CASE("UTM written out agrees with what PROJ chooses by itself", "[crs]") {
    struct Zone {
        const char* map_crs;
        double middle_lon_deg, low_lat_deg, high_lat_deg;
    };
    for (const Zone zone :
         {Zone{"EPSG:32610", -123.0, 32.0, 42.0}, Zone{"EPSG:32651", 123.0, 18.0, 54.0},
          Zone{"EPSG:32756", 153.0, -44.0, -10.0}}) {
        const auto written_out = crs::CrsTransform::create(crs::wgs84_lonlat, zone.map_crs);
        // Not recognised as WGS 84: PROJ looks for the way.
        const auto chosen = crs::CrsTransform::create(
            "+proj=longlat +datum=WGS84 +no_defs +type=crs", zone.map_crs);
        REQUIRE(written_out);
        REQUIRE(chosen);
        double worst_m = 0.0;
        for (double lon_deg = zone.middle_lon_deg - 3.0; lon_deg <= zone.middle_lon_deg + 3.0;
             lon_deg += 0.5)
            for (double lat_deg = zone.low_lat_deg; lat_deg <= zone.high_lat_deg; lat_deg += 1.0) {
                const MapPoint a = written_out->forward(MapPoint{lon_deg, lat_deg}),
                               b = chosen->forward(MapPoint{lon_deg, lat_deg});
                worst_m = std::max(worst_m, std::hypot(a.x - b.x, a.y - b.y));
            }
        CHECK(worst_m < 1e-6);
    }
}

TEST_CASE("a point on the zone's central meridian has an easting of 500 km", "[crs]") {
    const auto transform = crs::CrsTransform::create("EPSG:4326", "EPSG:32610");
    REQUIRE(transform);
    const MapPoint place = transform->forward(MapPoint{-123.0, 0.0});
    CHECK_THAT(place.x, WithinAbs(500'000.0, 1e-3));
    CHECK_THAT(place.y, WithinAbs(0.0, 1e-3));
}

TEST_CASE("longitude comes first whatever axis order the authority gives", "[crs]") {
    // ETRS89 (EPSG:4258) is latitude first in the registry; Berlin is at 13.4 E, 52.5 N.
    const auto transform = crs::CrsTransform::create("EPSG:4258", "EPSG:25833");
    REQUIRE(transform);
    const MapPoint place = transform->forward(MapPoint{13.4, 52.5});
    CHECK_THAT(place.x, WithinAbs(391'000.0, 2'000.0));
    CHECK_THAT(place.y, WithinAbs(5'818'000.0, 3'000.0));
}

TEST_CASE("there and back, one by one or many at once, gives the same point", "[crs]") {
    const auto transform = crs::CrsTransform::create(crs::wgs84_lonlat, "EPSG:32650");
    REQUIRE(transform);
    std::vector<MapPoint> many{{117.0, 22.5}, {114.06, 22.54}, {119.9, 31.9}};
    const std::vector<MapPoint> places = many;
    transform->forward(many);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const MapPoint one = transform->forward(places[i]);
        CHECK(one.x == many[i].x);
        CHECK(one.y == many[i].y);
        const MapPoint back = transform->inverse(one);
        CHECK_THAT(back.x, WithinAbs(places[i].x, 1e-9));
        CHECK_THAT(back.y, WithinAbs(places[i].y, 1e-9));
    }
}

TEST_CASE("an unknown coordinate system is an error that says what to do", "[crs]") {
    const auto transform = crs::CrsTransform::create("EPSG:99999", "EPSG:32610");
    REQUIRE_FALSE(transform);
    CHECK(transform.error().message.find("EPSG:99999") != std::string::npos);
    CHECK(transform.error().message.find("city.toml") != std::string::npos);
}
