// A city with a name that no table likes keeps it in every table.
#include <cstdlib>
#include <filesystem>

#include "emissions/reference/csv_record.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> records_of(const std::string& csv) {
    std::vector<Fields> records;
    for (std::string_view rest = csv; !rest.empty();)
        records.push_back(emissions::reference::take_record(rest));
    return records;
}

}  // namespace

TEST_CASE("a name with commas, quotes and line ends comes back from every table", "[commands]") {
    const test::TempFolder folder;
    const std::string program = TWINSCAPE_PROGRAM, city = folder.path() + "/city",
                      table = folder.path() + "/t.csv";
    REQUIRE(std::system(
                (program + " sample --quiet --buildings 60 --out '" + city + "'").c_str()) == 0);
    std::filesystem::rename(city + "/city.gpkg", folder.path() + "/city.gpkg");
    folder.file("city.toml",
                "[city]\nname = \"Say \\\"hi\\\", \\\\ 上海\\n2nd line\"\nregion = \"US-CA\"\n"
                "[buildings]\nsource = \"city.gpkg\"\nlayer = \"buildings\"\n");
    const std::string name = "Say \"hi\", \\ 上海\n2nd line";
    for (const auto& [command, column] :
         {std::pair<std::string, std::size_t>{"inventory", 0}, {"profile", 0}, {"compare", 1}}) {
        INFO(command);
        const std::string cities =
            "'" + folder.path() + "'" + (command == "compare" ? " sample:china" : "");
        REQUIRE(std::system((program + " " + command + " " + cities +
                             " --quiet --method benchmark --out '" + table + "'")
                                .c_str()) == 0);
        const auto records = records_of(folder.bytes_of("t.csv"));
        REQUIRE(records.size() > 2);
        bool found = false;
        for (const Fields& record : records) {
            CHECK(record.size() == records[0].size());
            found = found || record.at(column) == name;
        }
        CHECK(found);
    }
}
