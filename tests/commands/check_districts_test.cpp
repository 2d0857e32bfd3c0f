#include <cstdio>
#include <string>

#include "tests/support/boxes.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

// What the program says on standard output.
std::string said_by(const std::string& arguments) {
    std::FILE* pipe = ::popen(("'" TWINSCAPE_PROGRAM "' --quiet " + arguments).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    REQUIRE(::pclose(pipe) == 0);
    return said;
}

// Runs of blanks as one.
std::string squeezed(const std::string& text) {
    std::string result;
    for (const char c : text)
        if (const bool blank = c == ' ' || c == '\n'; !blank || result.empty())
            result += c;
        else if (result.back() != ' ')
            result += ' ';
    return result;
}

}  // namespace

TEST_CASE(
    "check counts districts and the buildings in none of them, results "
    "name them",
    "[commands][districts]") {
    const test::TempFolder folder;
    const auto house = [](const char* id, double west) {
        return test::feature_json(std::string("\"id\":\"") + id + "\"",
                                  {{test::box(west, 37.8, west + 0.0002, 37.8002)}});
    };
    folder.file("houses.geojson",
                test::collection_json({house("in", -122.42), house("out", -122.4)}));
    folder.file("d.geojson",
                test::collection_json({test::feature_json(
                    "\"ward\":\"West\"", {{test::box(-122.43, 37.79, -122.41, 37.81)}})}));
    folder.file("city.toml",
                "[buildings]\nsource = \"houses.geojson\"\n"
                "[districts]\nsource = \"d.geojson\"\nname = \"ward\"\n");
    const std::string city = "'" + folder.path() + "'";
    CHECK(
        squeezed(said_by("check " + city)).find("districts 1 found 1 loaded 1 buildings in none") !=
        std::string::npos);
    CHECK(squeezed(said_by("check --json " + city))
              .find(R"("districts": { "buildings_outside": 1, "found": 1, "loaded": 1 })") !=
          std::string::npos);
    CHECK(squeezed(said_by("check --json sample:china:300")).find(R"("found": 5, "loaded": 5 })") !=
          std::string::npos);

    // The new column stands behind all that scripts know.
    said_by("results --method benchmark " + city + " --out '" + folder.path() + "/r.csv'");
    const std::string table = folder.bytes_of("r.csv");
    CHECK(table.substr(0, table.find('\n')).ends_with(",cooking_kwh,pv_kwh,district"));
    CHECK(table.find(",West\n") != std::string::npos);
}
