#include "emissions/climate/facade_sun.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>

#include "emissions/climate/synthetic_year.h"
#include "emissions/reference/tables.h"
#include "geo/city/units.h"
#include "tests/emissions/reference_tables.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using namespace emissions;

namespace {

double sum(const std::vector<float>& column) {
    return std::accumulate(column.begin(), column.end(), 0.0);
}

}  // namespace

TEST_CASE("a synthetic year has its place's monthly means, sun and degree days",
          "[emissions][climate]") {
    for (const auto& [place, offset] : {std::pair{"San Francisco", -8.0},
                                        std::pair{"Shanghai", 8.0}, std::pair{"Beijing", 8.0}}) {
        INFO(place);
        const auto& tables = test::reference_tables().tables();
        auto year = built_in_weather(test::reference_tables(), place,
                                     {*tables.climates.value(place, "climate", "longitude"),
                                      *tables.climates.value(place, "climate", "latitude")},
                                     offset);
        REQUIRE(year);
        REQUIRE(year->hours() == 8760);
        double january = 0, irradiation = 0;
        for (std::size_t h = 0; h < 31 * 24; ++h)
            january += static_cast<double>(year->dry_bulb_degc[h]) / (31 * 24),
                irradiation += static_cast<double>(year->global_horizontal_w_per_m2[h]) / 31e3;
        CHECK_THAT(january, WithinAbs(*tables.normals.value(place, "month 01", "mean_degc"), 0.01));
        CHECK_THAT(
            irradiation,
            WithinRel(*tables.normals.value(place, "month 01", "global_kwh_per_m2_day"), 1e-3));
        const auto days = degree_days_18(*year);
        CHECK_THAT(days.heating,
                   WithinRel(*tables.climates.value(place, "climate", "hdd18"), 0.06));
        CHECK_THAT(days.cooling,
                   WithinAbs(*tables.climates.value(place, "climate", "cdd18"),
                             0.08 * *tables.climates.value(place, "climate", "cdd18") + 60));
    }
}

TEST_CASE("sun and sky on a flat roof add up to the measured global irradiation",
          "[emissions][climate]") {
    const auto path =
        test::shared_file("data/weather/USA_CA_San.Francisco.Intl.AP.724940_TMY3.epw");
    if (!path) return;
    std::ifstream file(*path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto year = parse_epw(text, "sf");
    REQUIRE(year);
    const auto sun = facade_sun(*year);
    const double roof = (sum(sun.roof_beam) + sum(sun.roof_sky)) * 1e-3;
    CHECK_THAT(roof, WithinRel(sum(year->global_horizontal_w_per_m2) * 1e-3, 0.01));
    CHECK_THAT(plane_irradiation_kwh_per_m2(*year, 0, 0), WithinRel(roof, 1e-3));
    // Facades: south above east and west, those alike, north least; a south tilt of 30 deg above
    // flat.
    const auto wall = [&](double azimuth_deg) {
        return plane_irradiation_kwh_per_m2(*year, city::pi / 2, azimuth_deg * city::rad_per_deg);
    };
    CHECK(wall(180) > wall(270));
    CHECK(wall(90) > 1.3 * wall(0));
    CHECK(plane_irradiation_kwh_per_m2(*year, 30 * city::rad_per_deg, city::pi) > 1.08 * roof);
}

TEST_CASE("glass lets less light through as it comes in flatter", "[emissions][climate]") {
    CHECK(glass_angle_factor(1.0) == 1.0);
    double last = 1.0;
    for (double angle = 0; angle <= 90; angle += 5) {
        const double here = glass_angle_factor(std::cos(angle * city::rad_per_deg));
        CHECK(here <= last + 1e-9);
        last = here;
    }
    CHECK_THAT(last, WithinAbs(0.0, 1e-6));
    // Over a uniform hemisphere (weight 2 sin cos) it is the diffuse factor.
    double mean = 0;
    for (double angle = 0.25; angle < 90; angle += 0.5)
        mean += glass_angle_factor(std::cos(angle * city::rad_per_deg)) * 2 *
                std::sin(angle * city::rad_per_deg) * std::cos(angle * city::rad_per_deg) * 0.5 *
                city::rad_per_deg;
    CHECK_THAT(mean, WithinAbs(glass_diffuse_factor, 0.01));
}
