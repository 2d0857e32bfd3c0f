#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "geo/io/load_city.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

geo_io::LoadedCity load(const std::string& city) {
    geo_io::CitySource source;
    source.city = city;
    auto loaded = geo_io::load_city(source);
    if (!loaded) FAIL(loaded.error().message);
    return std::move(*loaded);
}

// Id -> district.
std::map<std::string, std::string> districts_by_id(const city::TextColumn& id,
                                                   const std::vector<std::int32_t>& district_of,
                                                   const city::Districts& districts) {
    std::map<std::string, std::string> result;
    for (std::size_t i = 0; i < id.size(); ++i)
        result.emplace(id[i], district_of[i] == districts.none
                                  ? "none"
                                  : districts.name[static_cast<std::size_t>(district_of[i])]);
    return result;
}

}  // namespace

TEST_CASE("a sample that was written and read again has the same districts and ids",
          "[commands][districts]") {
    for (const std::string style : {"california", "china"}) {
        INFO(style);
        const test::TempFolder folder;
        CLI::App app;
        commands::CommandLine line;
        line.quiet = true;
        commands::add_sample_command(app, line);
        app.parse("sample --style " + style + " --buildings 900 --seed 3 --out " + folder.path());
        REQUIRE(line.run);
        REQUIRE(line.run(line) == commands::done);
        const auto drawn = load("sample:" + style + ":900:3"), read = load(folder.path());
        CHECK_FALSE(check(read.city));
        const city::Districts &wanted = drawn.city.districts, &got = read.city.districts;
        CHECK(got.name == wanted.name);
        CHECK(read.report.districts.loaded == wanted.count());
        CHECK(read.report.districts.buildings_outside == 0);
        CHECK(districts_by_id(read.city.buildings.id, got.of_building, got) ==
              districts_by_id(drawn.city.buildings.id, wanted.of_building, wanted));
        CHECK(districts_by_id(read.city.roads.id, got.of_road, got) ==
              districts_by_id(drawn.city.roads.id, wanted.of_road, wanted));
    }
}
