#pragma once

#include <functional>
#include <stop_token>

namespace CLI {
class App;
}

namespace commands {

/// Exit codes that scripts rely on.
enum ExitCode : int { done = 0, could_not = 1, wrong_usage = 2, interrupted = 130 };

/// What the parsed command line asks for. A subcommand's callback sets `run`; main() calls it after
/// parsing and turns its result into the exit code.
struct CommandLine {
    bool quiet = false;
    bool verbose = false;
    int threads = 0;       ///< 0 = all cores
    std::stop_token stop;  ///< Ctrl-C
    std::function<int(const CommandLine&)> run;
};

/// Adds one subcommand, whose callback sets `line.run`. Each command has one of these.
using AddCommand = void (*)(CLI::App& app, CommandLine& line);

}  // namespace commands
