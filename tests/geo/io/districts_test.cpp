#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::Districts;
using city::ProblemKind;
using test::box;
using test::feature_json;

namespace {

city::Result<geo_io::LoadedCity> load(const std::string& path) {
    geo_io::CitySource source;
    source.city = path;
    return geo_io::load_city(source);
}

// A city.toml in a folder of its own that names one buildings file and adds what is given.
city::Result<geo_io::LoadedCity> load_with(const test::TempFolder& folder,
                                           const std::string& buildings, const std::string& more) {
    return load(folder.file("city.toml", "[buildings]\nsource = \"" + buildings + "\"\n" + more));
}

// Four houses in a row, 0.01 degrees apart, and a street past all of them.
std::string houses_and_street() {
    std::vector<std::string> features;
    for (int i = 0; i < 4; ++i) {
        const double west = -122.45 + 0.01 * i;
        features.push_back(feature_json("\"id\":\"h" + std::to_string(i) + "\"",
                                        {{box(west, 37.8, west + 0.000114, 37.80009)}}));
    }
    return test::collection_json(features);
}

std::string district(const std::string& properties, double west, double east) {
    return feature_json(properties, {{box(west, 37.79, east, 37.81)}});
}

std::string name_of(const city::CityModel& city, std::int32_t district) {
    return district == Districts::none ? "none"
                                       : city.districts.name[static_cast<std::size_t>(district)];
}

// District -> buildings in it.
std::map<std::string, std::size_t> counts(const city::CityModel& city) {
    std::map<std::string, std::size_t> counts;
    for (const std::int32_t of : city.districts.of_building) ++counts[name_of(city, of)];
    return counts;
}

std::string error_of(const city::Result<geo_io::LoadedCity>& loaded) {
    REQUIRE_FALSE(loaded);
    INFO(loaded.error().message);
    CHECK(loaded.error().message.find('\n') == std::string::npos);
    return loaded.error().message;
}

bool says(const std::string& message, const std::string& words) {
    INFO(message);
    CHECK(message.find(words) != std::string::npos);
    return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("each building and road knows its district; what is in none is counted",
          "[io][districts]") {
    const test::TempFolder folder;
    folder.file("houses.geojson", houses_and_street());
    folder.file(
        "street.geojson",
        test::collection_json(
            {R"({"type":"Feature","properties":{"highway":"primary"},"geometry":{"type":"LineString","coordinates":[[-122.451,37.801],[-122.435,37.801]]}})"}));
    // West holds h0; Middle h1 and h2, but h1 is West's island already; nobody h3.
    folder.file(
        "districts.geojson",
        test::collection_json(
            {feature_json("\"name\":\"West\"", {{box(-122.46, 37.79, -122.445, 37.81)},
                                                {box(-122.4405, 37.795, -122.4395, 37.805)}}),
             district("\"name\":\" Middle \"", -122.444, -122.425),
             R"({"type":"Feature","properties":{"name":"Nowhere"},"geometry":null})"}));
    const auto loaded = load_with(folder, "houses.geojson",
                                  "[roads]\nsource = \"street.geojson\"\n"
                                  "[districts]\nsource = \"districts.geojson\"\nname = \"name\"\n");
    if (!loaded) FAIL(loaded.error().message);
    const city::CityModel& city = loaded->city;
    CHECK_FALSE(check(city));
    CHECK(city.districts.name == std::vector<std::string>{"West", "Middle"});
    CHECK(city.districts.outlines.polygon_count() == 3);
    CHECK(city.districts.of_building == std::vector<std::int32_t>{0, 0, 1, Districts::none});
    CHECK(city.districts.of_road == std::vector<std::int32_t>{1});  // half way at -122.443
    CHECK(loaded->report.districts.found == 3);
    CHECK(loaded->report.districts.loaded == 2);
    CHECK(loaded->report.districts.buildings_outside == 1);
    CHECK(loaded->report.count_of(ProblemKind::building_outside_districts) == 1);
    CHECK(loaded->report.count_of(ProblemKind::geometry_null) == 1);
    // Districts are counted as such and as nothing else.
    CHECK(loaded->report.buildings.found == 4);
    CHECK(loaded->report.roads.found == 1);
    for (std::size_t polygon = 0; polygon < 3; ++polygon)
        CHECK(city::ring_area_m2(city.districts.outlines.outer(polygon)) > 0.0);
}

TEST_CASE("features of one name are one district", "[io][districts]") {
    const test::TempFolder folder;
    folder.file("houses.geojson", houses_and_street());
    folder.file("d.geojson", test::collection_json({district("\"N\":\"A\"", -122.46, -122.445),
                                                    district("\"N\":\"B\"", -122.444, -122.435),
                                                    district("\"N\":\"A\"", -122.434, -122.41)}));
    const auto loaded =
        load_with(folder, "houses.geojson", "[districts]\nsource = \"d.geojson\"\nname = \"N\"\n");
    REQUIRE(loaded);
    CHECK(loaded->city.districts.name == std::vector<std::string>{"A", "B"});
    CHECK(loaded->city.districts.of_building == std::vector<std::int32_t>{0, 1, 0, 0});
    CHECK(loaded->report.districts.loaded == 3);
}

TEST_CASE("a district without a name is called after its place, not its row, and reported",
          "[io][districts]") {
    const auto names_of = [](const std::vector<std::string>& features) {
        const test::TempFolder folder;
        folder.file("houses.geojson", houses_and_street());
        folder.file("d.geojson", test::collection_json(features));
        const auto loaded = load_with(folder, "houses.geojson",
                                      "[districts]\nsource = \"d.geojson\"\nname = \"name\"\n");
        if (!loaded) FAIL(loaded.error().message);
        CHECK(loaded->report.count_of(ProblemKind::district_unnamed) == 2);
        CHECK(loaded->report.districts.loaded == 3);
        auto names = loaded->city.districts.name;
        std::sort(names.begin(), names.end());
        return names;
    };
    const std::vector<std::string> features{district("\"name\":\"A\"", -122.46, -122.445),
                                            district("\"name\":null", -122.444, -122.435),
                                            district("\"name\":\"  \"", -122.434, -122.41)};
    const auto names = names_of(features);
    REQUIRE(names.size() == 3);
    CHECK(names[0] == "A");
    for (const std::size_t unnamed : {1u, 2u}) {
        CHECK(names[unnamed].rfind("unnamed ", 0) == 0);
        CHECK(names[unnamed].size() == 8 + 5);
        CHECK(names[unnamed].find_first_of("0123456789") == std::string::npos);
    }
    CHECK(names_of({features[2], features[0], features[1]}) == names);
}

TEST_CASE("a names column that is not there is an error that lists those that are",
          "[io][districts]") {
    const test::TempFolder folder;
    folder.file("houses.geojson", houses_and_street());
    folder.file("d.geojson",
                test::collection_json({district("\"code\":7,\"ward\":\"A\"", -122.46, -122.41)}));
    const std::string wrong = error_of(load_with(
        folder, "houses.geojson", "[districts]\nsource = \"d.geojson\"\nname = \"wrad\"\n"));
    for (const char* words : {"[districts] name", "'wrad'", "'code', 'ward'", "d.geojson"})
        says(wrong, words);
    const std::string none =
        error_of(load_with(folder, "houses.geojson", "[districts]\nsource = \"d.geojson\"\n"));
    for (const char* words : {"[districts] name", "'code', 'ward'", "d.geojson"}) says(none, words);
    // A column that says "name" in some language need not be named.
    folder.file("d.geojson",
                test::collection_json({district("\"名称\":\"北区\"", -122.46, -122.41)}));
    const auto guessed =
        load_with(folder, "houses.geojson", "[districts]\nsource = \"d.geojson\"\n");
    REQUIRE(guessed);
    CHECK(guessed->city.districts.name == std::vector<std::string>{"北区"});
}

TEST_CASE("[districts] that cannot be read or placed are errors for a person", "[io][districts]") {
    const test::TempFolder folder;
    folder.file("houses.geojson", houses_and_street());
    folder.file("points.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[-122.4,37.8]}}]})");
    const auto message = [&](const std::string& table) {
        return error_of(load_with(folder, "houses.geojson", table));
    };
    const std::string typo = message("[districts]\nsource = \"d.geojson\"\nnmae = \"A\"\n");
    says(typo, ":5: unknown key 'nmae', did you mean 'name'?");
    says(message("[district]\nsource = \"d.geojson\"\n"), "did you mean 'districts'?");
    says(message("[districts]\nname = \"A\"\n"), ":3: [districts] must name its source");
    says(message("[districts]\nsource = \"d.geojson\"\nname = 7\n"), ":5:");
    says(message("[districts]\nsource = \"d.geojson\"\ncolumns = { name = \"A\" }\n"),
         "unknown key 'columns'");
    says(message("[districts]\nsource = \"d.geojson\"\nshift = \"left\"\n"), "gcj02");
    says(message("[districts]\nsource = \"gone.geojson\"\n"), "gone.geojson");
    says(message("[districts]\nsource = \"points.geojson\"\n"), "holds no polygon");
    // Metres of nobody knows where, among houses on Earth.
    folder.file("metres.geojson",
                R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                R"({"name":"A"},"geometry":{"type":"Polygon","coordinates":)"
                R"([[[551000,4180000],[552000,4180000],[552000,4181000],[551000,4180000]]]}}]})");
    says(message("[districts]\nsource = \"metres.geojson\"\n"), "give crs in [districts]");
    const auto placed =
        load_with(folder, "houses.geojson",
                  "[districts]\nsource = \"metres.geojson\"\ncrs = \"EPSG:32610\"\n");
    CHECK(placed);
}

TEST_CASE("the sample cities have named districts that hold every building", "[io][districts]") {
    for (const char* name : {"sample:california:300", "sample:china:1000", "sample:china:6000"}) {
        const auto loaded = load(name);
        REQUIRE(loaded);
        CHECK(loaded->city.districts.count() == 5);
        CHECK(loaded->report.districts.loaded == 5);
        CHECK(loaded->report.districts.buildings_outside == 0);
        CHECK(counts(loaded->city).size() >= 2);
        CHECK(loaded->city.districts.of_road.size() == loaded->city.roads.count());
    }
}

TEST_CASE("Shanghai's buildings are in the districts of a GBK file", "[io][districts][real]") {
    const auto outlines = test::shared_file("data/shanghai/区县界_area.shp"),
               buildings = test::shared_file("data/shanghai/310000SHANGHAISHI.shp");
    if (!outlines || !buildings) return;
    const test::TempFolder folder;
    const auto loaded =
        load_with(folder, buildings->string(),
                  "[districts]\nsource = \"" + outlines->string() + "\"\nname = \"NAME\"\n");
    if (!loaded) FAIL(loaded.error().message);
    const city::CityModel& city = loaded->city;
    CHECK_FALSE(check(city));
    CHECK(loaded->report.districts.found == 17);
    CHECK(loaded->report.districts.loaded == 17);
    CHECK(city.districts.count() == 17);
    const auto of = counts(city);
    CHECK(of.size() == 15);
    CHECK(of.count("none") == 0);
    CHECK(of.at("浦东新区") == 30);
    CHECK(of.at("黄浦区") == 9);
    CHECK(of.at("松江区") == 10);
}

TEST_CASE("Shenzhen's buildings are in the districts of a file that says neither place nor letters",
          "[io][districts][real]") {
    const auto outlines = test::shared_file("data/shenzhen/shenzhen_districts.shp"),
               buildings = test::shared_file("data/shenzhen/nanshan-building.geojson");
    if (!outlines || !buildings) return;
    const test::TempFolder folder;
    const auto loaded =
        load_with(folder, buildings->string(),
                  "[districts]\nsource = \"" + outlines->string() + "\"\nname = \"qh\"\n");
    if (!loaded) FAIL(loaded.error().message);
    CHECK_FALSE(check(loaded->city));
    CHECK(loaded->report.districts.loaded == 10);
    const auto of = counts(loaded->city);
    CHECK(of.size() == 1);
    CHECK(of.at("南山") == loaded->city.buildings.count());
    const auto& names = loaded->city.districts.name;
    for (const char* name : {"罗湖", "福田", "龙岗", "大鹏"})
        CHECK(std::find(names.begin(), names.end(), name) != names.end());
}
