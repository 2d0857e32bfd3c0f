#include "geo/source/growing_file.h"

#include <cpl_vsi.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <future>
#include <string>
#include <thread>

#include "geo/source/gdal_memory.h"
#include "tests/support/catch.h"

using geo_io::GrowingFile;

namespace {

constexpr std::size_t block = GrowingFile::block_bytes;

std::uint8_t byte_at(std::size_t at) {
    return static_cast<std::uint8_t>(at * 2654435761u >> 13);
}

void fill(std::span<std::uint8_t> room, std::size_t from) {
    for (std::size_t i = 0; i < room.size(); ++i) room[i] = byte_at(from + i);
}

// Fills the whole file as fast as it may; how far it came is told.
std::jthread filler(GrowingFile& file, std::atomic<std::size_t>& there) {
    return std::jthread([&](const std::stop_token& stop) {
        for (auto room = file.room(stop); !room.empty(); room = file.room(stop)) {
            fill(room, there);
            there += room.size();
            file.grow(room.size());
        }
        file.end();
    });
}

void wait_until(const std::atomic<std::size_t>& there, std::size_t count) {
    for (int i = 0; i < 2000 && there < count; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("who reads what is not there yet waits for it, and gets what came before the end",
          "[io][threads]") {
    const auto file = std::make_shared<GrowingFile>(10, nullptr);
    const std::string path = geo_io::publish("test/ten", file);
    VSIStatBufL status;
    REQUIRE(VSIStatL(path.c_str(), &status) == 0);
    CHECK(status.st_size == 10);  // from the beginning
    CHECK(VSIFOpenL(path.c_str(), "r+b") == nullptr);
    VSILFILE* opened = VSIFOpenL(path.c_str(), "rb");
    REQUIRE(opened != nullptr);

    std::memcpy(file->room({}).data(), "abcd", 4);
    file->grow(4);
    char bytes[10] = {};
    CHECK(VSIFReadL(bytes, 1, 4, opened) == 4);
    CHECK(std::string(bytes, 4) == "abcd");
    auto waiting = std::async(std::launch::async, [&] { return VSIFReadL(bytes, 1, 2, opened); });
    CHECK(waiting.wait_for(std::chrono::milliseconds(30)) == std::future_status::timeout);
    REQUIRE(file->room({}).size() == 6);
    std::memcpy(file->room({}).data(), "ef", 2);
    file->grow(2);
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

TEST_CASE(
    "a file is filled a few blocks ahead of who reads it, and what is read across blocks is whole",
    "[io][threads]") {
    const std::size_t size = 9 * block + 123;
    const auto file = std::make_shared<GrowingFile>(size, nullptr);
    const std::string path = geo_io::publish("test/large", file);
    VSILFILE* opened = VSIFOpenL(path.c_str(), "rb");
    REQUIRE(opened != nullptr);
    std::atomic<std::size_t> there = 0;
    const auto filling = filler(*file, there);
    constexpr std::size_t ahead = (1 + GrowingFile::blocks_ahead) * block;
    wait_until(there, ahead);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(there == ahead);

    std::string bytes(size, ' ');
    std::size_t wrong = 0, at = 0;
    // Pieces of no round size.
    for (std::size_t got; (got = VSIFReadL(bytes.data(), 1, 77'777, opened)) > 0; at += got)
        for (std::size_t i = 0; i < got; ++i)
            wrong += static_cast<std::uint8_t>(bytes[i]) != byte_at(at + i);
    CHECK(at == size);
    CHECK(wrong == 0);
    VSIFCloseL(opened);
    geo_io::withdraw(path);
}

TEST_CASE("who goes back to what was let go gets it made anew, once", "[io][threads]") {
    const std::size_t size = 6 * block;
    int made = 0;
    const auto file = std::make_shared<GrowingFile>(size, [&made](std::span<std::uint8_t> whole) {
        ++made;
        fill(whole, 0);
        return whole.size();
    });
    std::atomic<std::size_t> there = 0;
    const auto filling = filler(*file, there);
    CHECK(file->piece_at(size - 1, size).end == size);  // jumps to the end
    CHECK(made == 0);
    for (const std::size_t at : {std::size_t{5}, 3 * block, std::size_t{0}}) {
        const GrowingFile::Piece piece = file->piece_at(at, at + 1);
        REQUIRE((piece.first <= at && at < piece.end));
        CHECK(piece.bytes[at - piece.first] == byte_at(at));
    }
    CHECK(made == 1);
}

TEST_CASE("filling ends when nobody reads any more, and when it is to stop", "[io][threads]") {
    const std::size_t size = 20 * block;
    std::atomic<std::size_t> there = 0, stopped_at = 0;
    GrowingFile left(size, nullptr), stopped(size, nullptr);
    {
        auto filling = filler(left, there);
        wait_until(there, block);
        left.leave();
        filling.join();
    }
    CHECK(there == size);
    {
        auto filling = filler(stopped, stopped_at);
        wait_until(stopped_at, (1 + GrowingFile::blocks_ahead) * block);
    }
    CHECK(stopped_at == (1 + GrowingFile::blocks_ahead) * block);
}
