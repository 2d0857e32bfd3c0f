#include "geo/io/city_file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using geo_io::read_city_file;

namespace {

std::string message_for(const std::string& text) {
    const test::TempFolder folder;
    const auto file = read_city_file(folder.file("city.toml", text));
    return file ? "" : file.error().message;
}

bool says(const std::string& message, const std::string& words) {
    INFO(message);
    CHECK(message.find(words) != std::string::npos);
    return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a city file is read with its paths taken relative to it", "[io][city_file]") {
    const test::TempFolder folder;
    const auto file = read_city_file(folder.file("city.toml", R"(
[city]
name = { en = "Nanjing", zh = "南京" }
region = "CN-JS"
population = 9_500_000
weather = "nanjing.epw"
[buildings]
source = ["east.shp", "west.shp"]
shift = "gcj02"
columns = { height_m = "Height" }
[roads]
source = "/data/roads.gpkg"
layer = "centre lines"
[controls]
electricity_kwh = 6.0e10
)"));
    REQUIRE(file);
    CHECK(file->info.name.in("zh") == "南京");
    CHECK(file->info.name.in("ko") == "Nanjing");
    CHECK(file->info.region == "CN-JS");
    CHECK(file->info.population == 9.5e6);
    CHECK(file->info.weather_path == folder.path() + "/nanjing.epw");
    CHECK(file->buildings.sources ==
          std::vector<std::string>{folder.path() + "/east.shp", folder.path() + "/west.shp"});
    CHECK(file->buildings.shift == "gcj02");
    CHECK(file->buildings.columns.at("height_m") == "Height");
    CHECK(file->roads.sources == std::vector<std::string>{"/data/roads.gpkg"});
    CHECK(file->roads.layer == "centre lines");
    CHECK(file->info.control_electricity_kwh == 6.0e10);
    CHECK_FALSE(file->info.control_gas_kwh);
}

TEST_CASE("an unknown key is an error with its line and the key that was meant",
          "[io][city_file]") {
    const std::string message =
        message_for("[city]\nname = \"X\"\npopulatoin = 5\n[buildings]\nsource = \"a.shp\"\n");
    says(message, "city.toml:3:");
    says(message, "'populatoin'");
    says(message, "did you mean 'population'?");
    const std::string table = message_for("[building]\nsource = \"a.shp\"\n");
    says(table, ":1:");
    says(table, "did you mean 'buildings'?");
    const std::string far = message_for("[buildings]\nsource = \"a.shp\"\nzzzzzzzzzzzz = 1\n");
    says(far, ":3:");
    CHECK(far.find("did you mean") == std::string::npos);
}

TEST_CASE("values of the wrong kind are errors with their line", "[io][city_file]") {
    says(message_for("[buildings]\nsource = \"a.shp\"\n[city]\npopulation = \"many\"\n"), ":4:");
    says(message_for("[buildings]\nsource = \"a.shp\"\n[city]\npopulation = -1\n"), "zero or more");
    says(message_for("[buildings]\nsource = 7\n"), ":2:");
    says(message_for("[buildings]\nsource = \"a.shp\"\nshift = \"left\"\n"), "gcj02");
    says(message_for("buildings = \"a.shp\"\n"), "must be a table");
}

TEST_CASE("a file that is not TOML, is not there or names no data is an error", "[io][city_file]") {
    says(message_for("[city\nname = 5"), "city.toml:1:");
    says(message_for("[city]\nname = \"X\"\n"), "names no data");
    const test::TempFolder folder;
    CHECK_FALSE(read_city_file(folder.path() + "/none.toml"));
}

TEST_CASE("units are read by role and unit, misspelt ones told with their line",
          "[io][city_file]") {
    const test::TempFolder folder;
    const auto file = read_city_file(folder.file("city.toml", R"(
[buildings]
source = "a.shp"
units = { height_m = "ft", floor_area_m2 = "sq ft" }
[roads]
source = "r.shp"
units = { maxspeed = "mph" }
)"));
    REQUIRE(file);
    using geo_io::ColumnRole;
    using geo_io::MeasureUnit;
    CHECK(file->buildings.units.at(ColumnRole::height_m) == MeasureUnit::foot);
    CHECK(file->buildings.units.at(ColumnRole::floor_area_m2) == MeasureUnit::square_foot);
    CHECK(file->roads.units.at(ColumnRole::speed_kmh) == MeasureUnit::mile_per_hour);
    const std::string start = "[buildings]\nsource = \"a.shp\"\nunits = ";
    const std::string role = message_for(start + "{ hieght_m = \"ft\" }\n");
    CHECK(says(role, "city.toml:3: unknown role 'hieght_m', did you mean 'height_m'?"));
    const std::string unit = message_for(start + "{ height_m = \"fett\" }\n");
    CHECK(says(unit, "city.toml:3: unknown unit 'fett' of 'height_m', it can be \"m\", \"ft\""));
    CHECK(says(message_for(start + "{ storeys = \"ft\" }\n"), "'storeys' has no unit"));
    CHECK(says(message_for(start + "{ height_m = \"m2\" }\n"), "unknown unit 'm2'"));
    CHECK(says(message_for(start + "\"ft\"\n"), "'units' must be a table"));
}

// Found by the fuzz door `city_toml`: the parser cites the letters that it did not understand.
TEST_CASE("what the parser cites of a broken city.toml does not break the line",
          "[io][city_file]") {
    const test::TempFolder folder;
    const auto read =
        geo_io::read_city_file(folder.file("city.toml", "[buildings]\nsource = n\n\"x\" = 1\n"));
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find('\n') == std::string::npos);
    CHECK(read.error().message.find(":2: ") != std::string::npos);
}
