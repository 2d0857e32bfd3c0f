#include "study/weather_file.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

// A year of 12 degC with some sun, of a station at the place.
std::string epw_of(const std::string& name, double lat_deg, double lon_deg) {
    std::string text = "LOCATION," + name + ",-,USA,Invented,1," + std::to_string(lat_deg) + "," +
                       std::to_string(lon_deg) +
                       ",-8.0,20.0\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n";
    static constexpr int days[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= days[month - 1]; ++day)
            for (int hour = 1; hour <= 24; ++hour)
                text += "2019," + std::to_string(month) + "," + std::to_string(day) + "," +
                        std::to_string(hour) +
                        ",60,?,12.0,8.0,75,101300,0,0,330,200,300,60,0,0,0,0,270,3.0,5\n";
    return text;
}

std::string last_note(const std::string& epw_path, city::LonLat here) {
    city::CityModel city;
    city.info.region = "US-CA";
    city.info.weather_path = epw_path;
    city.frame = city::LocalFrame("EPSG:32611", {0, 0}, here);
    const auto year = study::weather_of(city);
    REQUIRE(year.has_value());
    REQUIRE(year->has_value());
    return (*year)->notes.empty() ? "" : (*year)->notes.back();
}

}  // namespace

TEST_CASE("a weather file of another place or climate is used and told", "[study][weather]") {
    test::TempFolder folder;
    const std::string bay = folder.file("bay.epw", epw_of("Invented Bay", 37.77, -122.42)),
                      airport = folder.file("airport.epw", epw_of("Airport", 33.93, -118.40));
    const city::LonLat san_francisco{-122.42, 37.77}, san_bernardino{-117.29, 34.11},
        los_angeles{-118.24, 34.05};
    CHECK(last_note(bay, san_francisco).empty());
    CHECK(last_note(bay, san_bernardino) ==
          "it is the weather of 'Invented Bay', 615 km from the city");
    CHECK(last_note(airport, los_angeles).empty());
    CHECK(last_note(airport, san_bernardino) ==
          "it is the weather of 'Airport', 104 km away in another climate (CEC zone 6) than the "
          "city (CEC zone 10)");
}

TEST_CASE("a city without tables is refused before its weather is looked for", "[study][weather]") {
    city::CityModel city;
    city.info.region = "CA";
    city.frame = city::LocalFrame("EPSG:32617", {0, 0}, {-79.38, 43.65});
    const auto refused = study::prepare_city(city, emissions::Method::physics);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("no reference tables for region 'CA'") != std::string::npos);
}
