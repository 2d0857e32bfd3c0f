// What killed runs leave is found again; what others are writing stays.
#include "geo/files/staging_folder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "geo/files/outputs.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;
using std::chrono::hours;
using std::chrono::minutes;

std::string host() {
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name;
}

std::string staged(const test::TempFolder& folder, const std::string& owner,
                   fs::file_time_type::duration age) {
    const std::string name = ".twinscape-writing-" + owner + "-abc123";
    fs::create_directory(folder.path() + "/" + name);
    folder.file(name + "/half.gpkg", "half");
    fs::last_write_time(folder.path() + "/" + name, fs::file_time_type::clock::now() - age);
    return name;
}

// The number of a process that has ended.
pid_t ended_process() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

}  // namespace

TEST_CASE("the next run removes what a killed one left, and only that", "[files]") {
    const test::TempFolder folder;
    const std::string dead = std::to_string(ended_process()), alive = std::to_string(::getpid());
    const Names stay{staged(folder, "another-machine-" + dead, hours(1)),
                     staged(folder, host() + "-" + alive, minutes(0)), ".twinscape-writing-notes",
                     "city.gpkg", ".twinscape-7-x"};
    for (const char* other : {".twinscape-writing-notes", "city.gpkg", ".twinscape-7-x"})
        folder.file(other, "mine");
    staged(folder, host() + "-" + dead, minutes(0));
    files::remove_left_over(folder.path());
    CHECK(folder.names() == stay);
}

TEST_CASE("a process number that is in use again, and another machine, wait for their age",
          "[files]") {
    const test::TempFolder folder;
    staged(folder, host() + "-" + std::to_string(::getpid()), minutes(2));
    staged(folder, "another-machine-7", hours(25));
    files::remove_left_over(folder.path());
    CHECK(folder.names().empty());
}

TEST_CASE("what another process is writing stays, however old it looks", "[files]") {
    const test::TempFolder folder;
    auto staging = files::StagingFolder::make(folder.path(), "x");
    REQUIRE(staging);
    fs::last_write_time(staging->path(), fs::file_time_type::clock::now() - hours(48));
    files::remove_left_over(folder.path());
    CHECK(folder.names().size() == 1);
}

TEST_CASE("killed at any moment: the old file or the new one, and no rest after the next run",
          "[files]") {
    const test::TempFolder folder;
    const std::string old(100'000, 'o'), fresh(3'000'000, 'n');
    int old_ones = 0, new_ones = 0;
    for (int round = 0; round < 30; ++round) {
        const std::string path = folder.file("a.txt", old);
        const pid_t child = ::fork();
        if (child == 0) {
            for (;;) {
                files::Outputs outputs;
                if (!outputs.write(path, fresh) || !outputs.commit()) ::_exit(1);
            }
        }
        ::usleep(static_cast<useconds_t>(round * 400));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string found = folder.bytes_of("a.txt");
        old_ones += found == old ? 1 : 0;
        new_ones += found == fresh ? 1 : 0;
        files::Outputs outputs;
        REQUIRE(outputs.write(path, "next"));
        REQUIRE(outputs.commit());
        CHECK(folder.names() == Names{"a.txt"});
    }
    CHECK(old_ones + new_ones == 30);
    CHECK(old_ones > 0);
}
