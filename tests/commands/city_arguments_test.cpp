#include "commands/city_arguments.h"

#include <CLI/CLI.hpp>

#include "tests/support/catch.h"

namespace {

// A command as the program has them: the cities first, then what is to be done with them.
struct Program {
    CLI::App app;
    commands::CityArguments cities;
    bool called = false;

    Program(int least, int most) {
        CLI::App* command = app.add_subcommand("look", "");
        commands::add_city_arguments(*command, cities, least, most);
        command->callback([this] { called = true; });
    }
};

}  // namespace

TEST_CASE("a command that needs a city is not carried out without one", "[commands]") {
    Program one(1, 1);
    CHECK_THROWS_AS(one.app.parse("look"), CLI::ValidationError);
    CHECK_FALSE(one.called);
    Program two(2, 9);
    CHECK_THROWS_AS(two.app.parse("look sample:china"), CLI::ValidationError);
}

TEST_CASE("a city is a name, or loose files", "[commands]") {
    Program named(1, 2);
    named.app.parse("look sample:china sample:california");
    CHECK(named.called);
    CHECK(named.cities.sources().size() == 2);
    Program loose(1, 2);
    loose.app.parse("look --buildings a.shp b.shp --roads c.shp");
    REQUIRE(loose.cities.sources().size() == 1);
    CHECK(loose.cities.sources()[0].buildings.size() == 2);
}
