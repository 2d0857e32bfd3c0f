// twinscape [view] [CITY [CITY]]: the window; with no city the two samples side by side.
#include <CLI/CLI.hpp>
#include <memory>

#include "viewer/app.h"
#include "viewer/commands/commands.h"
#include "viewer/commands/evaluation.h"

namespace viewer {

namespace {

struct Options {
    CityArguments cities;
    EvaluationArguments evaluation;
    std::string language = "en", bookmarks = "bookmarks.toml";
};

int run(const Options& options, const CommandLine& line) {
    AppState state;
    state.language = options.language;
    state.bookmark_path = options.bookmarks;
    const auto scenario = scenario_of(options.evaluation);
    if (!scenario) return exit_code_of(scenario.error());
    state.scenario = *scenario;
    std::vector<geo_io::CitySource> sources = options.cities.sources();
    if (sources.empty()) sources = {{"sample:california", {}, {}, {}}, {"sample:china", {}, {}, {}}};
    auto app = App::open(sources, std::move(state), method_of(options.evaluation));
    if (!app) return exit_code_of(app.error());
    return (*app)->run(line.stop);
}

void add_options(CLI::App& command, const std::shared_ptr<Options>& options) {
    add_city_arguments(command, options->cities, 0, 2);
    add_evaluation_arguments(command, options->evaluation);
    command.add_option("--bookmarks", options->bookmarks, "file of saved views: read at the start, written as they are saved");
    command.add_option("--lang", options->language, "en, zh, ko or ja")->check(CLI::IsMember({"en", "zh", "ko", "ja"}));
}

}  // namespace

void add_view_command(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("view", "the window: one or two cities side by side (also without the word view)");
    add_options(*command, options);
    command->callback([options, &line] { line.run = [options](const CommandLine& parsed) { return run(*options, parsed); }; });
}

}  // namespace viewer
