#include "commands/city_arguments.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <memory>

#include "commands/load_messages.h"
#include "geo/files/text_output.h"

namespace commands {

std::vector<geo_io::CitySource> CityArguments::sources() const {
    std::vector<geo_io::CitySource> sources;
    if (!buildings.empty() || !roads.empty())
        sources.push_back({"", buildings, roads, region, allow_network});
    for (const std::string& city : cities) sources.push_back({city, {}, {}, region, allow_network});
    return sources;
}

void add_city_arguments(CLI::App& command, CityArguments& arguments, int least, int most) {
    command
        .add_option(
            "CITY", arguments.cities,
            "a city folder, a city.toml, a map data file, sample:california or sample:china")
        ->expected(0, most);
    command.add_option("--buildings", arguments.buildings,
                       "loose building files (tiles of one city)");
    command.add_option("--roads", arguments.roads, "loose road files");
    command.add_option("--region", arguments.region, "US-CA, CN-GD... when the data does not tell");
    command.add_flag("--allow-network", arguments.allow_network,
                     "ask the servers and databases that you or city.toml name as sources");
    // Not final_callback: callback(), which every command sets, would take its place.
    command.parse_complete_callback([&arguments, least] {
        if (static_cast<int>(arguments.sources().size()) < least)
            throw CLI::ValidationError(
                "CITY", "name " + std::string(least > 1 ? "two cities or more" : "a city") +
                            ", or use --buildings");
    });
}

city::Progress progress_for(const CommandLine& line, std::string what) {
    city::Progress progress;
    progress.stop = line.stop;
    const auto start = std::make_shared<std::atomic<std::int64_t>>(0);
    progress.report = [what = std::move(what), start](float share, std::string_view stage) {
        using namespace std::chrono;
        const std::int64_t now =
            duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
        std::int64_t last = start->load();
        if (last == 0) {
            start->compare_exchange_strong(last, now);
            return;
        }
        if (now - last < 1000 || !start->compare_exchange_strong(last, now)) return;
        spdlog::info("{}: {} {:.0f} %", what, stage, static_cast<double>(share) * 100.0);
    };
    return progress;
}

void show_network_sources(const geo_io::CitySource& source) {
    if (!source.allow_network) return;
    for (const std::string& shown : geo_io::network_sources_of(source))
        spdlog::warn("goes to the network: {}", shown);
}

city::Result<geo_io::LoadedCity> load_for_command(const geo_io::CitySource& source,
                                                  const CommandLine& line, AfterLoad after) {
    const std::string name = geo_io::name_of(source);
    show_network_sources(source);
    auto loaded = geo_io::load_city(source, progress_for(line, name));
    if (loaded && after == AfterLoad::tell_warnings) tell_load_warnings(name, loaded->report);
    return loaded;
}

int exit_code_of(const city::Error& error) {
    if (error.message == city::cancelled_message) return interrupted;
    if (error.message != files::closed_pipe) spdlog::error("{}", error.message);
    return could_not;
}

}  // namespace commands
