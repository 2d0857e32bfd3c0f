#include "emissions/climate/sun_position.h"

#include <cmath>

#include "geo/city/units.h"
#include "tests/support/catch.h"

using city::deg_per_rad;
using emissions::CivilTime;
using emissions::sun_position;

namespace {
constexpr double tolerance_deg = 0.05;
}

// NREL/TP-560-34302, the worked example of the Solar Position Algorithm: zenith 50.11162 deg with
// 0.01632 deg of refraction, azimuth 194.34024 deg.
TEST_CASE("the sun stands where NREL's SPA example has it", "[emissions][sun]") {
    const auto sun =
        sun_position({-105.1786, 39.742476}, {2003, 10, 17, 12.0 + 30.0 / 60 + 30.0 / 3600, -7.0});
    CHECK(std::abs(sun.altitude_rad * deg_per_rad - (90.0 - 50.11162 - 0.01632)) < tolerance_deg);
    CHECK(std::abs(sun.azimuth_rad * deg_per_rad - 194.34024) < tolerance_deg);
}

TEST_CASE("at the solstices noon altitude is 90 - latitude +- obliquity", "[emissions][sun]") {
    for (const double latitude : {31.2, 37.8, -33.9}) {
        for (const auto& [month, declination] : {std::pair{6, 23.436}, std::pair{12, -23.436}}) {
            double highest = -90.0;
            for (double hour = 10.0; hour < 14.0; hour += 1.0 / 60.0)
                highest = std::max(
                    highest,
                    sun_position({0.0, latitude}, {2020, month, 21, hour, 0.0}).altitude_rad *
                        deg_per_rad);
            CHECK(std::abs(highest - (90.0 - std::abs(latitude - declination))) < 0.02);
        }
    }
}

TEST_CASE("the sun rises in the east and sets in the west", "[emissions][sun]") {
    const double morning =
        sun_position({116.4, 39.9}, {2021, 3, 20, 7.0, 8.0}).azimuth_rad * deg_per_rad;
    const double evening =
        sun_position({116.4, 39.9}, {2021, 3, 20, 17.0, 8.0}).azimuth_rad * deg_per_rad;
    CHECK((morning > 80.0 && morning < 110.0));
    CHECK((evening > 250.0 && evening < 280.0));
}

TEST_CASE("the same moment on two clocks is the same sun", "[emissions][sun]") {
    const auto here = sun_position({121.5, 31.2}, {2024, 8, 1, 15.0, 8.0});
    const auto utc = sun_position({121.5, 31.2}, {2024, 8, 1, 7.0, 0.0});
    CHECK(std::abs(here.altitude_rad - utc.altitude_rad) < 1e-9);
    CHECK(std::abs(here.azimuth_rad - utc.azimuth_rad) < 1e-9);
}
