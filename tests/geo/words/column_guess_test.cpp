#include "geo/words/column_guess.h"

#include "tests/support/catch.h"

using geo_io::ColumnRole;
using geo_io::guess_columns;

namespace {
std::vector<std::string> unknown;
}

TEST_CASE("columns are recognised whatever their case, blanks and marks", "[io][columns]") {
    const auto plan = guess_columns(
        {"OBJECTID", "Building Height", "num_floors", "YEAR_BUILT", "Land-Use", "shape_area"}, {},
        unknown);
    CHECK(plan[ColumnRole::id] == std::vector<int>{0});
    CHECK(plan[ColumnRole::height_m] == std::vector<int>{1});
    CHECK(plan[ColumnRole::storeys] == std::vector<int>{2});
    CHECK(plan[ColumnRole::year] == std::vector<int>{3});
    CHECK(plan[ColumnRole::use] == std::vector<int>{4});
    CHECK(plan[ColumnRole::floor_area_m2].empty());
}

TEST_CASE("OpenStreetMap's and Chinese columns are recognised", "[io][columns]") {
    const auto osm = guess_columns({"osm_id", "name", "building", "building:levels", "height",
                                    "highway", "maxspeed", "oneway"},
                                   {}, unknown);
    CHECK(osm[ColumnRole::id] == std::vector<int>{0});
    CHECK(osm[ColumnRole::use].front() == 2);
    CHECK(osm[ColumnRole::storeys].front() == 3);
    CHECK(osm[ColumnRole::height_m].front() == 4);
    CHECK(osm[ColumnRole::road_class].front() == 5);
    CHECK(osm[ColumnRole::speed_kmh].front() == 6);
    CHECK(osm[ColumnRole::one_way].front() == 7);
    const auto chinese = guess_columns({"高度", "层数", "用途", "建成年份"}, {}, unknown);
    CHECK(chinese[ColumnRole::height_m].front() == 0);
    CHECK(chinese[ColumnRole::storeys].front() == 1);
    CHECK(chinese[ColumnRole::use].front() == 2);
    CHECK(chinese[ColumnRole::year].front() == 3);
}

TEST_CASE("of several candidates the best comes first, whatever their order in the file",
          "[io][columns]") {
    const auto plan = guess_columns({"hgt", "height"}, {}, unknown);
    CHECK(plan[ColumnRole::height_m] == std::vector<int>{1, 0});
}

TEST_CASE("a given column wins over every guess", "[io][columns]") {
    unknown.clear();
    const auto plan = guess_columns({"height", "H_2020"}, {{"height_m", "H_2020"}}, unknown);
    CHECK(plan[ColumnRole::height_m] == std::vector<int>{1});
    CHECK(unknown.empty());
}

TEST_CASE("a given column or role that is not there is told", "[io][columns]") {
    unknown.clear();
    guess_columns({"height"}, {{"height_m", "Hoehe"}, {"tallness", "height"}}, unknown);
    CHECK(unknown == std::vector<std::string>{"Hoehe", "tallness"});
}

TEST_CASE("every role has a name of its own", "[io][columns]") {
    for (const auto a : city::all_of<ColumnRole>()) {
        CHECK_FALSE(name_of(a).empty());
        for (const auto b : city::all_of<ColumnRole>())
            if (a != b) CHECK(name_of(a) != name_of(b));
    }
}
