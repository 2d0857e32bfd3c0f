// The whole program where it cannot write: exit code 1, one line, the old files as they were.
// scripts/full_disk.sh does the same with a real full disk, for every writer.
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

using Names = std::set<std::string>;

struct Ended {
    int code;
    std::string said;
};

// `script` in a shell of its own; $P is the program, $D the folder.
// What it says comes through a pipe: a limit on files would hold for a file of it too.
Ended run(const test::TempFolder& folder, const std::string& script) {
    const test::TempFolder beside;
    const std::string words =
        beside.file("script", "P='" TWINSCAPE_PROGRAM "'\nD='" + folder.path() + "'\n" + script);
    std::FILE* pipe = ::popen(("bash '" + words + "' 2>&1 > /dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Ended ended{-1, ""};
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        ended.said += static_cast<char>(c);
    const int status = ::pclose(pipe);
    if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
    return ended;
}

std::ptrdiff_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

const std::string small = " sample:california --quiet --method benchmark ";

}  // namespace

TEST_CASE("over the file limit every command ends with 1, one line and the old files",
          "[commands]") {
    const test::TempFolder folder;
    for (const char* name : {"o.gpkg", "o.fgb", "o.geojson", "o.csv", "o.xlsx", "o.json"})
        folder.file(name, "old");
    const Names before = folder.names();
    for (const std::string& command :
         {"results" + small + "--out $D/o.gpkg", "results" + small + "--out $D/o.fgb",
          "results" + small + "--out $D/o.geojson", "results" + small + "--out $D/o.csv",
          "results" + small + "--out $D/o.xlsx",
          "inventory" + small + "--format json --out $D/o.json",
          "profile" + small + "--each-building --out $D/o.csv",
          "compare sample:china" + small + "--out $D/o.csv",
          std::string("sample --quiet --buildings 100 --out $D/new")}) {
        INFO(command);
        const Ended ended = run(folder, "ulimit -f 0\n\"$P\" " + command);
        CHECK(ended.code == 1);
        CHECK(lines_of(ended.said) == 1);
        CHECK(ended.said.find("error: cannot write ") != std::string::npos);
        CHECK(folder.names() == before);
        for (const std::string& name : before) CHECK(folder.bytes_of(name) == "old");
    }
}

TEST_CASE("a full disk behind standard output is told; a reader who has left is not",
          "[commands]") {
    const test::TempFolder folder;
    for (const std::string command :
         {"check sample:china --quiet", "inventory sample:china --quiet --method benchmark",
          "--help"}) {
        INFO(command);
        const Ended full = run(folder, "\"$P\" " + command + " > /dev/full");
        CHECK(full.code == 1);
        CHECK(lines_of(full.said) == 1);
        CHECK(full.said.find("standard output: the disk is full") != std::string::npos);
    }
    const Ended left =
        run(folder, "\"$P\" profile" + small + "--each-building | true\nexit ${PIPESTATUS[0]}\n");
    CHECK(left.code == 1);
    CHECK(left.said == "");
}
