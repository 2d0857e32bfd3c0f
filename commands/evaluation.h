#pragma once

#include <optional>
#include <string>

#include "commands/city_arguments.h"
#include "emissions/accounting/inventory.h"
#include "emissions/evaluate.h"

namespace commands {

/// --scenario, --year, --method, --traffic: what inventory, results, compare and snapshot share.
struct EvaluationArguments {
    std::string scenario_path;
    int year = 0;  ///< 0 = the scenario's own
    std::string method = "physics";
    std::string traffic = "class";
};

void add_evaluation_arguments(CLI::App& command, EvaluationArguments& arguments);
city::Result<emissions::Scenario> scenario_of(const EvaluationArguments& arguments);
emissions::Method method_of(const EvaluationArguments& arguments);
emissions::TrafficMethod traffic_of(const EvaluationArguments& arguments);

/// A city with everything the core says of it.
struct EvaluatedCity {
    geo_io::LoadedCity loaded;
    emissions::BaselinePtr baseline;
    emissions::Scenario scenario;
    emissions::Results results;
    emissions::Inventory inventory;
};
city::Result<EvaluatedCity> evaluate_for_command(const geo_io::CitySource& source,
                                                 const EvaluationArguments& arguments,
                                                 const CommandLine& line);

}  // namespace commands
