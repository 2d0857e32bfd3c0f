#include "emissions/building/physics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "emissions/building/surroundings.h"
#include "emissions/climate/facade_sun.h"
#include "emissions/climate/synthetic_year.h"
#include "emissions/evaluate.h"
#include "emissions/hourly/typical_days.h"
#include "emissions/measures/catalogue.h"
#include "emissions/measures/packages.h"
#include "emissions/model/baseline.h"
#include "geo/city/units.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"

using namespace emissions;
using city::BuildingUse;

namespace {

const WeatherYear& san_francisco() {
    static const auto year =
        built_in_weather(test::reference_tables(), "San Francisco", {-122.42, 37.77}, -8);
    REQUIRE(year);
    return *year;
}

BuildingDemand demand_of(const city::CityModel& city, HourlyLoads* loads = nullptr,
                         PhysicsOptions options = {}, LoadShapes* shapes = nullptr) {
    const auto catalogue = read_catalogue(test::reference_tables());
    REQUIRE(catalogue);
    BuildingDemand demand;
    demand.packages = thermal_packages(measures_of(*catalogue, city.info.region));
    demand.resize(city.buildings.count());
    const auto made = physics_demand(city, test::reference_tables(), san_francisco(), demand, loads,
                                     options, {}, shapes);
    if (!made) FAIL(made.error().message);
    return demand;
}

void move_house(city::CityModel& city, std::size_t i, double dx, double dy, float height_m) {
    auto& f = city.buildings.footprints;
    for (auto k = f.ring_offsets[f.polygon_offsets[i]];
         k < f.ring_offsets[f.polygon_offsets[i] + 1]; ++k)
        f.points[k] += city::MapPoint{dx, dy};
    city.buildings.height_m[i] = height_m;
}

city::CityModel turned(city::CityModel city, double clockwise_rad) {
    const double c = std::cos(clockwise_rad), s = std::sin(clockwise_rad);
    for (auto& p : city.buildings.footprints.points) p = {c * p.x + s * p.y, -s * p.x + c * p.y};
    return city;
}

double sum(const std::vector<float>& column) {
    return std::accumulate(column.begin(), column.end(), 0.0);
}

}  // namespace

TEST_CASE("a house alone shows all its walls, to the four winds", "[emissions][surroundings]") {
    const auto around =
        surroundings_of(test::houses({{"a", BuildingUse::residential_detached, 200, 1985}}));
    for (std::size_t bin = 0; bin < wall_bins; ++bin)
        CHECK_THAT(around.wall_area_m2[bin], WithinAbs(bin % 4 == 0 ? 60.0 : 0.0, 1e-3));
    CHECK(around.party_area_m2[0] == 0.0f);
    CHECK_THAT(around.sky_share_wall[0], WithinAbs(1.0, 1e-6));
    CHECK_THAT(around.sky_share_roof[0], WithinAbs(1.0, 1e-6));
}

// Two houses wall to wall, 6 m and 3 m high: the taller one shares 10 m x 3 m, the lower one its
// whole side.
TEST_CASE("neighbours share the wall up to the lower roof", "[emissions][surroundings]") {
    auto city = test::houses({{"a", BuildingUse::residential_detached, 200, 1985},
                              {"b", BuildingUse::residential_detached, 100, 1985}});
    move_house(city, 1, -10.1, 0, 3.0f);
    const auto around = surroundings_of(city);
    CHECK_THAT(around.party_area_m2[0], WithinAbs(30.0, 0.1));
    CHECK_THAT(around.party_area_m2[1], WithinAbs(30.0, 0.1));
    CHECK_THAT(around.wall_area_m2[4], WithinAbs(30.0, 0.1));              // east of the taller
    CHECK_THAT(around.wall_area_m2[wall_bins + 12], WithinAbs(0.0, 0.1));  // west of the lower
}

TEST_CASE("a tower to the south takes sun and sky, one to the north only sky",
          "[emissions][surroundings][physics]") {
    const auto city_with = [](double north_m) {
        auto city = test::houses({{"a", BuildingUse::residential_detached, 200, 1985},
                                  {"tower", BuildingUse::residential_detached, 200, 1985}});
        move_house(city, 1, -20, north_m, 60.0f);
        return city;
    };
    const auto open = city_with(2000), south = city_with(-25), north = city_with(25);
    CHECK(surroundings_of(south).sky_share_wall[0] <
          0.97f * surroundings_of(open).sky_share_wall[0]);
    CHECK(demand_of(south).heating_kwh()[0] > 1.01f * demand_of(north).heating_kwh()[0]);
    CHECK(demand_of(north).heating_kwh()[0] >= demand_of(open).heating_kwh()[0]);
}

TEST_CASE("turning the city and the sun together changes nothing", "[emissions][physics]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 300, .seed = 3});
    const double quarter = city::pi / 2;
    const auto before = demand_of(city),
               after = demand_of(turned(city, quarter), nullptr, {.sun_turn_rad = quarter});
    CHECK_THAT(sum(after.heating_kwh()), WithinRel(sum(before.heating_kwh()), 2e-3));
    CHECK_THAT(sum(after.cooling_kwh()), WithinRel(sum(before.cooling_kwh()), 5e-3));
    // The sun's turn matters on its own, or this test could not fail.
    const auto sun_only = demand_of(city, nullptr, {.sun_turn_rad = 3 * city::pi / 16});
    CHECK(std::abs(sun_only.heating_kwh()[0] - before.heating_kwh()[0]) >
          1e-4f * before.heating_kwh()[0]);
}

TEST_CASE("the order of buildings changes nothing", "[emissions][physics]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 200, .seed = 3});
    std::vector<std::size_t> order(city.buildings.count());
    std::iota(order.rbegin(), order.rend(), 0);
    const auto a = demand_of(city), b = demand_of(test::reordered(city, order));
    for (std::size_t k = 0; k < order.size(); ++k) {
        CHECK((city::is_missing(a.heating_kwh()[order[k]])
                   ? city::is_missing(b.heating_kwh()[k])
                   : b.heating_kwh()[k] == a.heating_kwh()[order[k]]));
        CHECK((city::is_missing(a.cooling_kwh()[order[k]])
                   ? city::is_missing(b.cooling_kwh()[k])
                   : b.cooling_kwh()[k] == a.cooling_kwh()[order[k]]));
    }
}

TEST_CASE(
    "an unknown height gives an unknown load, and a load that is no number names its building",
    "[emissions][physics]") {
    auto city = test::houses({{"known", BuildingUse::residential_detached, 200, 1985},
                              {"flat", BuildingUse::residential_detached, 200, 1985}});
    city.buildings.height_m[1] = city::missing;
    const auto demand = demand_of(city);
    CHECK(demand.heating_kwh()[0] > 0.0f);
    CHECK(city::is_missing(demand.heating_kwh()[1]));
    city.buildings.height_m[1] = 6.0f;
    city.buildings.floor_area_m2[1] = std::numeric_limits<float>::infinity();
    BuildingDemand into;
    into.resize(2);
    const auto made = physics_demand(city, test::reference_tables(), san_francisco(), into);
    REQUIRE_FALSE(made);
    CHECK(made.error().message.find("'flat'") != std::string::npos);
}

TEST_CASE("better walls and windows lower heating; months, profile and year agree",
          "[emissions][physics]") {
    HourlyLoads loads;
    const auto city = test::houses({{"a", BuildingUse::residential_detached, 200, 1960},
                                    {"b", BuildingUse::office, 200, 1960}});
    LoadShapes shapes = typical_days(city, nullptr, &san_francisco());
    const auto demand = demand_of(city, &loads, {}, &shapes);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(demand.packages[1].heating_kwh[i] < 0.9f * demand.heating_kwh()[i]);
        double months = 0;
        for (std::size_t m = 0; m < 12; ++m) {
            months += static_cast<double>(loads.heating_kwh[i * 12 + m]);
            // The typical days of the month carry the month's share of the year, to what a byte can
            // tell.
            double of_month = 0;
            for (std::size_t slot = m * 48; slot < (m + 1) * 48; ++slot)
                of_month +=
                    static_cast<double>(shapes.heating.per_annual(slot, shapes.thermal_row[i]) *
                                        shapes.days.of_slot(slot));
            CHECK_THAT(of_month, WithinAbs(static_cast<double>(loads.heating_kwh[i * 12 + m] /
                                                               demand.heating_kwh()[i]),
                                           0.003));
        }
        CHECK_THAT(months, WithinRel(static_cast<double>(demand.heating_kwh()[i]), 1e-4));
        CHECK(loads.heating_peak_w[i] > 0.0f);
        CHECK(loads.heating_kwh[i * 12] > loads.heating_kwh[i * 12 + 6]);  // January more than July
    }
}

TEST_CASE("in the largest cities sixteen buildings share the mean of their shapes",
          "[emissions][physics]") {
    // A freestanding house and one in the shade of a tower's height: their own heating differs, the
    // shared row lies between.
    auto city = test::houses({{"a", BuildingUse::residential_detached, 200, 1960},
                              {"b", BuildingUse::residential_detached, 200, 1960}});
    move_house(city, 1, 500, 0, 30.0f);
    LoadShapes own = typical_days(city, nullptr, &san_francisco()), shared = own;
    demand_of(city, nullptr, {}, &own);
    demand_of(city, nullptr, {.shape_bytes_limit = 0}, &shared);
    CHECK(own.thermal_row[0] != own.thermal_row[1]);
    REQUIRE(shared.thermal_row[0] == shared.thermal_row[1]);
    double sum = 0;
    std::size_t between = 0, apart = 0;
    float peak = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        peak = std::max(peak, own.heating.per_annual(slot, own.thermal_row[0]));
    const float rounding = 0.005f * peak;  // of the three bytes that are compared
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const float a = own.heating.per_annual(slot, own.thermal_row[0]),
                    b = own.heating.per_annual(slot, own.thermal_row[1]),
                    both = shared.heating.per_annual(slot, shared.thermal_row[0]);
        sum += static_cast<double>(both * shared.days.of_slot(slot));
        if (std::abs(a - b) < 2.0f * rounding) continue;
        ++apart;
        between += both > std::min(a, b) - rounding && both < std::max(a, b) + rounding ? 1 : 0;
    }
    CHECK_THAT(sum, WithinAbs(1.0, 1e-5));
    REQUIRE(apart > 20);
    CHECK(between == apart);
    CHECK(shared.bytes() < own.bytes());
}

TEST_CASE("both methods run the whole chain and say which weather they took",
          "[emissions][physics]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 300, .seed = 1});
    const auto made = prepare(city, test::reference_tables(), {.method = Method::physics});
    REQUIRE(made);
    CHECK((*made)->weather_source.find("Shanghai") != std::string::npos);
    const auto results = evaluate(**made, {});
    double electricity = 0;
    for (const float kwh : results.buildings.carrier_kwh[Carrier::electricity])
        electricity += city::is_missing(kwh) ? 0.0 : static_cast<double>(kwh);
    CHECK(electricity > 0);
}

TEST_CASE("the hours of one building add up to its year in the city", "[emissions][physics]") {
    const auto city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 200, .seed = 3});
    const auto demand = demand_of(city);
    std::size_t row = 0;
    while (city::is_missing(demand.heating_kwh()[row]) || demand.cooling_kwh()[row] <= 0.0f) ++row;
    const auto hours = physics_hours(city, test::reference_tables(), san_francisco(), {row});
    REQUIRE(hours);
    REQUIRE((*hours)[0].heating_w.size() == 8760);
    CHECK_THAT(sum((*hours)[0].heating_w) * 1e-3,
               WithinRel(static_cast<double>(demand.heating_kwh()[row]), 1e-4));
    CHECK_THAT(sum((*hours)[0].cooling_w) * 1e-3,
               WithinRel(static_cast<double>(demand.cooling_kwh()[row]), 1e-4));
    auto unknown = city;
    unknown.buildings.height_m[row] = city::missing;
    CHECK_FALSE(physics_hours(unknown, test::reference_tables(), san_francisco(), {row}));
}
