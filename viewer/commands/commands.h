#pragma once

#include "viewer/commands/command_line.h"

namespace viewer {

// One a file of this folder, in the order of --help.
void add_view_command(CLI::App& app, CommandLine& line);
void add_check_command(CLI::App& app, CommandLine& line);
void add_snapshot_command(CLI::App& app, CommandLine& line);
void add_video_command(CLI::App& app, CommandLine& line);
void add_inventory_command(CLI::App& app, CommandLine& line);
void add_results_command(CLI::App& app, CommandLine& line);
void add_profile_command(CLI::App& app, CommandLine& line);
void add_compare_command(CLI::App& app, CommandLine& line);
void add_simulate_command(CLI::App& app, CommandLine& line);
void add_sample_command(CLI::App& app, CommandLine& line);
void add_bench_command(CLI::App& app, CommandLine& line);

}  // namespace viewer
