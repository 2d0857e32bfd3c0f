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
    CHECK(parse_year("19980501") == 1998.0);
    CHECK(parse_year("1978-1982") == 1980.0);
    CHECK(parse_year("pre-1945") == 1945.0);
    CHECK(parse_year("c. 1900") == 1900.0);
    CHECK(parse_year("1960s") == 1960.0);
    CHECK(parse_year("1978/01/01 00:00:00") == 1978.0);
    CHECK(parse_year("built 1950, altered 1999") == 1950.0);
    CHECK(std::isnan(parse_year("-9999")));
    CHECK(year_of_date(19780101.0) == 1978.0);
    CHECK(year_of_date(197801.0) == 1978.0);
    CHECK(year_of_date(1978.0) == 1978.0);
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
    for (const char* along : {"yes", "true", "1", " yes ", "F", "FT", "Y"})
        CHECK(parse_one_way(along) == 1);
    for (const char* against : {"-1", "reverse", "T", "TF"}) CHECK(parse_one_way(against) == -1);
    for (const char* both : {"no", "", "0", "B", "alternating"}) CHECK(parse_one_way(both) == 0);
}

TEST_CASE("flags of bridges say no in many words", "[io][values]") {
    for (const char* no : {"", "no", "F", "N", "false", "0", "None", " f "})
        CHECK_FALSE(parse_flag(no, "is_bridge"));
    for (const char* yes : {"yes", "T", "Y", "true", "1", "viaduct"})
        CHECK(parse_flag(yes, "is_bridge"));
    const char* overture = R"([{"values":["is_tunnel"]}])";
    CHECK_FALSE(parse_flag(overture, "is_bridge"));
    CHECK(parse_flag(overture, "is_tunnel"));
}

TEST_CASE("bounds are no values, and what cannot be told apart is not guessed", "[io][values]") {
    for (const char* text : {"<4", ">10", "10+", "≥ 6", "more than 3", "1,2"}) {
        INFO("'" << text << "'");
        CHECK(std::isnan(parse_count(text)));
    }
    CHECK(std::isnan(parse_length_m("<4")));
    CHECK(std::isnan(parse_length_m(">10 m")));
}

TEST_CASE("storeys above a ground floor are counted with it", "[io][values]") {
    CHECK(parse_count("ground + 2") == 3.0);
    CHECK(parse_count("G+2") == 3.0);
    CHECK(parse_count("B+G+5") == 6.0);
    CHECK(parse_count("RDC+3") == 4.0);
    CHECK(parse_count("3 1/2") == 3.5);
    CHECK(parse_count("2½") == 2.5);
    CHECK(parse_count("2-3") == 3.0);
    CHECK(parse_count("地上2层地下3层") == 2.0);
    CHECK(parse_count("지하3층/지상15층") == 15.0);
    CHECK(parse_count("12F/B2") == 12.0);
    CHECK(parse_count("六层") == 6.0);
    CHECK(parse_count("二十三层") == 23.0);
    CHECK(parse_count("十二階") == 12.0);
    CHECK(std::isnan(parse_count("三号")));
}

TEST_CASE("numbers are read as they are written in either half of the world", "[io][values]") {
    CHECK_THAT(parse_length_m("~12m"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m("12 m (est. 2019)"), WithinAbs(12.0, 1e-9));
    CHECK_THAT(parse_length_m("39 ft 6 in"), WithinAbs(12.0396, 1e-9));
    CHECK_THAT(measured_area("1,200 sq ft").value, WithinAbs(111.483648, 1e-6));
    CHECK_THAT(measured_area("1.200,5").value, WithinAbs(1200.5, 1e-9));
    CHECK_THAT(measured_area("1,200.5 m2").value, WithinAbs(1200.5, 1e-9));
    CHECK_THAT(measured_area("1 200").value, WithinAbs(1200.0, 1e-9));
    CHECK_THAT(measured_area("1.234.567").value, WithinAbs(1234567.0, 1e-9));
    CHECK_THAT(measured_area("1e3").value, WithinAbs(1000.0, 1e-9));
    CHECK(measured_length("30 ft").names_unit);
    CHECK_FALSE(measured_length("30").names_unit);
}

TEST_CASE("Overture's speed limits name their unit", "[io][values]") {
    const char* miles = R"([{"max_speed":{"value":25,"unit":"mph"}}])";
    CHECK_THAT(measured_speed(miles).value, WithinAbs(40.2336, 1e-9));
    CHECK(measured_speed(miles).names_unit);
    CHECK_THAT(parse_speed_kmh(R"([{"max_speed":{"value":50,"unit":"km/h"}}])"),
               WithinAbs(50.0, 1e-9));
}

TEST_CASE("what tables write for not known is told from what cannot be read", "[io][values]") {
    for (const char* text : {"n/a", "unknown", "-9999", "9999", "0", "不详", "-", "NULL"})
        CHECK(says_not_known(text));
    for (const char* text : {"tall", "<4", "1,2", "12 m"}) CHECK_FALSE(says_not_known(text));
    CHECK(is_sentinel(-9999.0, 1000.0));
    CHECK(is_sentinel(9999.0, 1000.0));
    CHECK(is_sentinel(1e20, 1e8));
    CHECK_FALSE(is_sentinel(9999.0, 1e8));
    CHECK_FALSE(is_sentinel(12.0, 1000.0));
}

TEST_CASE("very long digits and odd bytes are read without harm", "[io][values]") {
    CHECK_FALSE(std::isnan(parse_count(std::string(39, '9'))));
    parse_length_m(std::string(5000, '9'));
    parse_length_m(std::string(5000, '\''));
    parse_count(std::string("\xff\xfe\x00 7", 5));
    parse_year(std::string(300, ','));
    SUCCEED("came back");
}

TEST_CASE("thousands written with a k are thousands", "[io][words]") {
    CHECK(geo_io::parse_count("12.5k") == 12500.0);
    CHECK(geo_io::parse_count("8 K veh/day") == 8000.0);
    CHECK(geo_io::parse_count("3 kitchens") == 3.0);
}
