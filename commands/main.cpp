// The program without a window: what a server or a batch run needs.
#include "commands/commands.h"
#include "commands/program.h"

int main(int argc, char** argv) {
    return commands::run_program(argc, argv, commands::windowless_commands(), "--help");
}
