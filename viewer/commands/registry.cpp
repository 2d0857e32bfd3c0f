#include "viewer/commands/commands.h"

namespace viewer {

void add_all_commands(CLI::App& app, CommandLine& line) {
    add_view_command(app, line);
    add_check_command(app, line);
    add_snapshot_command(app, line);
    add_video_command(app, line);
    add_inventory_command(app, line);
    add_results_command(app, line);
    add_profile_command(app, line);
    add_compare_command(app, line);
    add_simulate_command(app, line);
    add_sample_command(app, line);
    add_bench_command(app, line);
}

}  // namespace viewer
