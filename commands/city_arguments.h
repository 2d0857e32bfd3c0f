#pragma once

#include <string>
#include <vector>

#include "commands/command_line.h"
#include "geo/io/load_city.h"

namespace commands {

/// The cities of a command line: CITY positionals, or one city from --buildings/--roads/--region.
struct CityArguments {
    std::vector<std::string> cities;
    std::vector<std::string> buildings, roads;
    std::string region;
    bool allow_network = false;

    std::vector<geo_io::CitySource> sources() const;
};

/// `most` positionals; `least` may be 0.
void add_city_arguments(CLI::App& command, CityArguments& arguments, int least, int most);

/// Tells on stderr which servers and databases are about to be asked.
void show_network_sources(const geo_io::CitySource& source);

/// What is said of a load when it is done: `check` says all itself.
enum class AfterLoad { tell_warnings, say_nothing };

/// Loads with progress on stderr (at most one line a second, none when quiet), then says there what
/// is worth knowing of the load.
city::Result<geo_io::LoadedCity> load_for_command(const geo_io::CitySource& source,
                                                  const CommandLine& line,
                                                  AfterLoad after = AfterLoad::tell_warnings);

/// Logs the error in one line and gives the exit code that goes with it.
int exit_code_of(const city::Error& error);

/// Progress that a command line shows, cancelled by Ctrl-C.
city::Progress progress_for(const CommandLine& line, std::string what);

}  // namespace commands
