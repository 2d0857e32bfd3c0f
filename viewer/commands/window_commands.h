#pragma once

#include "commands/command_line.h"

namespace viewer {

// One a file of this folder: the commands that draw.
void add_view_command(CLI::App& app, commands::CommandLine& line);
void add_snapshot_command(CLI::App& app, commands::CommandLine& line);
void add_video_command(CLI::App& app, commands::CommandLine& line);
void add_bench_command(CLI::App& app, commands::CommandLine& line);

}  // namespace viewer
