#include "emissions/building/simple_zone.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "emissions/building/simple_zone_table.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using namespace emissions;

namespace {

// A year of one temperature and one irradiance.
WeatherYear steady(float outdoor_degc, float global_w_per_m2) {
    WeatherYear year;
    for (int h = 0; h < 8760; ++h) {
        year.month.push_back(static_cast<std::uint8_t>(1 + h * 12 / 8760));
        year.dry_bulb_degc.push_back(outdoor_degc);
        year.global_horizontal_w_per_m2.push_back(global_w_per_m2);
    }
    return year;
}

SimpleZone house() {
    return {.id = "house",
            .weather = "",
            .floor_area_m2 = 100,
            .mass_area_m2 = 250,
            .internal_area_m2 = 450,
            .heat_capacity_j_per_k = 165e5,
            .h_opaque_w_per_k = 60,
            .h_window_w_per_k = 40,
            .h_ventilation_w_per_k = 50,
            .solar_aperture_m2 = 0,
            .internal_gain_base_w = 0,
            .internal_gain_day_w = 0,
            .heating_setpoint_degc = 20,
            .cooling_setpoint_degc = 26,
            .heating_max_w = 1e9,
            .cooling_max_w = 1e9};
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::istringstream fields(line);
        for (std::string field; std::getline(fields, field, ',');) rows.back().push_back(field);
    }
    rows.erase(rows.begin());
    return rows;
}

}  // namespace

// In a steady year the network is a chain of resistances between 20 deg C air and 0 deg C outdoors:
//   H_is 3.45 * 450 = 1552.5    H_ms 9.1 * 250 = 2275
//   mass path 1 / (1 / 60 + 1 / 2275) = 58.458;  surfaces to outdoors 58.458 + 40 = 98.458
//   in series with H_is: 92.587;  with ventilation 142.587 W/K  x 20 K = 2851.7 W
TEST_CASE("the power of a steady winter matches the chain of resistances", "[emissions][zone]") {
    const auto year = simulate(house(), steady(0.0f, 0.0f));
    CHECK_THAT(year.plant_w.back(), WithinRel(2851.74, 1e-5));
    CHECK_THAT(year.air_degc.back(), WithinAbs(20.0, 1e-9));
}

TEST_CASE("twice the window conductance adds exactly its own loss to the surfaces' side",
          "[emissions][zone]") {
    SimpleZone more = house();
    more.h_window_w_per_k *= 2;
    const auto year = simulate(more, steady(0.0f, 0.0f));
    const double mass = 1 / (1 / 60.0 + 1 / 2275.0), surfaces = mass + 80.0,
                 expected = (1 / (1 / surfaces + 1 / 1552.5) + 50.0) * 20.0;
    CHECK_THAT(year.plant_w.back(), WithinRel(expected, 1e-9));
}

TEST_CASE("without plant the zone drifts to where gains and losses meet", "[emissions][zone]") {
    SimpleZone free = house();
    free.heating_max_w = free.cooling_max_w = 0;
    CHECK_THAT(simulate(free, steady(7.0f, 0.0f)).air_degc.back(), WithinAbs(7.0, 1e-6));
}

TEST_CASE("a limited plant gives its limit and lets the air fall", "[emissions][zone]") {
    SimpleZone weak = house();
    weak.heating_max_w = 1000;
    const auto year = simulate(weak, steady(0.0f, 0.0f));
    CHECK(year.plant_w.back() == 1000.0);
    CHECK_THAT(year.air_degc.back(), WithinAbs(20.0 * 1000.0 / 2851.74, 1e-3));
}

TEST_CASE("all reference zones agree within 0.5 % a year, 1 % a month and hour by hour",
          "[emissions][zone][reference]") {
    const auto zones_path = test::shared_file("validation/rc5r1c/zones.csv");
    if (!zones_path) return;
    const auto zones = parse_simple_zones(text_of(*zones_path));
    REQUIRE(zones);
    REQUIRE(zones->size() == 18);
    std::map<std::string, std::vector<std::vector<std::string>>> monthly, hourly;
    for (auto& row : rows_of(text_of(zones_path->parent_path() / "expected_monthly.csv")))
        monthly[row[0]].push_back(row);
    for (auto& row : rows_of(text_of(zones_path->parent_path() / "expected_hourly.csv")))
        hourly[row[0]].push_back(row);
    REQUIRE(hourly.size() == 6);
    for (const SimpleZone& zone : *zones) {
        INFO(zone.id);
        const auto weather_path = test::shared_file("data/weather/" + zone.weather);
        if (!weather_path) return;
        const auto weather = parse_epw(text_of(*weather_path), zone.weather);
        REQUIRE(weather);
        const auto year = simulate(zone, *weather);
        REQUIRE(monthly[zone.id].size() == 13);
        for (const auto& row : monthly[zone.id]) {
            INFO("month " << row[1]);
            const bool whole_year = row[1] == "year";
            const auto sums = month_of(year, *weather, whole_year ? 0 : std::stoi(row[1]));
            const double tolerance = whole_year ? 0.005 : 0.01,
                         floor_kwh = 1e-6 * zone.floor_area_m2;
            CHECK(std::abs(sums.heating_need_kwh - std::stod(row[2])) <=
                  tolerance * std::stod(row[2]) + floor_kwh);
            CHECK(std::abs(sums.cooling_need_kwh - std::stod(row[3])) <=
                  tolerance * std::stod(row[3]) + floor_kwh);
            CHECK_THAT(sums.mean_air_degc, WithinAbs(std::stod(row[4]), 0.01));
            CHECK_THAT(sums.min_air_degc, WithinAbs(std::stod(row[5]), 0.02));
            CHECK_THAT(sums.max_air_degc, WithinAbs(std::stod(row[6]), 0.02));
        }
        for (const auto& row : hourly[zone.id]) {
            const auto h = static_cast<std::size_t>(std::stoul(row[1]));
            INFO("hour " << h);
            CHECK_THAT(year.plant_w[h],
                       WithinAbs(std::stod(row[2]), 1e-4 * std::abs(std::stod(row[2])) + 0.01));
            CHECK_THAT(year.air_degc[h], WithinAbs(std::stod(row[3]), 1e-3));
            CHECK_THAT(year.mass_end_degc[h], WithinAbs(std::stod(row[4]), 1e-3));
        }
    }
}

TEST_CASE("a table of zones with a flaw is refused with the line and the zone",
          "[emissions][zone]") {
    const std::string header =
        "zone_id,weather,floor_area_m2,mass_area_m2,internal_area_m2,heat_capacity_j_per_k,h_"
        "opaque_w_per_k,h_window_w_per_k,h_ventilation_w_per_k,solar_aperture_m2,"
        "internal_gain_base_w,internal_gain_day_w,heating_setpoint_degc,cooling_setpoint_degc,"
        "heating_max_w,cooling_max_w\n";
    const std::string good = "a,w.epw,1,1,1,1,1,1,1,1,1,1,20,26,inf,inf\n";
    REQUIRE(parse_simple_zones(header + good));
    const auto message = [](const std::string& csv) {
        return parse_simple_zones(csv).error().message;
    };
    CHECK_FALSE(parse_simple_zones(""));
    CHECK_FALSE(parse_simple_zones(header));
    CHECK(message("zone_id,weather\nx,y\n").find("no column floor_area_m2") != std::string::npos);
    CHECK(message(header + "b,w.epw,nan,1,1,1,1,1,1,1,1,1,20,26,inf,inf\n")
              .find("floor_area_m2 of zone b cannot be 'nan' in line 2") != std::string::npos);
    CHECK(message(header + "b,w.epw,-1,1,1,1,1,1,1,1,1,1,20,26,inf,inf\n").find("-1") !=
          std::string::npos);
    CHECK(message(header + "b,w.epw,inf,1,1,1,1,1,1,1,1,1,20,26,inf,inf\n").find("inf") !=
          std::string::npos);
    CHECK(message(header + good + good).find("twice in line 3") != std::string::npos);
    CHECK(message(header + "b,w.epw,1\n").find("mass_area_m2") != std::string::npos);
}
