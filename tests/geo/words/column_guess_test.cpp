#include "geo/words/column_guess.h"

#include <string>

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

namespace {
ColumnRole only_role_of(const std::string& name) {
    const auto plan = guess_columns({name}, {}, unknown);
    for (const auto role :
         {ColumnRole::height_m, ColumnRole::base_m, ColumnRole::storeys, ColumnRole::year,
          ColumnRole::floor_area_m2, ColumnRole::lanes, ColumnRole::speed_kmh, ColumnRole::aadt,
          ColumnRole::road_class, ColumnRole::use, ColumnRole::one_way, ColumnRole::name})
        if (!plan[role].empty()) return role;
    return ColumnRole::count_;
}
}  // namespace

TEST_CASE("names are understood by their words, with or without gaps", "[io][columns]") {
    for (const char* name : {"height_ft",    "HGT_FT",
                             "Height (ft)",  "bldg_height_feet",
                             "height_cm",    "building_height_m",
                             "hgt_maxcm",    "hgt_mediancm",
                             "hgt_median_m", "BldgHeight",
                             "avg_height",   "Max Height",
                             "HEIGHTROOF",   "高度(米)",
                             "高さ(m)",      "高度（米）",
                             "med_height",   "높이",
                             "건물높이(m)",  "height above ground"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::height_m);
    }
    for (const char* name : {"NUM_STORIES", "NUMFLOORS", "NumFloors", "no_of_floors", "STORY_CNT",
                             "지상층수", "地上階数", "层数", "房屋总层数"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::storeys);
    }
    for (const char* name : {"YearBuilt", "YR_BLT", "EFF_YR_BLT", "築年", "CNSTRCT_YR",
                             "Date Built", "사용승인일", "建築年", "건축년도", "竣工时间"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::year);
    }
    for (const char* name :
         {"BldgArea", "GROSS_FLOOR_AREA", "area_sqft", "gfa_sf", "연면적(㎡)", "延床面積",
          "建筑面积", "Total Building Area (SqFt)", "BldgSqFt", "Building Square Feet"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::floor_area_m2);
    }
    for (const char* name : {"PROPERTY_USE", "bldg_use_desc", "OCCUPANCY_TYPE", "주용도", "用途",
                             "LandUse", "BldgClass"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::use);
    }
    CHECK(only_role_of("speed_mph") == ColumnRole::speed_kmh);
    CHECK(only_role_of("POSTED_SPEED_LIMIT") == ColumnRole::speed_kmh);
    CHECK(only_role_of("AADT_2019") == ColumnRole::aadt);
    CHECK(only_role_of("aadt2020") == ColumnRole::aadt);
    CHECK(only_role_of("THROUGH_LANES") == ColumnRole::lanes);
    CHECK(only_role_of("F_SYSTEM") == ColumnRole::road_class);
    CHECK(only_role_of("FUNC_CLASS") == ColumnRole::road_class);
    CHECK(only_role_of("道路等级") == ColumnRole::road_class);
}

TEST_CASE("names that a shapefile cut are understood where only one thing is meant",
          "[io][columns]") {
    CHECK(only_role_of("BLDG_HEIGH") == ColumnRole::height_m);
    CHECK(only_role_of("NUM_STORIE") == ColumnRole::storeys);
    CHECK(only_role_of("YEAR_BUIL") == ColumnRole::year);
    CHECK(only_role_of("building_l") == ColumnRole::storeys);
    CHECK(only_role_of("hgt_media_") == ColumnRole::height_m);
    CHECK(only_role_of("hgt_medi_1") == ColumnRole::height_m);
    CHECK(only_role_of("FLOOR_AREA") == ColumnRole::floor_area_m2);
    CHECK(only_role_of("GROSS_FLOO") == ColumnRole::floor_area_m2);
    CHECK(only_role_of("SPEED_LIMI") == ColumnRole::speed_kmh);
    // building:min_level, building:material, building:min_height
    CHECK(only_role_of("building_m") == ColumnRole::count_);
}

TEST_CASE("what only sounds like a measure of a building is left alone", "[io][columns]") {
    for (const char* name :
         {"floor_height", "ground_height",   "gnd_mediancm",    "hgt_minritycm",  "hgt_stdcm",
          "median_1st_m", "p2010_zmaxn88ft", "tree_height",     "Shape_Area",     "lot_area",
          "LOT_SQFT",     "footprint_area",  "basement_floors", "year_renovated", "heightened",
          "lane_miles",   "층고(m)",         "地下层数",        "海拔高度",       "地面高度",
          "건축면적",     "avg_speed",       "roof_type",       "address",        "zoning"}) {
        INFO(name);
        CHECK(only_role_of(name) == ColumnRole::count_);
    }
}

TEST_CASE("units stand in names and in the file's words", "[io][columns]") {
    using geo_io::MeasureUnit;
    const auto height = [](const char* name) {
        return geo_io::unit_in_name(name, ColumnRole::height_m);
    };
    for (const char* name : {"height_ft", "HGT_FT", "Height (ft)", "bldg_height_feet", "heightft"})
        CHECK(height(name) == MeasureUnit::foot);
    for (const char* name : {"hgt_maxcm", "hgt_mediancm", "height_cm"})
        CHECK(height(name) == MeasureUnit::centimetre);
    for (const char* name :
         {"building_height_m", "hgt_median_m", "高度(米)", "高さ(m)", "height_m"})
        CHECK(height(name) == MeasureUnit::metre);
    for (const char* name : {"height", "hgt_max", "hgt_media_", "m", "height_in_total"})
        CHECK(height(name) == MeasureUnit::unstated);
    const auto floors = [](const char* name) {
        return geo_io::unit_in_name(name, ColumnRole::floor_area_m2);
    };
    for (const char* name :
         {"area_sqft", "gfa_sf", "Total Area (sq ft)", "BldgSqFt", "SQFT", "floor_area_ft2"})
        CHECK(floors(name) == MeasureUnit::square_foot);
    for (const char* name : {"floor_area_m2", "建筑面积(平方米)", "연면적(㎡)"})
        CHECK(floors(name) == MeasureUnit::square_metre);
    CHECK(geo_io::unit_in_name("speed_mph", ColumnRole::speed_kmh) == MeasureUnit::mile_per_hour);
    CHECK(geo_io::unit_in_comment("Height of the roof above ground, in feet",
                                  ColumnRole::height_m) == MeasureUnit::foot);
    CHECK(geo_io::unit_in_comment("Height in total", ColumnRole::height_m) ==
          MeasureUnit::unstated);
}

TEST_CASE("a name that is not understood may look like something", "[io][columns]") {
    CHECK(geo_io::looks_like("hght_estim") == ColumnRole::height_m);
    CHECK(geo_io::looks_like("stories_2020x") == ColumnRole::storeys);
    CHECK_FALSE(geo_io::looks_like("shape_leng"));
    CHECK_FALSE(geo_io::looks_like("alt_name:en"));
    CHECK_FALSE(geo_io::looks_like("gnd_mediancm"));
}

TEST_CASE("every role has a name of its own", "[io][columns]") {
    for (const auto a : city::all_of<ColumnRole>()) {
        CHECK_FALSE(name_of(a).empty());
        for (const auto b : city::all_of<ColumnRole>())
            if (a != b) CHECK(name_of(a) != name_of(b));
    }
}
