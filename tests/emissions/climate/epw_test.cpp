#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "emissions/climate/weather_year.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using emissions::parse_epw;

namespace {

// A whole year at 5 deg C by night and 15 deg C by day; `edit` may change single fields of a row.
std::string epw(const std::function<void(int row, std::vector<std::string>& fields)>& edit = {},
                const char* line_end = "\n", bool leap = false) {
    std::ostringstream text;
    text << "LOCATION,Testville,CA,USA,TMY3,123456,37.5,-122.25,-8.0,10.0" << line_end;
    for (const char* header :
         {"DESIGN CONDITIONS,0", "TYPICAL/EXTREME PERIODS,0", "GROUND TEMPERATURES,0",
          "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0", "COMMENTS 1,a", "COMMENTS 2,b"})
        text << header << line_end;
    text << "DATA PERIODS,1,1,Data,Wednesday, 1/ 1,12/31" << line_end;
    static constexpr int days[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int row = 0;
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= days[month - 1] + (leap && month == 2 ? 1 : 0); ++day)
            for (int hour = 1; hour <= 24; ++hour, ++row) {
                const bool light = hour > 6 && hour <= 18;
                std::vector<std::string> fields{"1999",
                                                std::to_string(month),
                                                std::to_string(day),
                                                std::to_string(hour),
                                                "0",
                                                "x",
                                                light ? "15.0" : "5.0",
                                                "2.0",
                                                "70",
                                                "101300",
                                                "0",
                                                "0",
                                                "300",
                                                light ? "400" : "0",
                                                light ? "500" : "0",
                                                light ? "100" : "0",
                                                "0",
                                                "0",
                                                "0",
                                                "0",
                                                "180",
                                                "3.1"};
                for (int i = 0; i < 13; ++i) fields.emplace_back("0");
                if (edit) edit(row, fields);
                for (std::size_t i = 0; i < fields.size(); ++i) text << (i ? "," : "") << fields[i];
                text << line_end;
            }
    return text.str();
}

}  // namespace

TEST_CASE("an EPW file gives place, clock and hourly columns", "[emissions][epw]") {
    const auto year = parse_epw(epw(), "test.epw");
    REQUIRE(year);
    CHECK(year->place == "Testville");
    CHECK(year->position.lat_deg == 37.5);
    CHECK(year->position.lon_deg == -122.25);
    CHECK(year->utc_offset_h == -8.0);
    CHECK(year->first_weekday == 2);
    CHECK(year->hours() == 8760);
    CHECK(year->hour[0] == 0);
    CHECK(year->dry_bulb_degc[5] == 5.0f);
    CHECK(year->dry_bulb_degc[6] == 15.0f);
    CHECK(year->mean_dry_bulb_degc(6) == 10.0f);
    CHECK(year->relative_humidity_share[0] == 0.7f);
    CHECK(year->direct_normal_w_per_m2[12] == 500.0f);
    CHECK(year->notes.empty());
    // Half the hours at 5 and half at 15 deg C: 8 K below 18 on each of 365 days.
    CHECK_THAT(emissions::degree_days_18(*year).heating, WithinRel(8.0 * 365, 1e-5));
    CHECK(emissions::degree_days_18(*year).cooling == 0.0);
}

TEST_CASE("carriage returns and leap years change nothing but the count", "[emissions][epw]") {
    const auto crlf = parse_epw(epw({}, "\r\n"), "crlf.epw");
    REQUIRE(crlf);
    CHECK(crlf->dry_bulb_degc == parse_epw(epw(), "lf.epw")->dry_bulb_degc);
    const auto leap = parse_epw(epw({}, "\n", true), "leap.epw");
    REQUIRE(leap);
    CHECK(leap->hours() == 8784);
}

TEST_CASE("short gaps are bridged and told, long gaps are refused", "[emissions][epw]") {
    const auto gap = [](int hours) {
        return parse_epw(epw([=](int row, auto& fields) {
                             if (row >= 100 && row < 100 + hours) fields[6] = "99.9";
                         }),
                         "gap.epw");
    };
    REQUIRE(gap(6));
    REQUIRE(gap(6)->notes.size() == 1);
    CHECK(gap(6)->notes[0].find("6 h of dry bulb") != std::string::npos);
    REQUIRE_FALSE(gap(7));
    CHECK(gap(7).error().message.find("dry bulb is missing") != std::string::npos);
}

TEST_CASE("a bridge is a straight line between its two ends", "[emissions][epw]") {
    // Row 101 is 5 in the night, row 104 made 8: the two between them are 6 and 7.
    const auto year = parse_epw(epw([](int row, auto& fields) {
                                    if (row == 97) fields[6] = "5";
                                    if (row == 98 || row == 99) fields[6] = "99.9";
                                    if (row == 100) fields[6] = "8";
                                }),
                                "line.epw");
    REQUIRE(year);
    CHECK_THAT(year->dry_bulb_degc[98], WithinAbs(6.0f, 1e-4f));
    CHECK_THAT(year->dry_bulb_degc[99], WithinAbs(7.0f, 1e-4f));
}

TEST_CASE("what is not an EPW year is refused in one line that names the file",
          "[emissions][epw]") {
    const auto message = [](const std::string& text) {
        const auto year = parse_epw(text, "bad.epw");
        REQUIRE_FALSE(year);
        CHECK(year.error().message.find("bad.epw") != std::string::npos);
        CHECK(year.error().message.find('\n') == std::string::npos);
        return year.error().message;
    };
    message("");
    message("hello");
    message("LOCATION,X,,,TMY3,1,95.0,0,0,0\n");
    std::string whole = epw();
    message(whole.substr(0, whole.size() / 2));
    message(whole + whole.substr(whole.find("1999,")));
    message(epw([](int row, auto& fields) {
        if (row == 50) fields.resize(5);
    }));
    message(epw([](int row, auto& fields) {
        if (row == 50) fields[3] = "7";
    }));
    message(epw([](int, auto& fields) { fields[6] = "nan"; }));
}

TEST_CASE("a sky that was not measured is taken as clear, with a note", "[emissions][epw]") {
    const auto year = parse_epw(epw([](int, auto& fields) { fields[12] = "9999"; }), "sky.epw");
    REQUIRE(year);
    CHECK(year->notes.size() == 1);
    CHECK((year->sky_infrared_w_per_m2[0] > 200.0f && year->sky_infrared_w_per_m2[0] < 330.0f));
}

TEST_CASE("the real weather files read without a note and with the published means",
          "[emissions][epw]") {
    const std::pair<const char*, double> files[]{
        {"USA_CA_San.Francisco.Intl.AP.724940_TMY3.epw", 13.8},
        {"USA_CA_Los.Angeles.Intl.AP.722950_TMY3.epw", 16.8},
        {"CHN_Beijing.Beijing.545110_IWEC.epw", 12.8},
        {"CHN_SH_Shanghai.583620_CSWD.epw", 16.7},
        {"Nanjing_2020.epw", 15.8},
        {"Wuhan_2020.epw", 17.3}};
    for (const auto& [name, mean_degc] : files) {
        const auto path = test::shared_file(std::string("data/weather/") + name);
        if (!path) return;
        std::ifstream file(*path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>()};
        const auto year = parse_epw(text, name);
        INFO(name);
        REQUIRE(year);
        for (const std::string& note : year->notes) UNSCOPED_INFO(note);
        double sum = 0.0;
        for (const float t : year->dry_bulb_degc) sum += static_cast<double>(t);
        CHECK(std::abs(sum / 8760.0 - mean_degc) < 0.06);
    }
}
