// The counts of docs/validation.md, so that no change of the physics lets them fall unseen.
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/shared_data.h"
#include "tests/validation/bestest.h"

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("33 of the 38 annual loads that are not zero lie inside Standard 140's limits",
          "[validation][bestest]") {
    const auto folder = test::shared_file("validation/bestest");
    if (!folder) return;
    const auto weather =
        emissions::parse_epw(text_of(*folder / "USA_CO_Denver.Intl.AP.725650_TMY3.epw"), "Denver");
    REQUIRE(weather);
    std::map<std::string, std::pair<double, double>> limits;
    std::istringstream lines(text_of(*folder / "reference_results.csv"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream row(line);
        std::string name, quantity, unit, program, value;
        for (std::string* field : {&name, &quantity, &unit, &program, &value})
            std::getline(row, *field, ',');
        if (program == "acceptance lower limit")
            limits[name + " " + quantity].first = std::stod(value);
        if (program == "acceptance upper limit")
            limits[name + " " + quantity].second = std::stod(value);
    }
    int inside = 0, all = 0;
    for (const auto& one : test::bestest_cases()) {
        if (one.free_float) continue;
        const auto got = run_bestest(one, *weather, test::ZoneModel::two_masses);
        for (const auto& [quantity, mwh] :
             {std::pair{"annual_heating_load", got.heating_mwh},
              std::pair{"annual_sensible_cooling_load", got.cooling_mwh}}) {
            const auto [a, b] = limits.at(one.name + " " + quantity);
            if (a == 0.0 && b == 0.0) continue;  // no heating in 650 and 950
            ++all;
            inside += mwh >= std::min(a, b) && mwh <= std::max(a, b) ? 1 : 0;
        }
    }
    CHECK(all == 38);
    CHECK(inside >= 33);
}
