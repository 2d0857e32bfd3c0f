#include "study/scenario_file.h"

#include "emissions/measures/uptake.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {
std::string written(const std::string& text) {
    static const test::TempFolder folder;
    return folder.file("scenario.toml", text);
}
}  // namespace

TEST_CASE("a scenario comes back from its file as it was", "[viewer]") {
    emissions::Scenario scenario;
    scenario.name = "Clean \"air\" 2035";
    scenario.year = 2035;
    scenario.gwp = emissions::GwpSet::ar5;
    set_share(scenario, "heat_pump", 0.625f);
    const auto back = study::read_scenario_file(written(study::scenario_text(scenario)));
    REQUIRE(back);
    CHECK(*back == scenario);
}

TEST_CASE("a scenario file with a mistake is refused with its line", "[viewer]") {
    const auto unknown =
        study::read_scenario_file(written("name = \"x\"\n[uptake]\nheat_pumps = 0.5\n"));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.find(":3:") != std::string::npos);
    CHECK(unknown.error().message.find("heat_pumps") != std::string::npos);
    CHECK_FALSE(study::read_scenario_file(written("[uptake]\nled = 1.5\n")));
    CHECK_FALSE(study::read_scenario_file(written("year = 1900\n")));
    CHECK_FALSE(study::read_scenario_file(written("this is not toml")));
    CHECK_FALSE(study::read_scenario_file("/no/such/file.toml"));
    const test::TempFolder folder;
    const auto no_file = study::read_scenario_file(folder.path());
    REQUIRE_FALSE(no_file);
    CHECK(no_file.error().message.find("regular file, this is a folder") != std::string::npos);
    CHECK_FALSE(study::read_scenario_file("/dev/zero"));
}

TEST_CASE("actions with places and dates come back from their file as they were", "[study]") {
    const std::string text = R"toml(
version = 2
year = 2035
[[action]]
measure = "heat_pump"
share = 0.8
start = 2026
end = 2035
where = "use in (office, retail) and district in ('Old town', \"鼓楼区\")"
[[action]]
measure = "led"
end = 2030
share = 1
[[place]]
name = "Old town"
buildings = ["a", "b \"c\""]
roads = ["r"]
)toml";
    const auto read = study::read_scenario_text(text, "plan.toml");
    if (!read) FAIL(read.error().message);
    REQUIRE(read->actions.size() == 2);
    CHECK(read->actions[0].where.terms.size() == 2);
    CHECK(read->actions[1].start_year == 2030);
    CHECK(read->places[0].buildings[1] == "b \"c\"");
    const auto again = study::read_scenario_text(study::scenario_text(*read), "again.toml");
    if (!again) FAIL(again.error().message);
    CHECK(*again == *read);
}

TEST_CASE("an older file's shares are actions of its year", "[study]") {
    const auto read = study::read_scenario_text("[uptake]\nled = 0.5\nyear = 2030\n", "x");
    CHECK_FALSE(read);  // a year inside the table is no measure
    const auto old = study::read_scenario_text("year = 2030\n[uptake]\nled = 0.5\n", "old.toml");
    REQUIRE(old);
    REQUIRE(old->actions.size() == 1);
    CHECK(old->actions[0].start_year == 2030);
    CHECK(old->actions[0].end_year == 2030);
    CHECK(old->actions[0].where.empty());
}

TEST_CASE("what is wrong with an action is said with its line", "[study]") {
    for (const auto& [text, said] : std::initializer_list<std::pair<const char*, const char*>>{
             {"[[action]]\nshare = 1\nstart = 2030\n", "needs a measure"},
             {"[[action]]\nmeasure = \"fusion\"\n", "no measure 'fusion'; there is envelope"},
             {"[[action]]\nmeasure = \"led\"\nshare = 2\n", "from 0 to 1"},
             {"[[action]]\nmeasure = \"led\"\nshare = nan\n", "from 0 to 1"},
             {"[[action]]\nmeasure = \"led\"\n", "a start or an end year"},
             {"[[action]]\nmeasure = \"led\"\nstart = 2040\nend = 2030\n", "not end before"},
             {"[[action]]\nmeasure = \"led\"\nstart = 1900\n", "from 2015 to 2060"},
             {"[[action]]\nmeasure = \"led\"\nwhere = \"use = x\"\n", "'x' is no use"},
             {"[[action]]\nmeasure = \"led\"\nwhen = 2030\n", "unknown key 'when'"},
             {"[[place]]\nbuildings = [\"a\"]\n", "needs a name"},
             {"version = 3\n", "newer Twinscape"},
             {"version = \"2\"\n", "whole number"}}) {
        const auto read = study::read_scenario_text(text, "plan.toml");
        INFO(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find(said) != std::string::npos);
        CHECK(read.error().message.find("plan.toml:") == 0);
    }
}

// Found by the fuzz door `scenario`: what is cited of a file can hold line ends.
TEST_CASE("what an error cites of a scenario does not break its line", "[study]") {
    for (const char* text :
         {"version = n\na2 me = 1\n", "[[action]]\nmeasure = \"\\nvelope\"\nshare = 0.5\n",
          "[[action]]\nmeasure = \"led\"\nshare = 1\nwhere = \"use in (\\nhouse\"\n"}) {
        const auto read = study::read_scenario_text(text, "x.toml");
        INFO(text);
        REQUIRE_FALSE(read);
        INFO(read.error().message);
        CHECK(read.error().message.find('\n') == std::string::npos);
        CHECK(read.error().message.find("x.toml:") == 0);
    }
}
