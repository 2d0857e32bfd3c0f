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
}
