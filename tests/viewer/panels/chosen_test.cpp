// Totals and tables of what was chosen with box or lasso.
#include <fstream>

#include "emissions/measures/uptake.h"
#include "study/results_table.h"
#include "tests/support/loaded_slot.h"
#include "tests/support/temp_folder.h"
#include "viewer/panels/ui_view.h"

using namespace viewer;

TEST_CASE(
    "the totals of a selection are the sums of its rows, with what is not known left out and "
    "counted",
    "[viewer][tools]") {
    emissions::Scenario scenario;
    set_share(scenario, "led", 1.0f);
    const auto slot = test::slot_of(test::five_houses(), scenario);
    const ChosenTotals t = chosen_totals(*slot, {{0, 1, 4}, {}});
    CHECK(t.buildings == 3);
    CHECK(t.roads == 0);
    CHECK(t.unknown == 1);
    CHECK(t.floor_area_m2 == 3000.0);
    const auto& kg = slot->now.buildings.emitted_kg[emissions::Pollutant::co2e];
    CHECK_THAT(t.co2e_kg.now,
               WithinRel(static_cast<double>(kg[0]) + static_cast<double>(kg[1]), 1e-6));
    CHECK(t.energy_kwh.now < t.energy_kwh.today);
    // All rows together are the city.
    const ChosenTotals all = chosen_totals(*slot, {{0, 1, 2, 3, 4}, {}});
    CHECK_THAT(all.nox_kg.now, WithinRel(city_total(slot->now, Quantity::nox), 1e-9));
    CHECK_THAT(all.energy_kwh.today, WithinRel(city_total(slot->today, Quantity::energy), 1e-9));
}

TEST_CASE("rows that the city does not have are passed over", "[viewer][tools]") {
    const auto slot = test::slot_of(test::five_houses());
    CHECK(chosen_totals(*slot, {{1, 99}, {7}}).buildings == 1);
}

TEST_CASE("a selection is saved with the columns of the results and its own rows only",
          "[viewer][tools]") {
    const auto slot = test::slot_of(test::five_houses());
    const test::TempFolder folder;
    const std::string path = folder.path() + "/selection.csv";
    REQUIRE(study::write_chosen(path, slot->loaded.city, slot->now, {{1, 3}, {}}));
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].find("building_id") != std::string::npos);
    CHECK(lines[0].find("co2e_kg") != std::string::npos);
    CHECK(lines[1].find("residential_apartment") != std::string::npos);
    CHECK(lines[2].find("residential_detached") != std::string::npos);
    CHECK_FALSE(study::write_chosen(folder.path() + "/no/such/folder.gpkg", slot->loaded.city,
                                    slot->now, {{1}, {}}));
}
