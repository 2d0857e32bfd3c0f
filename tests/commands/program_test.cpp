// What a command throws ends in one line and exit code 1, never in an abort.
#include "commands/program.h"

#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

void add_failing(CLI::App& app, commands::CommandLine& line) {
    app.add_subcommand("memory", "")->callback([&line] {
        line.run = [](const commands::CommandLine&) -> int { throw std::bad_alloc(); };
    });
    app.add_subcommand("library", "")->callback([&line] {
        line.run = [](const commands::CommandLine&) -> int {
            throw std::runtime_error("no driver for this");
        };
    });
    app.add_subcommand("number", "")->callback([&line] {
        line.run = [](const commands::CommandLine&) -> int { throw 7; };
    });
    app.add_subcommand("vector", "")->callback([&line] {
        line.run = [](const commands::CommandLine&) -> int { return std::vector<int>(3).at(9); };
    });
}

struct Ended {
    int code;
    std::string said;
};

Ended run(std::string command) {
    const test::TempFolder folder;
    const std::string path = folder.path() + "/stderr.txt";
    const int kept = dup(2), file = open(path.c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(file, 2);
    std::string name = "twinscape";
    char* words[] = {name.data(), command.data(), nullptr};
    const commands::AddCommand all[] = {add_failing};
    const int code = commands::run_program(2, words, all, "--help");
    dup2(kept, 2);
    close(kept);
    close(file);
    std::ifstream read(path);
    return {code, {std::istreambuf_iterator<char>(read), std::istreambuf_iterator<char>()}};
}

}  // namespace

TEST_CASE("a command that throws ends with exit code 1 and one line that says why", "[commands]") {
    for (const auto& [command, says] :
         {std::pair{"memory", "not enough memory"}, std::pair{"library", "no driver for this"},
          std::pair{"number", "something unexpected"},
          std::pair{"vector", "something unexpected"}}) {
        const Ended ended = run(command);
        INFO(command << ": " << ended.said);
        CHECK(ended.code == commands::could_not);
        CHECK(ended.said.find(says) != std::string::npos);
        CHECK(std::count(ended.said.begin(), ended.said.end(), '\n') == 1);
    }
}
