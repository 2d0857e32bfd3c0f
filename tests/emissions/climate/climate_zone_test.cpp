#include "emissions/reference/climate_zone.h"

#include "emissions/climate/synthetic_year.h"
#include "emissions/climate/weather_year.h"
#include "emissions/reference/tables.h"
#include "tests/emissions/reference_tables.h"
#include "tests/support/catch.h"

namespace {
using emissions::built_in_weather;
using emissions::reference::climate_zone_at;

const emissions::reference::Library::Tables& tables() {
    return test::reference_tables().tables();
}

std::string station_at(city::LonLat here, const std::string& region) {
    const auto year = built_in_weather(test::reference_tables(), "", here, -8.0, region);
    return year ? year->place : "";
}
}  // namespace

TEST_CASE("a Californian place has the zone of the nearest reference city",
          "[emissions][climate]") {
    CHECK(climate_zone_at(tables(), "US-CA", {-117.29, 34.11}) == "CEC zone 10");  // San Bernardino
    CHECK(climate_zone_at(tables(), "US-CA", {-122.42, 37.77}) == "CEC zone 3");   // San Francisco
    CHECK(climate_zone_at(tables(), "US-CA", {-118.24, 34.05}) == "CEC zone 9");   // Los Angeles
    CHECK(climate_zone_at(tables(), "US-CA", {-116.54, 33.82}) == "CEC zone 15");  // Palm Springs
    CHECK(climate_zone_at(tables(), "US-NY", {-73.97, 40.78}).empty());
    CHECK(climate_zone_at(tables(), "CN-SH", {121.47, 31.23}) == "hot_summer_cold_winter");
}

TEST_CASE("the station is chosen by climate as well as by distance", "[emissions][climate]") {
    // Los Angeles' airport is 105 km from San Bernardino, Fresno 350 km; only the airport is at
    // the sea.
    CHECK(station_at({-117.29, 34.11}, "US-CA") == "Fresno");
    CHECK(station_at({-118.24, 34.05}, "US-CA") == "Los Angeles");
    CHECK(station_at({-122.42, 37.77}, "US-CA") == "San Francisco");
    CHECK(station_at({-119.79, 36.74}, "US-CA") == "Fresno");
    CHECK(station_at({-121.49, 38.58}, "US-CA") == "Sacramento");
    // Behind the mountains no built-in station speaks for a place.
    CHECK(station_at({-119.77, 39.16}, "US-NV").empty());
    CHECK(station_at({121.47, 31.23}, "CN-SH") == "Shanghai");
    CHECK(station_at({116.40, 39.90}, "CN-BJ") == "Beijing");
    const auto far =
        built_in_weather(test::reference_tables(), "", {-117.29, 34.11}, -8.0, "US-CA");
    REQUIRE(far);
    REQUIRE(far->notes.size() == 2);
    INFO(far->notes[1]);
    CHECK(far->notes[1].find("km away: the nearest built-in station of a like climate (CEC zone "
                             "10)") != std::string::npos);
    // A station that city.toml names is taken at its word.
    const auto named =
        built_in_weather(test::reference_tables(), "Los Angeles", {-117.29, 34.11}, -8.0, "US-CA");
    REQUIRE(named);
    CHECK(named->place == "Los Angeles");
}

TEST_CASE("zones are alike where one station speaks for both", "[emissions][climate]") {
    CHECK(are_alike(tables(), "CEC zone 3", "CEC zone 4"));
    CHECK_FALSE(are_alike(tables(), "CEC zone 6", "CEC zone 10"));
    CHECK(are_alike(tables(), "", "CEC zone 10"));
}

TEST_CASE("distances go along the great circle", "[emissions][climate]") {
    // San Francisco to Los Angeles airport; a degree of latitude.
    CHECK_THAT(emissions::distance_km({-122.42, 37.77}, {-118.40, 33.93}), WithinAbs(561.0, 5.0));
    CHECK_THAT(emissions::distance_km({0, 0}, {0, 1}), WithinAbs(111.195, 0.001));
    CHECK_THAT(emissions::distance_km({179.5, 0}, {-179.5, 0}), WithinAbs(111.195, 0.001));
}
