#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "commands/program.h"
#include "tests/support/catch.h"

namespace {

// What `twinscape --version` writes.
std::string printed_version() {
    std::ostringstream written;
    std::streambuf* before = std::cout.rdbuf(written.rdbuf());
    std::string program = "twinscape", flag = "--version";
    char* words[] = {program.data(), flag.data()};
    const int exit_code = commands::run_program(2, words, {}, "--help");
    std::cout.rdbuf(before);
    CHECK(exit_code == 0);
    return written.str();
}

// "0.6.0" of the topmost "## 0.6.0 (unreleased)".
std::string newest_in_changelog() {
    std::ifstream file(TWINSCAPE_SOURCE_DIR "/CHANGELOG.md");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("## ", 0) == 0) return line.substr(3, line.find(' ', 3) - 3);
    return {};
}

}  // namespace

TEST_CASE("the program's version is the topmost one of the changelog", "[commands]") {
    REQUIRE_FALSE(newest_in_changelog().empty());
    CHECK(printed_version() == "twinscape " + newest_in_changelog() + "\n");
}
