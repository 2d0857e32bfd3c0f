#include "geo/io/load_city.h"

#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::Assumed;
using city::BuildingUse;
using city::ProblemKind;
using geo_io::CitySource;
using geo_io::load_city;

namespace {

// 10 m x 10 m on Russian Hill, San Francisco: 10 m are 0.00011361 degrees of longitude (at 37.8
// degrees north) and 0.00009009 of latitude.
std::string box_at(double lon_deg, const std::string& properties) {
    const auto at = [](double lon, double lat) {
        return std::string("[")
            .append(std::to_string(lon))
            .append(",")
            .append(std::to_string(lat))
            .append("]");
    };
    const double east = lon_deg + 0.000114, south = 37.8, north = 37.80009;
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"Polygon","coordinates":[[)" + at(lon_deg, south) + "," +
           at(east, south) + "," + at(east, north) + "," + at(lon_deg, north) + "," +
           at(lon_deg, south) + "]]}}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (const std::string& feature : features) {
        if (text.back() != '[') text += ',';
        text += feature;
    }
    return text + "]}";
}

CitySource city_at(const std::string& path) {
    CitySource source;
    source.city = path;
    return source;
}

city::Result<geo_io::LoadedCity> loaded(const std::string& geojson) {
    const test::TempFolder folder;
    return load_city(city_at(folder.file("city.geojson", geojson)));
}

void check_error_is_for_a_person(const city::Error& error) {
    INFO(error.message);
    CHECK_FALSE(error.message.empty());
    CHECK(error.message.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE(
    "houses in a file named after their street are houses, and what a layer does not hold is "
    "counted",
    "[io][load]") {
    const test::TempFolder folder;
    const auto houses = load_city(city_at(folder.file(
        "market_street.geojson", collection({box_at(-122.42, ""), box_at(-122.41, "")}))));
    REQUIRE(houses);
    CHECK(houses->city.buildings.count() == 2);
    CitySource source;
    source.buildings = {folder.file(
        "mixed.geojson",
        collection(
            {box_at(-122.42, ""),
             R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[-122.42,37.8],[-122.41,37.8]]}})"}))};
    const auto mixed = load_city(source);
    REQUIRE(mixed);
    CHECK(mixed->city.buildings.count() == 1);
    CHECK(mixed->report.count_of(ProblemKind::geometry_wrong_type) == 1);
    CHECK(mixed->report.buildings.left_out == 1);
}

TEST_CASE("a box of 10 m with a height of 12 m is loaded, and what was not in the data is marked",
          "[io][load]") {
    const auto result = loaded(collection({box_at(-122.42, R"("height":"12 m")")}));
    REQUIRE(result);
    const city::Buildings& b = result->city.buildings;
    REQUIRE(b.count() == 1);
    CHECK_FALSE(check(result->city));
    CHECK_THAT(static_cast<double>(b.footprint_area_m2[0]), WithinRel(100.0, 0.01));
    CHECK(b.height_m[0] == 12.0f);
    CHECK(b.base_m[0] == 0.0f);
    // Four storeys high and 100 m2: flats of 3 m a storey, a metre of parapet: (12 - 1) / 3 = 3.7.
    CHECK(b.use[0] == BuildingUse::residential_apartment);
    CHECK(b.storeys[0] == 4.0f);
    CHECK_THAT(static_cast<double>(b.floor_area_m2[0]), WithinRel(400.0, 0.01));
    CHECK_FALSE(has(b.assumed[0], Assumed::height));
    for (const Assumed filled :
         {Assumed::storeys, Assumed::use, Assumed::construction_year, Assumed::floor_area})
        CHECK(has(b.assumed[0], filled));
    CHECK(result->report.assumed.at("storeys") == 1);
    CHECK(result->report.assumed.count("height_m") == 0);
    CHECK(result->report.buildings.found == 1);
    CHECK(result->report.buildings.loaded == 1);
    CHECK(result->city.info.region == "US-CA");
    CHECK(result->city.frame.map_crs() == "EPSG:32610");
}

TEST_CASE("what the data say is kept and not marked", "[io][load]") {
    const auto result = loaded(collection({box_at(
        -122.42,
        R"("id":"h1","name":"Blue house","building":"house","building:levels":"2","year_built":1926,"height":"20ft")")}));
    REQUIRE(result);
    const city::Buildings& b = result->city.buildings;
    REQUIRE(b.count() == 1);
    CHECK(b.id[0] == "h1");
    CHECK(b.name[0] == "Blue house");
    CHECK(b.use[0] == BuildingUse::residential_detached);
    CHECK(b.storeys[0] == 2.0f);
    CHECK(b.construction_year[0] == 1926.0f);
    CHECK_THAT(static_cast<double>(b.height_m[0]), WithinRel(6.096, 1e-5));
    CHECK(b.assumed[0] == Assumed::floor_area);
}

TEST_CASE("every building found is loaded or left out with a reason", "[io][load]") {
    const std::string bow_tie =
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-122.41,37.8],[-122.4099,37.8001],[-122.4099,37.8],[-122.41,37.8001],[-122.41,37.8]]]}})";
    const std::string null_geometry =
        R"({"type":"Feature","properties":{"height":3},"geometry":null})";
    const auto result =
        loaded(collection({box_at(-122.42, R"("height":12)"), box_at(-122.42, R"("height":12)"),
                           box_at(-122.43, R"("height":"tall")"), box_at(-122.44, R"("height":-3)"),
                           null_geometry, bow_tie}));
    REQUIRE(result);
    const city::LoadReport& report = result->report;
    CHECK_FALSE(check(result->city));
    CHECK(report.buildings.found == report.buildings.loaded + report.buildings.left_out);
    CHECK(report.buildings.loaded == result->city.buildings.count());
    CHECK(report.count_of(ProblemKind::geometry_null) == 1);
    CHECK(report.count_of(ProblemKind::geometry_duplicate) == 1);
    CHECK(report.count_of(ProblemKind::geometry_invalid) == 1);
    CHECK(report.count_of(ProblemKind::value_out_of_range) == 1);
    CHECK(report.count_of(ProblemKind::value_unreadable) == 1);
}

// So many that they are read in several batches: the copy comes in another one than what it copies.
TEST_CASE("a copy is left out however far behind it comes, and the rows behind it stay in order",
          "[io][load]") {
    std::vector<std::string> features;
    for (int i = 0; i < 1500; ++i)
        features.push_back(box_at(-122.45 + 0.0002 * i, R"("id":"h)" + std::to_string(i) + "\""));
    features.insert(features.begin() + 1400, box_at(-122.45 + 0.0002 * 3, R"("id":"copy")"));
    const auto result = loaded(collection(features));
    REQUIRE(result);
    const city::Buildings& b = result->city.buildings;
    CHECK_FALSE(check(result->city));
    CHECK(result->report.buildings.found == 1501);
    CHECK(result->report.buildings.left_out == 1);
    CHECK(result->report.count_of(ProblemKind::geometry_duplicate) == 1);
    REQUIRE(b.count() == 1500);
    std::size_t misplaced = 0;
    for (std::size_t i = 0; i < b.count(); ++i)
        misplaced += b.id[i] != std::string("h").append(std::to_string(i)) && i != 3 ? 1 : 0;
    CHECK(misplaced == 0);
    CHECK(b.id[3] == "copy");  // of two names of one building the lower one, whichever came first
}

TEST_CASE("a file cut anywhere is an error for a person or a city, never a crash", "[io][load]") {
    const std::string whole =
        collection({box_at(-122.42, R"("height":12)"), box_at(-122.43, R"("height":"9 m")")});
    for (std::size_t length = 0; length < whole.size(); length += 17) {
        const auto result = loaded(whole.substr(0, length));
        if (!result)
            check_error_is_for_a_person(result.error());
        else
            CHECK_FALSE(check(result->city));
    }
}

TEST_CASE("what cannot be opened is an error that names it", "[io][load]") {
    for (const char* source : {"", "/no/such/city", "/no/such/city.toml", "/no/such/file.geojson",
                               "sample:atlantis", "sample:china:many", "sample:china:0"}) {
        const auto result = load_city(city_at(source));
        REQUIRE_FALSE(result);
        check_error_is_for_a_person(result.error());
    }
    CHECK(
        load_city(city_at("/no/such/file.geojson")).error().message.find("/no/such/file.geojson") !=
        std::string::npos);
}

TEST_CASE("a source in city.toml that is not there is an error that names it", "[io][load]") {
    const test::TempFolder folder;
    folder.file("city.toml", "[buildings]\nsource = \"gone.shp\"\n");
    const auto result = load_city(city_at(folder.path()));
    REQUIRE_FALSE(result);
    CHECK(result.error().message.find("gone.shp") != std::string::npos);
}

TEST_CASE("the sample cities load by name", "[io][load]") {
    for (const char* source : {"sample:california:300", "sample:china:1000:9"}) {
        const auto result = load_city(city_at(source));
        REQUIRE(result);
        CHECK(result->city.info.invented);
        CHECK_FALSE(check(result->city));
        CHECK(result->report.buildings.loaded == result->city.buildings.count());
    }
}

TEST_CASE(
    "of the San Francisco tract's 855 buildings only slivers and copies are left out, and 92 tax "
    "lots",
    "[io][load][real]") {
    const auto path = test::shared_file("data/san-francisco/sf_tract_06075010300_energy.geojson");
    if (!path) return;
    const auto result = load_city(city_at(path->string()));
    REQUIRE(result);
    CHECK_FALSE(check(result->city));
    const city::LoadReport& report = result->report;
    CHECK(report.buildings.found == 947);
    CHECK(report.count_of(ProblemKind::not_a_building) == 92);
    CHECK(result->city.buildings.count() + report.count_of(ProblemKind::geometry_tiny) +
              report.count_of(ProblemKind::geometry_duplicate) ==
          855);
    CHECK(report.count_of(ProblemKind::geometry_tiny) ==
          51);  // the file's own footprint_area says so too
    CHECK(result->city.info.region == "US-CA");
}

TEST_CASE("ten grouped features of Shenzhen come apart into their buildings", "[io][load][real]") {
    const auto path = test::shared_file("data/shenzhen/nanshan-building.geojson");
    if (!path) return;
    const auto result = load_city(city_at(path->string()));
    REQUIRE(result);
    CHECK_FALSE(check(result->city));
    CHECK(result->city.buildings.count() >= 5438);
    CHECK(result->city.buildings.count() <= 5441);
    CHECK(result->city.info.region == "CN-GD");
}

TEST_CASE("doubly garbled names of Shanghai's sample buildings are read", "[io][load][real]") {
    const auto path = test::shared_file("data/shanghai/310000SHANGHAISHI.shp");
    if (!path) return;
    const auto result = load_city(city_at(path->string()));
    REQUIRE(result);
    const city::Buildings& b = result->city.buildings;
    CHECK(b.count() == 113);
    const auto has_name = [&](std::string_view name) {
        for (std::size_t i = 0; i < b.count(); ++i)
            if (b.name[i] == name) return true;
        return false;
    };
    CHECK(has_name("中国科学社暨明复图书馆旧址"));
    CHECK(has_name("城市酒店"));
    CHECK(has_name("沧海苑2栋"));
    CHECK(result->report.count_of(ProblemKind::encoding_guessed) > 0);
}

TEST_CASE("every broken file is an error for a person or a city with a report, never a crash",
          "[io][load][real]") {
    const auto folder = test::shared_file("data/bad");
    if (!folder) return;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        INFO(entry.path().filename().string());
        CitySource as_city = city_at(entry.path().string()), as_buildings, as_roads;
        as_buildings.buildings = {entry.path().string()};
        as_roads.roads = {entry.path().string()};
        for (const CitySource& source : {as_city, as_buildings, as_roads}) {
            const auto result = load_city(source);
            if (!result) {
                check_error_is_for_a_person(result.error());
                continue;
            }
            CHECK_FALSE(check(result->city));
            CHECK(result->city.buildings.count() + result->city.roads.count() > 0);
            const auto& [buildings, roads] =
                std::pair(result->report.buildings, result->report.roads);
            CHECK(buildings.found == buildings.loaded + buildings.left_out);
            CHECK(roads.found == roads.loaded + roads.left_out);
            for (std::size_t i = 0; i < result->city.buildings.count(); ++i)
                CHECK(std::isfinite(result->city.buildings.footprint_area_m2[i]));
        }
    }
    CHECK(files > 15);
}
