// twinscape results CITY [--scenario S] --out F.gpkg|.fgb|.csv|.geojson
#include <CLI/CLI.hpp>
#include <memory>

#include "viewer/commands/commands.h"
#include "viewer/commands/evaluation.h"
#include "viewer/results_table.h"

namespace viewer {

void add_results_command(CLI::App& app, CommandLine& line) {
    struct Options {
        CityArguments cities;
        EvaluationArguments evaluation;
        std::string out;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("results", "energy and emissions of every building and road, as a GIS layer or a table");
    add_city_arguments(*command, options->cities, 1, 1);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option("--out", options->out, "F.gpkg, .fgb, .csv, .geojson or .xlsx")->required();
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            const auto city = evaluate_for_command(options->cities.sources().front(), options->evaluation, parsed);
            if (!city) return exit_code_of(city.error());
            std::vector<geo_io::TableLayer> layers{buildings_table(city->loaded.city, city->results)};
            if (city->loaded.city.roads.count() > 0) layers.push_back(roads_table(city->loaded.city, city->results));
            const auto written = geo_io::write_tables(options->out, layers, city->loaded.city.frame, progress_for(parsed, options->out));
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace viewer
