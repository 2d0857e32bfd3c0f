// twinscape [view] [CITY [CITY]]: the window; with no city the two samples side by side.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands/evaluation.h"
#include "viewer/app/app.h"
#include "viewer/commands/window_commands.h"

namespace viewer {

namespace {

struct Options {
    commands::CityArguments cities;
    commands::EvaluationArguments evaluation;
    std::string language = "en", bookmarks = "bookmarks.toml";
};

int run(const Options& options, const commands::CommandLine& line) {
    AppState state;
    state.language = options.language;
    state.bookmark_path = options.bookmarks;
    const auto scenario = commands::scenario_of(options.evaluation);
    if (!scenario) return commands::exit_code_of(scenario.error());
    state.scenario = *scenario;
    std::vector<geo_io::CitySource> sources = options.cities.sources();
    for (const auto& source : sources) commands::show_network_sources(source);
    if (sources.empty())
        sources = {{"sample:california", {}, {}, {}}, {"sample:china", {}, {}, {}}};
    auto app = App::open(sources, std::move(state), commands::method_of(options.evaluation));
    if (!app) return commands::exit_code_of(app.error());
    return (*app)->run(line.stop);
}

void add_options(CLI::App& command, const std::shared_ptr<Options>& options) {
    commands::add_city_arguments(command, options->cities, 0, 2);
    commands::add_evaluation_arguments(command, options->evaluation);
    command.add_option("--bookmarks", options->bookmarks,
                       "file of saved views: read at the start, written as they are saved");
    command.add_option("--lang", options->language, "en, zh, ko or ja")
        ->check(CLI::IsMember({"en", "zh", "ko", "ja"}));
}

}  // namespace

void add_view_command(CLI::App& app, commands::CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "view", "the window: one or two cities side by side (also without the word view)");
    add_options(*command, options);
    command->callback([options, &line] {
        line.run = [options](const commands::CommandLine& parsed) { return run(*options, parsed); };
    });
}

}  // namespace viewer
