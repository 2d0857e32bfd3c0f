#include <CLI/CLI.hpp>

#include "viewer/commands/command_line.h"

namespace viewer {

void add_all_commands(CLI::App&, CommandLine&) {
    // One line per subcommand, in the order of --help:
    //   add_check_command(app, line);
}

}  // namespace viewer
