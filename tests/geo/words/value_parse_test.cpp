#include "geo/words/value_parse.h"

#include <cmath>
#include <string>

#include "tests/support/catch.h"

using namespace geo_io;

TEST_CASE("heights are read however people write them", "[io][values]") {
    CHECK_THAT(parse_length_m("12"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m("12 m"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m("12m"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m(" 12.5 "), WithinAbs(12.5, 1e-9));
    CHECK_THAT(parse_length_m("12,5 m"), WithinAbs(12.5, 1e-9));
    CHECK_THAT(parse_length_m("39ft"), WithinAbs(11.8872, 1e-9));
    CHECK_THAT(parse_length_m("39 Feet"), WithinAbs(11.8872, 1e-9));
    CHECK_THAT(parse_length_m("39'6\""), WithinAbs(12.0396, 1e-9));
    CHECK_THAT(parse_length_m("39'"), WithinAbs(11.8872, 1e-9));
    CHECK_THAT(parse_length_m("1200 cm"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m("3;4"), WithinAbs(4.0, 1e-9));
    CHECK_THAT(parse_length_m("4;3"), WithinAbs(4.0, 1e-9));
    CHECK_THAT(parse_length_m("-3"), WithinAbs(-3.0, 1e-9));
    CHECK_THAT(parse_length_m("约12米"), WithinAbs(12.0, 1e-9));
}

TEST_CASE("a text without a number is not known, not zero", "[io][values]") {
    for (const char* text : {"", " ", "tall", "m", "-", "n/a", "高层", ";;", "."}) {
        INFO("'" << text << "'");
        CHECK(std::isnan(parse_length_m(text)));
        CHECK(std::isnan(parse_count(text)));
        CHECK(std::isnan(parse_year(text)));
        CHECK(std::isnan(parse_speed_kmh(text)));
    }
}

TEST_CASE("of several numbers of storeys the largest counts", "[io][values]") {
    CHECK(parse_count("3") == 3.0);
    CHECK(parse_count("3;4") == 4.0);
    CHECK(parse_count("5-6") == 6.0);
    CHECK(parse_count("2, 3 and 1") == 3.0);
    CHECK(parse_count("地上12层") == 12.0);
    CHECK(parse_count("2.5") == 2.5);
}

TEST_CASE("a year is the first number of four digits", "[io][values]") {
    CHECK(parse_year("1995") == 1995.0);
    CHECK(parse_year("1995.0") == 1995.0);
    CHECK(parse_year("1970s") == 1970.0);
    CHECK(parse_year("2001年") == 2001.0);
    CHECK(parse_year("1998-05-01") == 1998.0);
    CHECK(parse_year("05/01/1998") == 1998.0);
    CHECK(parse_year("before 1930") == 1930.0);
    CHECK(std::isnan(parse_year("20")));
    CHECK(std::isnan(parse_year("19980501")));
}

TEST_CASE("speeds are in km/h unless they say miles", "[io][values]") {
    CHECK_THAT(parse_speed_kmh("50"), WithinAbs(50.0, 1e-9));
    CHECK_THAT(parse_speed_kmh("50 km/h"), WithinAbs(50.0, 1e-9));
    CHECK_THAT(parse_speed_kmh("30 mph"), WithinAbs(48.28032, 1e-9));
    CHECK_THAT(parse_speed_kmh("30mph"), WithinAbs(48.28032, 1e-9));
    CHECK(std::isnan(parse_speed_kmh("CN:urban")));
    CHECK(std::isnan(parse_speed_kmh("signals")));
}

TEST_CASE("one-way streets run along their line, against it, or not at all", "[io][values]") {
    for (const char* along : {"yes", "true", "1", " yes "}) CHECK(parse_one_way(along) == 1);
    for (const char* against : {"-1", "reverse"}) CHECK(parse_one_way(against) == -1);
    for (const char* both : {"no", "", "0", "B", "alternating"}) CHECK(parse_one_way(both) == 0);
}

TEST_CASE("very long digits and odd bytes are read without harm", "[io][values]") {
    CHECK_FALSE(std::isnan(parse_count(std::string(39, '9'))));
    parse_length_m(std::string(5000, '9'));
    parse_length_m(std::string(5000, '\''));
    parse_count(std::string("\xff\xfe\x00 7", 5));
    parse_year(std::string(300, ','));
    SUCCEED("came back");
}
