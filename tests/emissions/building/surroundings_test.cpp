#include "emissions/building/surroundings.h"

#include <chrono>
#include <cmath>
#include <numeric>
#include <string>

#include "geo/city/city_model.h"
#include "tests/support/catch.h"

namespace {

constexpr double pi = 3.14159265358979;

// A round building of very many corners, 10 m high.
void add_round(city::CityModel& city, double x, double radius_m, int corners) {
    city::Buildings& b = city.buildings;
    std::vector<city::MapPoint> ring;
    for (int i = 0; i < corners; ++i)
        ring.push_back({x + radius_m * std::cos(2.0 * pi * i / corners),
                        radius_m * std::sin(2.0 * pi * i / corners)});
    b.footprints.add_ring(ring);
    b.footprints.end_polygon();
    b.id.push_back("b" + std::to_string(b.count()));
    b.name.push_back("");
    for (auto* column : {&b.storeys, &b.construction_year, &b.footprint_area_m2, &b.floor_area_m2})
        column->push_back(1.0f);
    b.height_m.push_back(10.0f);
    b.base_m.push_back(0.0f);
    b.use.push_back(city::BuildingUse::office);
    b.assumed.push_back(city::Assumed::none);
}

}  // namespace

// Each wall asks whether the neighbour touches it: corners times corners would be 4e10 steps.
TEST_CASE("walls of buildings with a hundred thousand corners are measured in bounded time",
          "[emissions][physics]") {
    city::CityModel city;
    add_round(city, 0.0, 300.0, 200'000);
    add_round(city, 590.0, 300.0, 200'000);  // their boxes overlap, and so do they, by a lens
    const auto start = std::chrono::steady_clock::now();
    const emissions::Surroundings around = emissions::surroundings_of(city);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(took.count() < 20.0);
    for (std::size_t i = 0; i < 2; ++i) {
        double wall_m2 = 0.0;
        for (std::size_t bin = 0; bin < emissions::wall_bins; ++bin)
            wall_m2 += static_cast<double>(around.wall_area_m2[i * emissions::wall_bins + bin]);
        const double party_m2 = static_cast<double>(around.party_area_m2[i]);
        CHECK_THAT(wall_m2 + party_m2, WithinRel(2.0 * pi * 300.0 * 10.0, 0.001));
        // The arc inside the other circle: its half angle has the cosine 295/300.
        CHECK_THAT(party_m2, WithinRel(2.0 * std::acos(295.0 / 300.0) * 300.0 * 10.0, 0.02));
    }
}
