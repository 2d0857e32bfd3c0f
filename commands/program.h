#pragma once

#include <span>

#include "commands/command_line.h"

namespace commands {

/// The whole of main(): arguments -> command -> exit code. `when_none` stands in where the first
/// word is no command: "view", so that `twinscape CITY CITY` and `twinscape` alone mean the window;
/// "--help" where there is no window.
int run_program(int argc, char** argv, std::span<const AddCommand> commands, const char* when_none);

}  // namespace commands
