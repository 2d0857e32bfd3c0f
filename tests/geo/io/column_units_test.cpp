#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using city::ProblemKind;
using geo_io::load_city;

namespace {

// Houses of 20 m x 20 m in a row, 40 m apart: at 37.77 degrees north (San Francisco) or at 31.23
// (Shanghai) 20 m are about so many degrees.
struct Place {
    double lon, lat, east_20_m, north_20_m;
};
constexpr Place san_francisco{-122.42, 37.77, 0.000227, 0.00018},
    shanghai{121.47, 31.23, 0.00021, 0.00018}, toronto{-79.38, 43.65, 0.000248, 0.00018};

std::string number(double value) {
    return std::to_string(value);
}

std::string houses(const std::vector<std::string>& properties, const Place& at = san_francisco) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const double west = at.lon + 2.0 * at.east_20_m * static_cast<double>(i);
        const double east = west + at.east_20_m, south = at.lat, north = at.lat + at.north_20_m;
        const auto corner = [](double x, double y) {
            return "[" + number(x) + "," + number(y) + "]";
        };
        text += (i == 0 ? "" : ",") + (R"({"type":"Feature","properties":{)" + properties[i]) +
                R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(west, south) + "," +
                corner(east, south) + "," + corner(east, north) + "," + corner(west, north) + "," +
                corner(west, south) + "]]}}";
    }
    return text + "]}";
}

std::string roads(const std::vector<std::string>& properties, const Place& at = san_francisco) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const std::string south = number(at.lat + 0.001 * static_cast<double>(i));
        text += (i == 0 ? "" : ",") + (R"({"type":"Feature","properties":{)" + properties[i]) +
                R"(},"geometry":{"type":"LineString","coordinates":[[)" + number(at.lon) + "," +
                south + "],[" + number(at.lon + 0.01) + "," + south + "]]}}";
    }
    return text + "]}";
}

geo_io::LoadedCity loaded(const std::string& buildings, const std::string& settings = "",
                          const std::string& lines = "") {
    const test::TempFolder folder;
    folder.file("a.geojson", buildings);
    std::string toml;
    if (!buildings.empty()) toml = "[buildings]\nsource = \"a.geojson\"\n";
    if (!lines.empty()) {
        folder.file("r.geojson", lines);
        toml += "[roads]\nsource = \"r.geojson\"\n";
    }
    geo_io::CitySource source;
    source.city = folder.file("city.toml", toml + settings);
    auto city = load_city(source);
    INFO((city ? std::string() : city.error().message));
    REQUIRE(city);
    return std::move(*city);
}

std::vector<std::string> with_heights(const std::string& column, std::vector<double> heights) {
    std::vector<std::string> rows;
    for (const double height : heights) rows.push_back("\"" + column + "\":" + number(height));
    return rows;
}

const std::string& example_of(const geo_io::LoadedCity& loaded, ProblemKind kind) {
    static const std::string none;
    for (const city::Problem& problem : loaded.report.problems)
        if (problem.kind == kind) return problem.example;
    return none;
}

bool says(const std::string& text, const std::string& words) {
    INFO(text);
    CHECK(text.find(words) != std::string::npos);
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what city.toml says of units wins over names and numbers", "[io][units]") {
    const auto feet = loaded(houses({R"("height":30,"floor_area":4305.56)"}),
                             "units = { height_m = \"ft\", floor_area_m2 = \"ft2\" }\n");
    CHECK_THAT(feet.city.buildings.height_m[0], WithinAbs(9.144, 1e-3));
    CHECK_THAT(feet.city.buildings.floor_area_m2[0], WithinAbs(400.0, 0.01));
    CHECK(feet.report.count_of(ProblemKind::unit_in_doubt) == 0);
    CHECK(feet.report.count_of(ProblemKind::unit_guessed) == 0);
    const auto metres = loaded(houses({R"("height_ft":30)"}), "units = { height_m = \"m\" }\n");
    CHECK_THAT(metres.city.buildings.height_m[0], WithinAbs(30.0, 1e-3));
    const auto miles =
        loaded("", "units = { maxspeed = \"mph\" }\n", roads({R"("class":"primary","speed":37)"}));
    CHECK_THAT(miles.city.roads.speed_kmh[0], WithinAbs(59.546, 1e-3));
}

TEST_CASE("a value that names its unit needs no other word", "[io][units]") {
    const auto city = loaded(houses({R"("height":"30 ft")", R"("height":"39'6\"")",
                                     R"("height":"12,5 m")", R"("height":"1200 cm")"}));
    CHECK_THAT(city.city.buildings.height_m[0], WithinAbs(9.144, 1e-3));
    CHECK_THAT(city.city.buildings.height_m[1], WithinAbs(12.0396, 1e-3));
    CHECK_THAT(city.city.buildings.height_m[2], WithinAbs(12.5, 1e-3));
    CHECK_THAT(city.city.buildings.height_m[3], WithinAbs(12.0, 1e-3));
    CHECK(city.report.count_of(ProblemKind::unit_in_doubt) == 0);
}

TEST_CASE("American heights are tested by storeys", "[io][units]") {
    const auto feet = loaded(houses({R"("height":24.5,"stories":2)", R"("height":36.2,"stories":3)",
                                     R"("height":120.1,"stories":10)"}));
    CHECK_THAT(feet.city.buildings.height_m[2], WithinAbs(36.606, 1e-3));
    CHECK(feet.city.buildings.storeys[2] == 10.0f);
    CHECK(feet.report.count_of(ProblemKind::unit_guessed) == 1);
    const auto metres = loaded(houses({R"("height":7,"stories":2)", R"("height":10,"stories":3)",
                                       R"("height":36,"stories":10)"}));
    CHECK(metres.city.buildings.height_m[2] == 36.0f);
    CHECK(metres.report.count_of(ProblemKind::unit_guessed) == 0);
    CHECK(metres.report.count_of(ProblemKind::unit_in_doubt) == 0);
    // The same in feet where a storey of 18.3 units would contradict the storeys in metres.
    const auto high = loaded(houses({R"("height":55,"stories":3)", R"("height":56,"stories":3)",
                                     R"("height":57,"stories":3)"}));
    CHECK(high.report.count_of(ProblemKind::values_contradict) == 0);
    CHECK(high.city.buildings.storeys[0] == 3.0f);
}

TEST_CASE("American heights without storeys are tested by the middle and the highest building",
          "[io][units]") {
    // A tower of 1776 units is no building in metres.
    const auto feet = loaded(houses(with_heights("height", {28, 30, 1776})));
    CHECK_THAT(feet.city.buildings.height_m[2], WithinAbs(541.325, 1e-2));
    CHECK(feet.report.count_of(ProblemKind::unit_guessed) == 1);
    // A middle building of 6 units is none in feet.
    const auto metres = loaded(houses(with_heights("height", {5, 6, 40})));
    CHECK(metres.city.buildings.height_m[2] == 40.0f);
    CHECK(metres.report.problems.empty());
    // Storeys of one among many do not decide.
    auto many = with_heights("height", std::vector<double>(12, 6.0));
    many.push_back(R"("height":30,"stories":2)");
    CHECK(loaded(houses(many)).city.buildings.height_m[0] == 6.0f);
    // Neither is ruled out: both readings are named, with what each would mean.
    const auto doubt = loaded(houses(with_heights("height", {10, 12.5, 60})));
    CHECK(doubt.city.buildings.height_m[2] == 60.0f);
    const std::string& words = example_of(doubt, ProblemKind::unit_in_doubt);
    CHECK(says(words, "metres: the middle building has 12.5 m, the highest 60.0 m"));
    CHECK(says(words, "feet the middle building has 3.8 m, the highest 18.3 m"));
    CHECK(says(words, "units = { height_m = \"ft\" }"));
}

TEST_CASE("heights elsewhere are in metres without a word", "[io][units]") {
    for (const Place& place : {shanghai, toronto}) {
        const auto city = loaded(houses(with_heights("height", {10, 12.5, 60}), place));
        CHECK(city.city.buildings.height_m[2] == 60.0f);
        CHECK(city.report.count_of(ProblemKind::unit_guessed) == 0);
    }
}

TEST_CASE("published schemas state their unit", "[io][units]") {
    const auto new_york = loaded(houses({R"("HEIGHTROOF":30,"GROUNDELEV":12)"}));
    CHECK_THAT(new_york.city.buildings.height_m[0], WithinAbs(9.144, 1e-3));
    const auto osm = loaded(houses({R"("osm_id":"1","building":"yes","height":30)"}));
    CHECK(osm.city.buildings.height_m[0] == 30.0f);
    CHECK(osm.report.count_of(ProblemKind::unit_in_doubt) == 0);
    const auto lariac = loaded(houses({R"("BLD_ID":"7","ELEV":100,"HEIGHT":30)"}));
    CHECK_THAT(lariac.city.buildings.height_m[0], WithinAbs(9.144, 1e-3));
}

TEST_CASE("floor areas in square feet contradict footprint and storeys", "[io][units]") {
    // 400 m2 of footprint, 3 storeys: 1200 m2 or 12900 ft2.
    const std::vector<std::string> rows(3, R"("stories":3,"floor_area":12900)");
    for (const Place& place : {san_francisco, toronto}) {
        const auto city = loaded(houses(rows, place));
        CHECK_THAT(city.city.buildings.floor_area_m2[0], WithinAbs(1198.4, 1.0));
        CHECK(city.report.count_of(ProblemKind::unit_guessed) == 1);
    }
    const auto plain =
        loaded(houses(std::vector<std::string>(3, R"("stories":3,"floor_area":1150)")));
    CHECK(plain.city.buildings.floor_area_m2[0] == 1150.0f);
    CHECK(plain.report.count_of(ProblemKind::unit_guessed) == 0);
}

TEST_CASE("a column of footprints is no column of floor areas", "[io][units]") {
    const auto city = loaded(houses(std::vector<std::string>(4, R"("stories":4,"area_m2":400)")));
    CHECK_THAT(city.city.buildings.floor_area_m2[0], WithinAbs(1600.0, 30.0));
    CHECK(city.report.count_of(ProblemKind::column_guessed) == 1);
}

TEST_CASE("American limits in steps of five are miles, others and all elsewhere are not",
          "[io][units]") {
    const std::vector<std::string> steps{R"("class":"primary","speed":25)",
                                         R"("class":"primary","speed":45)"};
    CHECK_THAT(loaded("", "", roads(steps)).city.roads.speed_kmh[1], WithinAbs(72.42, 0.01));
    CHECK(loaded("", "", roads(steps, shanghai)).city.roads.speed_kmh[1] == 45.0f);
    const std::vector<std::string> turned{R"("class":"primary","speed":40)",
                                          R"("class":"primary","speed":56)",
                                          R"("class":"primary","speed":72)"};
    CHECK(loaded("", "", roads(turned)).city.roads.speed_kmh[1] == 56.0f);
    const std::vector<std::string> none{R"("class":"primary","maxspeed":0)"};
    const auto city = loaded("", "", roads(none));
    CHECK(has(city.city.roads.assumed[0], city::Assumed::speed));
    CHECK(city.report.problems.empty());
}

TEST_CASE("Geofabrik's letters are directions and flags", "[io][units]") {
    const auto city = loaded(
        "", "",
        roads(
            {R"("osm_id":"1","fclass":"motorway","oneway":"F","bridge":"T","tunnel":"F","maxspeed":105)",
             R"("osm_id":"2","fclass":"primary","oneway":"T","bridge":"F","tunnel":"T","maxspeed":40)",
             R"("osm_id":"3","fclass":"tertiary","oneway":"B","bridge":"F","tunnel":"F","maxspeed":0)"}));
    const city::Roads& r = city.city.roads;
    REQUIRE(r.count() == 3);
    CHECK(r.one_way == std::vector<std::int8_t>{1, -1, 0});
    CHECK(r.level == std::vector<std::int8_t>{1, -1, 0});
    // OpenStreetMap's own unit, although all of America's limits are in miles.
    CHECK(r.speed_kmh[1] == 40.0f);
    CHECK(has(r.assumed[2], city::Assumed::speed));
}

TEST_CASE("what tables write for not known is missing, not a value", "[io][units]") {
    const auto city = loaded(houses({R"("height_m":-9999,"storeys":9999,"year":9999)",
                                     R"("height_m":1e20,"storeys":-1,"year":0)",
                                     R"("height_m":12,"storeys":4,"year":19780101)"}));
    CHECK(has(city.city.buildings.assumed[0], city::Assumed::height));
    CHECK(has(city.city.buildings.assumed[1], city::Assumed::height));
    CHECK(city.report.assumed.at("construction_year") == 2);
    CHECK(city.report.assumed.at("storeys") == 2);
    CHECK(city.city.buildings.construction_year[2] == 1978.0f);
    CHECK(city.report.count_of(ProblemKind::value_out_of_range) == 0);
}

TEST_CASE("texts that are no number are told, with an example", "[io][units]") {
    const auto city = loaded(houses(
        {R"("storeys":"<4")", R"("storeys":"1,2")", R"("storeys":"G+2")", R"("storeys":"n/a")"}));
    CHECK(city.report.count_of(ProblemKind::value_unreadable) == 2);
    CHECK(city.city.buildings.storeys[2] == 3.0f);
}

TEST_CASE("Chinese codes name no use in America, nor American ones in China", "[io][units]") {
    const std::vector<std::string> rows{R"("landuse":"R2","storeys":6)"};
    CHECK(loaded(houses(rows)).report.assumed.count("use") == 1);
    CHECK(loaded(houses(rows, shanghai)).report.assumed.count("use") == 0);
    CHECK(loaded(houses(rows)).report.count_of(ProblemKind::use_unknown) == 1);
    const std::vector<std::string> five{R"("landuse":"05","storeys":6)"};
    CHECK(loaded(houses(five, shanghai)).city.buildings.use[0] == city::BuildingUse::retail);
    CHECK(loaded(houses(five)).report.assumed.count("use") == 1);
}

TEST_CASE("behind a word for any home another column says which", "[io][units]") {
    const auto city = loaded(houses({R"("UseType":"Residential","UseDescription":"Single")",
                                     R"("UseType":"Residential","UseDescription":"Office")",
                                     R"("UseType":"Commercial","UseDescription":"Hotel")"}));
    CHECK(city.city.buildings.use[0] == city::BuildingUse::residential_detached);
    CHECK(city.city.buildings.use[1] == city::BuildingUse::residential_apartment);
    CHECK(city.city.buildings.use[2] == city::BuildingUse::office);
}

TEST_CASE("columns that are not used are named, with what they look like", "[io][units]") {
    const auto city = loaded(houses({R"("building":"office","hght_estim":12,"colour":"red")"}));
    REQUIRE(city.report.columns.size() == 1);
    const city::LayerColumns& columns = city.report.columns[0];
    CHECK(columns.unused == std::vector<std::string>{"hght_estim", "colour"});
    REQUIRE(columns.suggestions.size() == 1);
    CHECK(says(columns.suggestions[0],
               "'hght_estim' of layer 'a' is not used: looks like the height"));
    CHECK(says(columns.suggestions[0], "columns = { height_m = \"hght_estim\" }"));
}

TEST_CASE("ten thousand columns are told in a bounded list", "[io][units]") {
    std::string row = R"("building":"office")";
    for (int i = 0; i < 10'000; ++i) row += ",\"c" + std::to_string(i) + "\":1";
    const auto city = loaded(houses({row}));
    REQUIRE(city.report.columns.size() == 1);
    CHECK(city.report.columns[0].unused_count == 10'000);
    CHECK(city.report.columns[0].unused.size() <= 200);
}
