#include "geo/io/growing_file.h"

#include <cpl_vsi.h>

#include <chrono>
#include <cstring>
#include <future>
#include <string>

#include "tests/support/catch.h"

using geo_io::GrowingFile;

TEST_CASE("who reads what is not there yet waits for it, and gets what came before the end", "[io]") {
    const auto file = std::make_shared<GrowingFile>(10);
    const std::string path = geo_io::publish("test/ten", file);
    VSIStatBufL status;
    REQUIRE(VSIStatL(path.c_str(), &status) == 0);
    CHECK(status.st_size == 10);  // from the beginning
    CHECK(VSIFOpenL(path.c_str(), "r+b") == nullptr);
    VSILFILE* opened = VSIFOpenL(path.c_str(), "rb");
    REQUIRE(opened != nullptr);

    std::memcpy(file->room().data(), "abcdef", 6);
    file->grow_to(4);
    char bytes[10] = {};
    CHECK(VSIFReadL(bytes, 1, 4, opened) == 4);
    CHECK(std::string(bytes, 4) == "abcd");
    auto waiting = std::async(std::launch::async, [&] { return VSIFReadL(bytes, 1, 2, opened); });
    CHECK(waiting.wait_for(std::chrono::milliseconds(30)) == std::future_status::timeout);
    file->grow_to(6);
    CHECK(waiting.get() == 2);
    CHECK(std::string(bytes, 2) == "ef");
    CHECK(VSIFEofL(opened) == 0);

    // The rest never comes.
    file->end();
    CHECK(VSIFReadL(bytes, 1, 4, opened) == 0);
    CHECK(VSIFEofL(opened) != 0);
    CHECK(VSIFSeekL(opened, 2, SEEK_SET) == 0);
    CHECK(VSIFEofL(opened) == 0);
    CHECK(VSIFReadL(bytes, 2, 2, opened) == 2);
    CHECK(std::string(bytes, 4) == "cdef");
    CHECK(VSIFSeekL(opened, 100, SEEK_SET) == 0);
    CHECK(VSIFReadL(bytes, 1, 1, opened) == 0);

    // Withdrawn, it is there for those who have it open only.
    geo_io::withdraw(path);
    CHECK(VSIStatL(path.c_str(), &status) != 0);
    CHECK(VSIFSeekL(opened, 0, SEEK_SET) == 0);
    CHECK(VSIFReadL(bytes, 1, 3, opened) == 3);
    CHECK(std::string(bytes, 3) == "abc");
    VSIFCloseL(opened);
}
