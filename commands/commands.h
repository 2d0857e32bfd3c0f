#pragma once

#include <span>

#include "commands/command_line.h"

namespace commands {

// One a file of this folder.
void add_check_command(CLI::App& app, CommandLine& line);
void add_inventory_command(CLI::App& app, CommandLine& line);
void add_results_command(CLI::App& app, CommandLine& line);
void add_profile_command(CLI::App& app, CommandLine& line);
void add_compare_command(CLI::App& app, CommandLine& line);
void add_simulate_command(CLI::App& app, CommandLine& line);
void add_sample_command(CLI::App& app, CommandLine& line);

/// All of them, in the order of --help.
std::span<const AddCommand> windowless_commands();

}  // namespace commands
