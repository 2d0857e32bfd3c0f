// What was reported of weather files: reports 51 (missing values) and 54 (odd text). The years are
// those that the script beside the reports writes: an invented bay at San Francisco's latitude.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "emissions/climate/weather_year.h"
#include "geo/city/units.h"
#include "tests/support/catch.h"

namespace {

std::string made(const std::string& kind) {
    std::string text = kind == "bom" ? "\xEF\xBB\xBF" : "";
    const std::string end = kind == "crlf" ? "\r\n" : "\n";
    text += "LOCATION,Invented Bay,CA,USA,Invented,999999,37.77,-122.42,-8.0,20.0" + end +
            "DESIGN CONDITIONS,0" + end + "TYPICAL/EXTREME PERIODS,0" + end +
            "GROUND TEMPERATURES,0" + end + "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0" + end +
            "COMMENTS 1,invented" + end + "COMMENTS 2,invented" + end +
            "DATA PERIODS,1,1,Data,Sunday,1/1,12/31" + end;
    static constexpr int days[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto rows_of = [&](int first_month, int past_month) {
        std::string rows;
        int hours = 0, day_of_year = 0;
        for (int month = 1; month < past_month; ++month)
            for (int day = 1; day <= days[month - 1]; ++day) {
                ++day_of_year;
                if (month < first_month) continue;
                for (int hour = 0; hour < 24; ++hour) {
                    if (kind == "cut-off" && hours++ == 5000) return rows;
                    const double middle = hour + 0.5;
                    const double declination = 23.45 * city::rad_per_deg *
                                               std::sin(2 * city::pi * (284 + day_of_year) / 365.0);
                    const double turn = 15 * (middle - 12) * city::rad_per_deg,
                                 latitude = 37.77 * city::rad_per_deg;
                    const double sine = std::max(
                        0.0, std::sin(latitude) * std::sin(declination) +
                                 std::cos(latitude) * std::cos(declination) * std::cos(turn));
                    double normal = sine > 0.05 ? 700 * std::pow(sine, 0.3) : 0.0,
                           diffuse = 90 * sine, global = normal * sine + diffuse;
                    double degc = 13 - 3.5 * std::cos(2 * city::pi * (day_of_year - 20) / 365.0) -
                                  3 * std::cos(2 * city::pi * (middle - 3) / 24.0);
                    double humidity = 75, infrared = 330, wind = 3.0;
                    const auto no_sun = [&](double value) { global = normal = diffuse = value; };
                    if (kind == "missing-some" && (day_of_year == 40 || day_of_year == 41) &&
                        (hour == 3 || hour == 4))
                        degc = 99.9;
                    if (kind == "missing-some" && day_of_year == 100 && hour >= 9 && hour < 13)
                        no_sun(9999);
                    if (kind == "missing-week" && day_of_year >= 150 && day_of_year < 157)
                        degc = 99.9;
                    if (kind == "missing-solar") no_sun(9999);
                    if (kind == "zero-solar") no_sun(0);
                    if (kind == "missing-wind-ir") wind = 999, infrared = 9999, humidity = 999;
                    if (kind == "fahrenheit") degc = degc * 9 / 5 + 32;
                    char row[200];
                    std::snprintf(row, sizeof row,
                                  "2019,%d,%d,%d,60,?,%.1f,8.0,%.0f,101300,0,0,%.0f,%.0f,%.0f,%.0f,"
                                  "0,0,0,0,270,%.1f,5,5,9,9,9,9,0,0,0,0,0,0,0",
                                  month, day, hour + 1, degc, humidity, infrared, global, normal,
                                  diffuse, wind);
                    std::string line = row;
                    if (kind == "decimal-comma") {
                        std::replace(line.begin(), line.end(), ',', ';');
                        std::replace(line.begin(), line.end(), '.', ',');
                    }
                    rows += line + end;
                }
            }
        return rows;
    };
    if (kind == "july-start") return text + rows_of(7, 13) + rows_of(1, 7);
    return text + rows_of(1, 13);
}

city::Result<emissions::WeatherYear> read(const std::string& kind) {
    return emissions::parse_epw(made(kind), kind + ".epw");
}

bool says(const std::vector<std::string>& notes, const std::string& part) {
    return std::any_of(notes.begin(), notes.end(), [&](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

double mean_degc(const emissions::WeatherYear& year) {
    double sum = 0.0;
    for (const float value : year.dry_bulb_degc) sum += static_cast<double>(value);
    return sum / static_cast<double>(year.hours());
}

}  // namespace

TEST_CASE("report 51: what an EPW marks as missing is bridged, stood in for or refused",
          "[emissions][epw]") {
    const auto plain = read("plain"), some = read("missing-some"), wind = read("missing-wind-ir");
    REQUIRE(plain);
    CHECK(plain->notes.empty());
    CHECK_THAT(mean_degc(*plain), WithinAbs(13.0, 0.01));
    REQUIRE(some);
    CHECK(says(some->notes, "4 h of dry bulb bridged"));
    CHECK(says(some->notes, "4 h of global horizontal bridged"));
    CHECK_THAT(mean_degc(*some), WithinAbs(13.0, 0.01));
    REQUIRE(wind);
    CHECK(says(wind->notes, "wind speed is missing: 3 m/s"));
    CHECK(says(wind->notes, "sky radiation is missing"));
    CHECK(says(wind->notes, "relative humidity is missing: 60 %"));
    const auto week = read("missing-week"), solar = read("missing-solar");
    REQUIRE_FALSE(week);
    CHECK(week.error().message.find("dry bulb is missing") != std::string::npos);
    REQUIRE_FALSE(solar);
    CHECK(solar.error().message.find("global horizontal is missing") != std::string::npos);
    const auto dark = read("zero-solar");
    REQUIRE(dark);
    CHECK(says(dark->notes, "the sun never shines"));
}

TEST_CASE("report 54: odd text is read or refused with its reason", "[emissions][epw]") {
    const auto plain = read("plain");
    REQUIRE(plain);
    for (const char* kind : {"bom", "crlf"}) {
        INFO(kind);
        const auto year = read(kind);
        REQUIRE(year);
        CHECK(year->dry_bulb_degc == plain->dry_bulb_degc);
        CHECK(year->place == "Invented Bay");
        CHECK(year->notes.empty());
    }
    for (const auto& [kind, reason] :
         {std::pair{"decimal-comma", "divided by semicolons"},
          std::pair{"july-start", "days are out of order"},
          std::pair{"cut-off", "holds 5000 hours"},
          std::pair{"fahrenheit",
                    "mean dry bulb is 55 degC, no climate at 38 degrees of latitude: "
                    "are these degrees Fahrenheit? (13 degC then)"}}) {
        INFO(kind);
        const auto year = read(kind);
        REQUIRE_FALSE(year);
        INFO(year.error().message);
        CHECK(year.error().message.find(reason) != std::string::npos);
    }
}
