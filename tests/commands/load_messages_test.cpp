// What was odd about the data is said by every command that loads, once, and not when quiet.
#include <cstdio>
#include <string>

#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

// What the program says on standard error.
std::string warned_by(const std::string& arguments) {
    std::FILE* pipe =
        ::popen(("'" TWINSCAPE_PROGRAM "' " + arguments + " 2>&1 >/dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    REQUIRE(::pclose(pipe) == 0);
    return said;
}

std::size_t count_of(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("every command that loads says once what is worth knowing of the load",
          "[commands][load]") {
    const test::TempFolder folder;
    const auto house = [](const char* properties, double west) {
        return test::feature_json(properties, {{test::box(west, 37.8, west + 0.0002, 37.8002)}});
    };
    const std::string file =
        "'" +
        folder.file("houses.geojson", test::collection_json({house("\"height\":-7", -122.42),
                                                             house("\"height\":-7", -122.41),
                                                             house("\"height\":9", -122.4)})) +
        "'";
    for (const std::string command : {"inventory", "results", "profile", "compare"}) {
        INFO(command);
        const std::string out = folder.path() + "/" + command + ".csv";
        const std::string cities = command == "compare" ? file + " sample:china:300" : file;
        const std::string words =
            command + " " + cities + " --method benchmark --out '" + out + "'";
        const std::string said = warned_by(command == "profile" ? "profile " + file : words);
        CHECK(count_of(said, "2 x has a value out of range") == 1);
        CHECK(count_of(warned_by("--quiet " + (command == "profile" ? "profile " + file : words)),
                       "out of range") == 0);
    }
    CHECK(warned_by("check " + file).find("out of range") == std::string::npos);
}
