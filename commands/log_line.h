#pragma once

#include <spdlog/formatter.h>

#include <memory>

namespace commands {

/// How a line of the log looks: "warning: text" on one line, without what a file may have put into
/// the text to act on the terminal, and without passwords.
std::unique_ptr<spdlog::formatter> log_line();

}  // namespace commands
