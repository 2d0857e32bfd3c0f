// What people reported of containers, dialects and encodings, with the values that are right.

#include <filesystem>
#include <string>
#include <vector>

#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_folder.h"

using city::BuildingUse;
using geo_io::LoadedCity;

namespace {

city::Result<LoadedCity> load(const std::filesystem::path& path) {
    geo_io::CitySource source;
    source.city = path.string();
    return geo_io::load_city(source);
}

std::vector<float> heights_of(const LoadedCity& loaded) {
    return {loaded.city.buildings.height_m.begin(), loaded.city.buildings.height_m.end()};
}

}  // namespace

TEST_CASE("report 06: GeoJSON with a feature a line, packed or not, under any name", "[reports]") {
    for (const auto& [name, count] : {std::pair("a.csv.gz", 4u), std::pair("b.ndjson", 4u),
                                      std::pair("c.ndjson.gz", 4u), std::pair("d.geojsonl", 1u)}) {
        const auto path =
            test::shared_file(std::string("data/reports/06-microsoft-csv-gz/") + name);
        if (!path) return;
        INFO(name);
        const auto loaded = load(*path);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == count);
    }
}

TEST_CASE("report 31: Overpass JSON", "[reports]") {
    const auto path = test::shared_file("data/reports/31-overpass-json/a.json");
    if (!path) return;
    const auto loaded = load(*path);
    REQUIRE(loaded);
    REQUIRE(loaded->city.buildings.count() == 2);
    CHECK(heights_of(*loaded) == std::vector<float>{10, 10});
    CHECK(loaded->city.buildings.use[0] == BuildingUse::office);
}

TEST_CASE("report 37: Chinese columns and values, whatever the file says of its letters",
          "[reports]") {
    for (const std::string name : {"plain", "ldid", "wrongcpg", "gb18030cpg"}) {
        const auto path = test::shared_file("data/reports/37-gbk-no-cpg/" + name + ".shp");
        if (!path) return;
        INFO(name);
        const auto loaded = load(*path);
        REQUIRE(loaded);
        REQUIRE(loaded->city.buildings.count() == 4);
        CHECK(heights_of(*loaded) == std::vector<float>{24.5, 16, 99, 54});
        const auto& buildings = loaded->city.buildings;
        CHECK(std::vector<float>(buildings.storeys.begin(), buildings.storeys.end()) ==
              std::vector<float>{6, 4, 24, 18});
        CHECK(buildings.use[0] == BuildingUse::hospital);
        CHECK(buildings.use[1] == BuildingUse::school);
        CHECK(buildings.use[2] == BuildingUse::office);
        CHECK(buildings.use[3] == BuildingUse::residential_apartment);
    }
}

TEST_CASE("report 39: zips of one set or several, flat or in folders", "[reports]") {
    for (const auto& [name, roads] :
         {std::pair("flat.zip", 0u), std::pair("nested.zip", 0u), std::pair("two.zip", 1u),
          std::pair("two-folders.zip", 1u), std::pair("geojson.zip", 0u)}) {
        const auto path = test::shared_file(std::string("data/reports/39-zip-nested/") + name);
        if (!path) return;
        INFO(name);
        const auto loaded = load(*path);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 4);
        CHECK(loaded->city.roads.count() == roads);
    }
}

TEST_CASE("report 40: tables whose outlines stand in a column of many names", "[reports]") {
    for (const auto& [name, heights] :
         {std::pair("bom.csv", std::vector<float>{10, 11, 12}),
          std::pair("semicolon.csv", std::vector<float>{10.5, 11.5, 12.5}),
          std::pair("open_buildings.csv", std::vector<float>{}),
          std::pair("the_geom.csv", std::vector<float>{})}) {
        const auto path = test::shared_file(std::string("data/reports/40-csv-wkt/") + name);
        if (!path) return;
        INFO(name);
        const auto loaded = load(*path);
        REQUIRE(loaded);
        CHECK(loaded->city.buildings.count() == 3);
        if (!heights.empty()) CHECK(heights_of(*loaded) == heights);
        // A table states no coordinate system: WGS 84 is taken and said.
        CHECK(loaded->report.count_of(city::ProblemKind::crs_missing) == 1);
    }
}

TEST_CASE("report 37: what city.toml says of the letters wins", "[reports]") {
    const auto folder = test::shared_file("data/reports/37-gbk-no-cpg");
    if (!folder) return;
    const test::TempFolder copies;
    for (const char* part : {"shp", "shx", "dbf", "prj"})
        std::filesystem::copy_file(
            *folder / (std::string("plain.") + part),
            std::filesystem::path(copies.path()) / (std::string("plain.") + part));
    const auto with = [&](const std::string& encoding) {
        return load(copies.file("city.toml",
                                "[city]\nname = \"x\"\n[buildings]\nsource = "
                                "\"plain.shp\"\nencoding = \"" +
                                    encoding + "\"\n"));
    };
    const auto right = with("GBK");
    REQUIRE(right);
    CHECK(heights_of(*right) == std::vector<float>{24.5, 16, 99, 54});
    CHECK(right->report.count_of(city::ProblemKind::encoding_guessed) == 0);
    // Read as Latin letters on request, there is no column of heights.
    const auto wrong = with("ISO-8859-1");
    REQUIRE(wrong);
    CHECK(wrong->report.assumed.at("height_m") == 4);
}
