// A new measure of a known target is one row of the catalogue: no code knows it by name.
#include <map>

#include "emissions/evaluate.h"
#include "emissions/measures/filter_text.h"
#include "emissions/measures/scenario_notes.h"
#include "emissions/model/baseline.h"
#include "geo/sample/sample_city.h"
#include "tests/support/shares.h"

using namespace emissions;

namespace {

constexpr const char* rows =
    "smart_plugs,US,plug,use in (office),appliances_share multiply 0.8,a test,,assumed,\n"
    "wall_insulation,US,envelope,,wall_u_w_per_m2k at_most 0.3; heating_demand_share multiply 0.9,"
    "a test,,assumed,\n"
    "clean_heat,world,network,,heat_network_share multiply 0.25,a test,,assumed,\n"
    "fewer_trips,world,fleet,,light_km_share multiply 0.7,a test,,assumed,\n";

// The project's tables with those rows more.
const reference::Library& library_with_rows() {
    static const auto library = reference::Library::load([](std::string_view name) {
        static std::map<std::string, std::string, std::less<>> texts;
        if (name != "catalogue.csv") return test::reference_text(name);
        std::string& text = texts[std::string(name)];
        text = std::string(test::reference_text(name)) + rows;
        return std::string_view(text);
    });
    if (!library) FAIL(library.error().message);
    return *library;
}

double sum(const Column& column) {
    double total = 0;
    for (const float value : column)
        total += city::is_missing(value) ? 0.0 : static_cast<double>(value);
    return total;
}

BaselinePtr baseline_of(const city::CityModel& city) {
    const auto baseline = prepare(city, library_with_rows());
    if (!baseline) FAIL(baseline.error().message);
    return *baseline;
}

Scenario all_of(const char* measure) {
    Scenario scenario;
    set_share(scenario, measure, 1.0f);
    return scenario;
}

}  // namespace

TEST_CASE("an added row changes energy, where it is eligible", "[measures][added]") {
    const city::CityModel city = sample::make_sample_city({.buildings = 400});
    const BaselinePtr baseline = baseline_of(city);
    const auto today = evaluate(*baseline, {}).buildings.end_use_kwh[EndUse::appliances],
               now = evaluate(*baseline, all_of("smart_plugs"))
                         .buildings.end_use_kwh[EndUse::appliances];
    std::size_t offices = 0, wrong = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        const bool office = city.buildings.use[i] == city::BuildingUse::office;
        offices += office;
        wrong += now[i] != (office ? 0.8f * today[i] : today[i]);
    }
    CHECK(offices > 0);
    CHECK(wrong == 0);
}

TEST_CASE("an added envelope row gets its own package, and all of them together another",
          "[measures][added]") {
    const city::CityModel city = sample::make_sample_city({.buildings = 400});
    const BaselinePtr baseline = baseline_of(city);
    REQUIRE(baseline->demand.packages.size() == 4);  // as it is, two alone, both
    const double today = sum(evaluate(*baseline, {}).buildings.end_use_kwh[EndUse::heating]);
    const auto heating = [&](const Scenario& scenario) {
        return sum(evaluate(*baseline, scenario).buildings.end_use_kwh[EndUse::heating]);
    };
    CHECK_THAT(heating(all_of("wall_insulation")), WithinRel(0.9 * today, 1e-5));
    CHECK_THAT(heating(all_of("envelope")), WithinRel(0.65 * today, 1e-5));
    Scenario both = all_of("envelope");
    set_share(both, "wall_insulation", 1.0f);
    CHECK_THAT(heating(both), WithinRel(0.9 * 0.65 * today, 1e-5));
    CHECK(scenario_notes(*baseline, both).empty());
}

TEST_CASE("an added row leaves alone who has acted before", "[measures][added]") {
    const city::CityModel city = sample::make_sample_city({.buildings = 400});
    Scenario half;
    set_share(half, "led", 0.5f);
    const auto plain = prepare(city, test::reference_tables());
    REQUIRE(plain);
    CHECK(evaluate(**plain, half).buildings.end_use_kwh[EndUse::lighting] ==
          evaluate(*baseline_of(city), half).buildings.end_use_kwh[EndUse::lighting]);
}

TEST_CASE("heat networks and driven kilometres have their effect too", "[measures][added]") {
    const city::CityModel city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 300});
    const BaselinePtr baseline = baseline_of(city);
    const Results today = evaluate(*baseline, {}),
                  less = evaluate(*baseline, all_of("fewer_trips"));
    CHECK(sum(less.roads.vehicle_km) < 0.8 * sum(today.roads.vehicle_km));
    CHECK(sum(less.roads.emitted_kg[Pollutant::co2]) < sum(today.roads.emitted_kg[Pollutant::co2]));
    CHECK(less.buildings.emitted_kg == today.buildings.emitted_kg);
    const auto network = evaluate(*baseline, all_of("clean_heat")).buildings;
    for (std::size_t i = 0; i < network.count(); ++i) {
        const bool on_network = today.buildings.carrier_kwh[Carrier::district_heat][i] > 0.0f;
        const float before = today.buildings.emitted_kg[Pollutant::co2][i],
                    after = network.emitted_kg[Pollutant::co2][i];
        CHECK((on_network ? after < before : after == before));
    }
}
