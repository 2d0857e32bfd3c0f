// Scenarios whose actions have a place and dates.
#include "emissions/accounting/factors.h"
#include "emissions/evaluate.h"
#include "emissions/measures/filter_text.h"
#include "emissions/measures/scenario_notes.h"
#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/emissions/reference_tables.h"
#include "tests/emissions/small_city.h"
#include "tests/support/shares.h"

using namespace emissions;
using city::BuildingUse;

namespace {

Filter filter(const char* text) {
    auto read = read_filter(text);
    if (!read) FAIL(read.error().message);
    return *read;
}

city::CityModel four_houses() {
    return test::houses({{"a", BuildingUse::office, 1000, 1990},
                         {"b", BuildingUse::office, 1000, 2016},
                         {"c", BuildingUse::residential_apartment, 1000, 1990},
                         {"d", BuildingUse::residential_apartment, 1000, 2016}});
}

BaselinePtr baseline_of(const city::CityModel& city) {
    const auto baseline = prepare(city, test::reference_tables());
    if (!baseline) FAIL(baseline.error().message);
    return *baseline;
}

// Which buildings light with less than today.
std::string relit(const Baseline& baseline, const Scenario& scenario) {
    const auto today = evaluate(baseline, {}).buildings.end_use_kwh[EndUse::lighting],
               now = evaluate(baseline, scenario).buildings.end_use_kwh[EndUse::lighting];
    std::string names;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i] < today[i]) names += static_cast<char>('a' + static_cast<char>(i));
    return names;
}

}  // namespace

TEST_CASE("an action changes what it is aimed at and nothing else", "[measures][actions]") {
    const city::CityModel city = four_houses();
    const BaselinePtr baseline = baseline_of(city);
    Scenario scenario;
    scenario.actions = {{"led", filter("use = office"), 1.0f, 2024, 2024}};
    CHECK(relit(*baseline, scenario) == "ab");
    scenario.actions[0].where = filter("use = office and year < 2000");
    CHECK(relit(*baseline, scenario) == "a");
    scenario.actions.push_back({"led", filter("era = '2014 on'"), 1.0f, 2024, 2024});
    CHECK(relit(*baseline, scenario) == "abd");
    scenario.places = {{"Corner", {"c"}, {}}};
    scenario.actions = {{"led", filter("district = Corner"), 1.0f, 2024, 2024}};
    CHECK(relit(*baseline, scenario) == "c");
}

TEST_CASE("nobody does the same thing twice", "[measures][actions]") {
    const city::CityModel city = four_houses();
    const BaselinePtr baseline = baseline_of(city);
    Scenario once, twice;
    set_share(once, "led", 1.0f);
    twice = once;
    twice.actions.push_back({"led", filter("use = office"), 1.0f, 2024, 2024});
    CHECK(evaluate(*baseline, once).buildings.end_use_kwh[EndUse::lighting] ==
          evaluate(*baseline, twice).buildings.end_use_kwh[EndUse::lighting]);
}

TEST_CASE("an action is done between its years", "[measures][actions]") {
    const city::CityModel city =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 1200});
    const BaselinePtr baseline = baseline_of(city);
    Scenario scenario;
    scenario.actions = {{"led", {}, 1.0f, 2026, 2036}};
    const auto share_in_year = [&](int year) {
        scenario.year = year;
        return static_cast<double>(relit(*baseline, scenario).size());
    };
    const double all = share_in_year(2036);  // that have lamps
    CHECK(share_in_year(2026) == 0.0);
    CHECK_THAT(share_in_year(2031), WithinAbs(0.5 * all, 0.05 * all));
    CHECK(all > 600);
    CHECK(share_in_year(2050) == all);
}

TEST_CASE("vehicles of one class of roads go electric alone", "[measures][actions]") {
    const city::CityModel city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 300});
    const BaselinePtr baseline = baseline_of(city);
    Scenario scenario;
    scenario.actions = {
        {"electric_vehicles", filter("road_class = residential"), 1.0f, 2024, 2024}};
    const auto today = evaluate(*baseline, {}).roads, now = evaluate(*baseline, scenario).roads;
    std::size_t cleaned = 0, wrong = 0;
    for (std::size_t i = 0; i < now.count(); ++i) {
        const bool meant = city.roads.road_class[i] == city::RoadClass::residential;
        const bool burns = now.carrier_kwh[Carrier::petrol][i] > 0.0f;
        cleaned += meant && !burns;
        wrong +=
            !meant && now.carrier_kwh[Carrier::petrol][i] != today.carrier_kwh[Carrier::petrol][i];
        wrong += now.aadt[i] != today.aadt[i];
    }
    CHECK(cleaned > 0);
    CHECK(wrong == 0);
}

TEST_CASE("grid measures meet in one place and multiply", "[measures][actions]") {
    const city::CityModel city = four_houses();
    const BaselinePtr baseline = baseline_of(city);
    Scenario half;
    set_share(half, "cleaner_grid", 0.5f);
    Scenario twice = half;
    twice.actions.push_back({"cleaner_grid", {}, 0.5f, 2024, 2024});
    const auto co2 = [&](const Scenario& scenario) {
        return factors_for(*baseline, scenario).kg_per_kwh[Carrier::electricity][Pollutant::co2];
    };
    CHECK_THAT(co2(half), WithinRel(0.5 * co2({}), 1e-6));
    CHECK_THAT(co2(twice), WithinRel(0.25 * co2({}), 1e-6));
}

TEST_CASE("what of a scenario does nothing is said", "[measures][actions]") {
    const city::CityModel city = four_houses();
    const BaselinePtr baseline = baseline_of(city);
    const auto notes = [&](Action action) {
        Scenario scenario;
        scenario.actions = {std::move(action)};
        std::string text;
        for (const std::string& note : scenario_notes(*baseline, scenario)) text += note + "\n";
        return text;
    };
    const auto says = [](const std::string& text, const char* what) {
        return text.find(what) != std::string::npos;
    };
    CHECK(notes({"led", filter("use = office"), 1, 2024, 2024}).empty());
    CHECK(says(notes({"fusion", {}, 1, 2024, 2024}), "no such measure for US-CA"));
    CHECK(says(notes({"led", filter("district = Atlantis"), 1, 2024, 2024}),
               "no district 'Atlantis'; it has none"));
    CHECK(says(notes({"led", filter("era = '1066'"), 1, 2024, 2024}), "no construction period"));
    CHECK(says(notes({"led", filter("use = hospital"), 1, 2024, 2024}), "nothing in the city"));
    CHECK(says(notes({"electric_vehicles", filter("use = office"), 1, 2024, 2024}),
               "cannot be aimed by use"));
    CHECK(says(notes({"cleaner_grid", filter("use = office"), 1, 2024, 2024}), "whole city"));
}
