#include "geo/crs/gcj02.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "geo/city/units.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

namespace {

double metres_between(city::LonLat a, city::LonLat b) {
    constexpr double metres_per_degree = 6'371'000.0 * city::rad_per_deg;
    const double east_m =
        (a.lon_deg - b.lon_deg) * std::cos(a.lat_deg * city::rad_per_deg) * metres_per_degree;
    return std::hypot(east_m, (a.lat_deg - b.lat_deg) * metres_per_degree);
}

struct Pair {
    city::LonLat wgs84, gcj02;
};
// Test values of the published approximation (googollee/eviltransform), in Shanghai, Shenzhen and
// Beijing.
const std::vector<Pair> published{
    {{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}},
    {{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
    {{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}}};

}  // namespace

TEST_CASE("the offset of Chinese maps is the published one", "[crs][gcj02]") {
    for (const auto& [wgs84, gcj02] : published) {
        CHECK(metres_between(crs::gcj02_from_wgs84(wgs84), gcj02) < 0.5);
        CHECK(metres_between(crs::wgs84_from_gcj02(gcj02), wgs84) < 0.5);
        CHECK(metres_between(gcj02, wgs84) > 300.0);
    }
}

TEST_CASE("removing the offset and putting it back returns the place to a tenth of a millimetre",
          "[crs][gcj02]") {
    for (double lon_deg = 75.0; lon_deg < 135.0; lon_deg += 3.7)
        for (double lat_deg = 18.0; lat_deg < 53.0; lat_deg += 2.3) {
            const city::LonLat shifted{lon_deg, lat_deg};
            CHECK(metres_between(crs::gcj02_from_wgs84(crs::wgs84_from_gcj02(shifted)), shifted) <
                  1e-4);
        }
}

TEST_CASE("outside China nothing is shifted", "[crs][gcj02]") {
    const city::LonLat san_francisco{-122.42, 37.77};
    CHECK(metres_between(crs::wgs84_from_gcj02(san_francisco), san_francisco) == 0.0);
    CHECK(metres_between(crs::gcj02_from_wgs84(san_francisco), san_francisco) == 0.0);
}

TEST_CASE("places in Shanghai with both coordinates agree within 3 m", "[crs][gcj02]") {
    const auto path = test::shared_file("data/shanghai/gcj02_wgs84_pairs.csv");
    if (!path) return;
    std::ifstream file(*path);
    std::string line;
    std::getline(file, line);
    REQUIRE(line.rfind("kind,gcj02_lon,gcj02_lat,wgs84_lon,wgs84_lat", 0) == 0);
    std::size_t pairs = 0;
    double worst_m = 0.0;
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string kind, number[4];
        std::getline(fields, kind, ',');
        for (std::string& one : number) std::getline(fields, one, ',');
        const city::LonLat gcj02{std::stod(number[0]), std::stod(number[1])};
        const city::LonLat wgs84{std::stod(number[2]), std::stod(number[3])};
        worst_m = std::max(worst_m, metres_between(crs::wgs84_from_gcj02(gcj02), wgs84));
        ++pairs;
    }
    CHECK(pairs == 495);
    CHECK(worst_m < 3.0);
}
