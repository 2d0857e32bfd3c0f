#include "geo/city/frames.h"

#include <cmath>

#include "tests/support/catch.h"

TEST_CASE("a northing kept as float is off by decimetres, a local coordinate is not", "[frames]") {
    const city::MapPoint corner{551'234.567, 5'820'345.678};
    const double lost_m = std::abs(static_cast<double>(static_cast<float>(corner.y)) - corner.y);
    CHECK(lost_m > 0.1);

    const city::LocalFrame frame("EPSG:32610", {551'000.0, 5'820'000.0}, {-122.4, 37.7});
    const city::MapPoint back = frame.to_map(frame.to_local(corner));
    CHECK(std::abs(back.y - corner.y) < 1e-4);
}

TEST_CASE("a kilometre north of the origin is about 0.009 degrees of latitude", "[frames]") {
    const city::LocalFrame frame("local", {0, 0}, {121.5, 31.2});
    const city::LonLat there = frame.lonlat_near({0.0f, 1000.0f});
    CHECK_THAT(there.lat_deg - 31.2, WithinAbs(0.00899, 1e-4));
    CHECK_THAT(there.lon_deg, WithinAbs(121.5, 1e-12));
}
