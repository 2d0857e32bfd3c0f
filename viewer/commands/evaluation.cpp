#include "viewer/commands/evaluation.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "viewer/reference_library.h"
#include "viewer/scenario_file.h"

namespace viewer {

void add_evaluation_arguments(CLI::App& command, EvaluationArguments& arguments) {
    command.add_option("--scenario", arguments.scenario_path, "a scenario file (.toml)");
    command.add_option("--year", arguments.year, "year of the factors")->check(CLI::Range(2015, 2060));
    command.add_option("--method", arguments.method, "benchmark: cited intensities")->check(CLI::IsMember({"benchmark"}));
}

city::Result<emissions::Scenario> scenario_of(const EvaluationArguments& arguments) {
    emissions::Scenario scenario;
    if (!arguments.scenario_path.empty()) {
        auto read = read_scenario_file(arguments.scenario_path);
        if (!read) return read;
        scenario = *read;
    }
    if (arguments.year != 0) scenario.year = arguments.year;
    return scenario;
}

emissions::Method method_of(const EvaluationArguments& arguments) {
    return arguments.method == "physics" ? emissions::Method::physics : emissions::Method::benchmark;
}

city::Result<EvaluatedCity> evaluate_for_command(const geo_io::CitySource& source, const EvaluationArguments& arguments, const CommandLine& line) {
    const auto scenario = scenario_of(arguments);
    if (!scenario) return tl::unexpected(scenario.error());
    auto loaded = load_for_command(source, line);
    if (!loaded) return tl::unexpected(loaded.error());
    EvaluatedCity city{std::move(*loaded), nullptr, *scenario, {}, {}};
    auto baseline = emissions::prepare(city.loaded.city, reference_library(), {method_of(arguments)}, progress_for(line, "energy"));
    if (!baseline) return tl::unexpected(baseline.error());
    city.baseline = *baseline;
    city.results = emissions::evaluate(*city.baseline, city.scenario);
    city.inventory = emissions::inventory_of(*city.baseline, city.scenario, city.results);
    if (city.inventory.buildings_without_result > 0) spdlog::warn("{} buildings have no result and are left out of the sums", city.inventory.buildings_without_result);
    return city;
}

}  // namespace viewer
