#include "commands/evaluation.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "emissions/measures/scenario_notes.h"
#include "emissions/model/baseline.h"
#include "study/quantity.h"
#include "study/scenario_file.h"
#include "study/weather_file.h"

namespace commands {

void add_evaluation_arguments(CLI::App& command, EvaluationArguments& arguments) {
    command.add_option("--scenario", arguments.scenario_path, "a scenario file (.toml)");
    command.add_option("--year", arguments.year, "year of the factors")
        ->check(CLI::Range(emissions::first_scenario_year, emissions::last_scenario_year));
    command
        .add_option("--method", arguments.method,
                    "physics: every building hour by hour (default); benchmark: cited intensities")
        ->check(CLI::IsMember({"benchmark", "physics"}));
    command
        .add_option(
            "--traffic", arguments.traffic,
            "class: usual traffic of the road class (default); assignment: trips on the road graph")
        ->check(CLI::IsMember({"class", "assignment"}));
}

city::Result<emissions::Scenario> scenario_of(const EvaluationArguments& arguments) {
    emissions::Scenario scenario;
    if (!arguments.scenario_path.empty()) {
        auto read = study::read_scenario_file(arguments.scenario_path);
        if (!read) return read;
        scenario = *read;
    }
    if (arguments.year != 0) scenario.year = arguments.year;
    return scenario;
}

emissions::Method method_of(const EvaluationArguments& arguments) {
    return arguments.method == "benchmark" ? emissions::Method::benchmark
                                           : emissions::Method::physics;
}

emissions::TrafficMethod traffic_of(const EvaluationArguments& arguments) {
    return arguments.traffic == "assignment" ? emissions::TrafficMethod::assignment
                                             : emissions::TrafficMethod::road_class;
}

city::Result<EvaluatedCity> evaluate_for_command(const geo_io::CitySource& source,
                                                 const EvaluationArguments& arguments,
                                                 const CommandLine& line) {
    const auto scenario = scenario_of(arguments);
    if (!scenario) return tl::unexpected(scenario.error());
    auto loaded = load_for_command(source, line);
    if (!loaded) return tl::unexpected(loaded.error());
    EvaluatedCity city{std::move(*loaded), nullptr, *scenario, {}, {}};
    auto baseline = study::prepare_city(city.loaded.city, method_of(arguments),
                                        progress_for(line, "energy"), traffic_of(arguments));
    if (!baseline) return tl::unexpected(baseline.error());
    city.baseline = *baseline;
    if (!city.baseline->weather_source.empty())
        spdlog::info("weather: {}", city.baseline->weather_source);
    if (!city.baseline->traffic.report.empty())
        spdlog::info("traffic: {}", city.baseline->traffic.report);
    for (const std::string& note : scenario_notes(*city.baseline, city.scenario))
        spdlog::warn("{}", note);
    city.results = emissions::evaluate(*city.baseline, city.scenario);
    city.inventory = emissions::inventory_of(*city.baseline, city.scenario, city.results);
    if (city.inventory.buildings_without_result > 0)
        spdlog::warn("{} buildings have no result and are left out of the sums",
                     city.inventory.buildings_without_result);
    const city::CityInfo& info = city.loaded.city.info;
    if (info.region.rfind("US", 0) == 0 && info.region != "US-CA")
        spdlog::warn("outside California ({}): California's intensities and grid stand in",
                     info.region);
    // The two methods side by side: a large gap asks for a look at both.
    if (city.baseline->method == emissions::Method::physics)
        if (const auto benchmark = study::prepare_city(
                city.loaded.city, emissions::Method::benchmark, {}, traffic_of(arguments))) {
            const auto other = emissions::evaluate(**benchmark, city.scenario);
            for (const auto& [what, quantity] :
                 {std::pair{"final energy, kWh", study::Quantity::energy},
                  std::pair{"CO2e, kg", study::Quantity::co2e}}) {
                const double hourly = city_total(city.results, quantity),
                             cited = city_total(other, quantity);
                spdlog::info("{}: hourly method {:.4g}, benchmark method {:.4g}, ratio {:.2f}",
                             what, hourly, cited, cited > 0 ? hourly / cited : 0.0);
            }
        }
    // Known totals are compared, never forced.
    const auto gap = [](const char* what, double modelled, const std::optional<double>& known) {
        if (known && *known > 0.0)
            spdlog::info("{}: modelled {:.4g}, known {:.4g}, ratio {:.2f}", what, modelled, *known,
                         modelled / *known);
    };
    double vehicle_km = 0.0;
    for (const float km : city.results.roads.vehicle_km)
        vehicle_km += city::is_missing(km) ? 0.0 : static_cast<double>(km);
    gap("electricity, kWh", city_total(city.results, study::Quantity::electricity),
        info.control_electricity_kwh);
    gap("natural gas, kWh", city_total(city.results, study::Quantity::natural_gas),
        info.control_gas_kwh);
    gap("traffic, vehicle-km", vehicle_km, info.control_vkt_km);
    return city;
}

}  // namespace commands
