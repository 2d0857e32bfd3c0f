#include "geo/files/text_input.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

std::string refusal(const std::string& path) {
    const auto text = files::read_utf8(path, "the list", 1000);
    return text ? "it was read" : text.error().message;
}

void says(const std::string& text, const std::string& what) {
    INFO(text);
    CHECK(text.find(what) != std::string::npos);
}

}  // namespace

TEST_CASE("only an ordinary file is read, and at once") {
    const test::TempFolder folder;
    CHECK(*files::read_utf8(folder.file("a.txt", "abc"), "the list", 3) == "abc");
    CHECK(files::read_utf8(folder.file("empty.txt", ""), "the list", 3)->empty());
    std::filesystem::create_symlink("a.txt", folder.path() + "/link");
    CHECK(*files::read_utf8(folder.path() + "/link", "the list", 1000) == "abc");
    // Files of /proc say that they have no size.
    CHECK_FALSE(files::read_bytes("/proc/self/status", "the list", 1 << 20)->empty());

    const std::string pipe = folder.path() + "/pipe", to_pipe = folder.path() + "/to-pipe",
                      nowhere = folder.path() + "/nowhere", round = folder.path() + "/round",
                      plug = folder.path() + "/plug";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::filesystem::create_symlink("pipe", to_pipe);
    std::filesystem::create_symlink("not-there", nowhere);
    std::filesystem::create_symlink("round", round);
    says(refusal(pipe), "the list must be a regular file, this is a pipe: " + pipe);
    says(refusal(to_pipe), "a pipe");
    says(refusal(folder.path()), "a folder");
    says(refusal("/dev/zero"), "a device");
    says(refusal("/dev/stdin"), "the list");
    says(refusal(nowhere), "a link to something that is not there");
    says(refusal(round), "a link that leads to itself");
    says(refusal(folder.path() + "/no.txt"), "there is no such file");
    says(refusal(folder.path() + "/a.txt/b"), "there is no such file");
    says(refusal(std::string(5000, 'x')), "cannot be read");
    says(refusal(std::string("a\0b", 3)), "zero byte");

    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (plug.size() < sizeof address.sun_path) {
        std::strcpy(address.sun_path, plug.c_str());
        const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        says(refusal(plug), "a socket");
        ::close(listener);
    }
}

TEST_CASE("no more is read than was meant") {
    const test::TempFolder folder;
    CHECK(files::read_bytes(folder.file("a", std::string(1000, 'x')), "the list", 1000));
    says(refusal(folder.file("b", std::string(1001, 'x'))), "too large");
    // A file with holes claims what it has not.
    const std::string huge = folder.file("c", "x");
    std::filesystem::resize_file(huge, std::uintmax_t{5} << 30);
    says(refusal(huge), "too large");
    const auto endless = files::read_bytes("/proc/self/maps", "the list", 10);
    REQUIRE(!endless);
    says(endless.error().message, "too large");
}

TEST_CASE("a text that is not UTF-8 is told so, with the line") {
    const test::TempFolder folder;
    CHECK(*files::read_utf8(folder.file("bom", "\xEF\xBB\xBF旧金山"), "the list", 100) == "旧金山");
    says(refusal(folder.file("latin", "a\nb\nGen\xE8ve")), "latin:3: the list is not UTF-8");
    says(refusal(folder.file("gbk", "\xBD\xD6\xB5\xC0")), "gbk:1: the list is not UTF-8");
    says(refusal(folder.file("utf16", std::string("\xFF\xFE\x61\0", 4))), "utf16:1:");
    says(refusal(folder.file("zero", std::string("a\n\0b", 4))), "zero:2: the list is no text");
    says(refusal(folder.file("surrogate", "\xED\xA0\x80")), "not UTF-8");
    says(refusal(folder.file("overlong", "\xC0\xAF")), "not UTF-8");
    says(refusal(folder.file("cut", "a\xE6\x97")), "not UTF-8");
}
