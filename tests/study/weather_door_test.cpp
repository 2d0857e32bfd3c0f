#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "study/scenario_file.h"
#include "study/weather_file.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

std::string weather_refusal(const std::string& path) {
    const auto read = study::read_weather_file(path);
    return read ? "it was read" : read.error().message;
}

void says(const std::string& text, const std::string& what) {
    INFO(text);
    CHECK(text.find(what) != std::string::npos);
}

}  // namespace

TEST_CASE("weather that is no ordinary file is called what it is, at once", "[study]") {
    const test::TempFolder folder;
    const std::string pipe = folder.path() + "/w.epw";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    says(weather_refusal(pipe), "the weather file must be a regular file, this is a pipe");
    says(weather_refusal(folder.path()), "a folder");
    says(weather_refusal("/dev/zero"), "a device");
    says(weather_refusal(folder.path() + "/no.epw"), "there is no such file");
    const std::string huge = folder.file("huge.epw", "LOCATION");
    std::filesystem::resize_file(huge, std::uintmax_t{4} << 30);
    says(weather_refusal(huge), "too large");
    const std::string fetched = weather_refusal("https://u:hushhush@127.0.0.1:1/w.epw");
    says(fetched, "save it beside city.toml");
    CHECK(fetched.find("hushhush") == std::string::npos);
}

TEST_CASE("a scenario of millions of values is refused before it fills the memory", "[study]") {
    std::string text = "version = 2\n[[place]]\nname = \"a\"\nbuildings = [";
    for (int k = 0; k < 2'000'000; ++k) text += "1,";
    const auto read = study::read_scenario_text(text + "]\n", "s.toml");
    REQUIRE_FALSE(read);
    says(read.error().message, "at most 2000000 values");
    const auto nested = study::read_scenario_text(
        "name = " + std::string(100'000, '[') + std::string(100'000, ']'), "s.toml");
    REQUIRE_FALSE(nested);
    says(nested.error().message, "nested");
}
