// The one door for output files: whole or not at all, together or not at all.
#include "geo/files/outputs.h"

#include <sys/stat.h>

#include <filesystem>

#include "geo/files/text_output.h"
#include "tests/support/catch.h"
#include "tests/support/file_limit.h"
#include "tests/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a file appears with commit, in place of the old one, and nothing beside it", "[files]") {
    const test::TempFolder folder;
    const std::string path = folder.file("a.txt", "old");
    {
        files::Outputs outputs;
        REQUIRE(outputs.write(path, "new"));
        CHECK(folder.bytes_of("a.txt") == "old");
        CHECK(folder.names().size() == 2);
        REQUIRE(outputs.commit());
    }
    CHECK(folder.bytes_of("a.txt") == "new");
    CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("what is not committed leaves the old file and nothing else", "[files]") {
    const test::TempFolder folder;
    const std::string path = folder.file("a.txt", "old");
    {
        files::Outputs outputs;
        REQUIRE(outputs.write(path, "new"));
        REQUIRE(outputs.write(folder.path() + "/b.txt", "new"));
        REQUIRE(outputs.make_folder(folder.path() + "/x/y"));
        REQUIRE(outputs.write(folder.path() + "/x/y/c.txt", "new"));
    }
    CHECK(folder.bytes_of("a.txt") == "old");
    CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("of several files none appears when one cannot get its name", "[files]") {
    const test::TempFolder folder;
    const std::string first = folder.file("a.txt", "old");
    const std::string second = folder.path() + "/new.txt", third = folder.path() + "/c.txt";
    {
        files::Outputs outputs;
        REQUIRE(outputs.write(first, "new"));
        REQUIRE(outputs.write(second, "new"));
        REQUIRE(outputs.write(third, "new"));
        fs::create_directories(third + "/in the way");
        const auto committed = outputs.commit();
        REQUIRE_FALSE(committed);
        CHECK(committed.error().message.find("cannot write " + third) == 0);
    }
    CHECK(folder.bytes_of("a.txt") == "old");
    CHECK(folder.names() == Names{"a.txt", "c.txt"});
}

TEST_CASE("a file over the limit: one line, the old file whole, nothing left", "[files]") {
    const test::TempFolder folder;
    const std::string old(1000, 'o'), path = folder.file("a.txt", old);
    for (const rlim_t room : {rlim_t{0}, rlim_t{1}, rlim_t{4096}, rlim_t{99'999}}) {
        const test::FileLimit limit(room);
        const auto written = files::write_text(path, std::string(100'000, 'n'));
        REQUIRE_FALSE(written);
        CHECK(written.error().message.find("cannot write " + path + ": ") == 0);
        CHECK(written.error().message.find("ulimit") != std::string::npos);
        CHECK(folder.names() == Names{"a.txt"});
    }
    CHECK(folder.bytes_of("a.txt") == old);
    const test::FileLimit limit(100'000);
    CHECK(files::write_text(path, std::string(100'000, 'n')));
}

TEST_CASE("where nothing can be written the line says why", "[files]") {
    const test::TempFolder folder;
    const auto said = [](const std::string& path) {
        const auto written = files::write_text(path, "text");
        return written ? std::string("nothing") : written.error().message;
    };
    const std::string nowhere = folder.path() + "/nowhere/a.txt";
    CHECK(said(nowhere) ==
          "cannot write " + nowhere + ": the folder is not there: make it or choose another");
    CHECK(said(folder.path()).find("that is a folder") != std::string::npos);
    CHECK(said(folder.file("a.txt", "") + "/b.txt").find("the folder is not there") !=
          std::string::npos);
    CHECK(said("/dev/full").find("cannot write /dev/full: the disk is full") == 0);
    CHECK(said("/dev/null") == "nothing");
    files::Outputs outputs;
    CHECK_FALSE(outputs.add("/dev/full"));
}

TEST_CASE("a new file keeps the rights of the old one; behind a link the file changes", "[files]") {
    const test::TempFolder folder;
    const std::string path = folder.file("a.txt", "old"), link = folder.path() + "/link.txt";
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    fs::create_symlink("a.txt", link);
    REQUIRE(files::write_text(link, "new"));
    CHECK(fs::is_symlink(link));
    CHECK(folder.bytes_of("a.txt") == "new");
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
    ::umask(0022);
    REQUIRE(files::write_text(folder.path() + "/fresh.txt", "new"));
    REQUIRE(::stat((folder.path() + "/fresh.txt").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0644);
}
