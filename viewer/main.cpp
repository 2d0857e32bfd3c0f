// The program with its window: the commands that draw, and all that need no picture.
#include <vector>

#include "commands/commands.h"
#include "commands/program.h"
#include "viewer/commands/window_commands.h"

int main(int argc, char** argv) {
    std::vector<commands::AddCommand> all{viewer::add_view_command, viewer::add_snapshot_command,
                                          viewer::add_video_command};
    const auto windowless = commands::windowless_commands();
    all.insert(all.end(), windowless.begin(), windowless.end());
    all.push_back(viewer::add_bench_command);
    return commands::run_program(argc, argv, all, "view");
}
