// validation_report FOLDER [MODEL]: runs the cases of ../shared/validation/bestest and prints the
// tables of docs/validation.md.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "tests/validation/bestest.h"

namespace {

struct Reference {
    double low = 1e300, high = -1e300, limit_low = 0, limit_high = 0;
    bool limited = false;
};

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, Reference> references(const std::string& csv) {
    std::map<std::string, Reference> found;
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream row(line);
        std::string name, quantity, unit, program, value;
        for (std::string* field : {&name, &quantity, &unit, &program, &value})
            std::getline(row, *field, ',');
        if (value.empty()) continue;
        Reference& one = found[name + " " + quantity];
        const double number = std::stod(value);
        if (program == "acceptance lower limit")
            one.limit_low = number, one.limited = true;
        else if (program == "acceptance upper limit")
            one.limit_high = number, one.limited = true;
        else
            one.low = std::min(one.low, number), one.high = std::max(one.high, number);
    }
    for (auto& [key, one] : found)
        if (one.limit_low > one.limit_high)
            std::swap(one.limit_low, one.limit_high);  // case 910's cells are swapped in the source
    return found;
}

std::string verdict(double value, double low, double high, int& inside, int& all) {
    ++all;
    char text[40];
    if (value >= low && value <= high) {
        ++inside;
        return "in";
    }
    std::snprintf(text, sizeof text, "%+.3g", value < low ? value - low : value - high);
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : "../shared/validation/bestest";
    const std::string weather_text = text_of(folder + "/USA_CO_Denver.Intl.AP.725650_TMY3.epw"),
                      reference_text = text_of(folder + "/reference_results.csv");
    if (weather_text.empty() || reference_text.empty()) {
        std::fprintf(stderr, "no BESTEST reference values in: %s\n", folder.c_str());
        return 1;
    }
    const auto weather = emissions::parse_epw(weather_text, "Denver");
    if (!weather) return 1;
    const auto reference = references(reference_text);
    const auto cases = test::bestest_cases();
    const struct {
        test::ZoneModel model;
        const char* title;
    } models[]{{test::ZoneModel::two_masses, "Two masses (the model of the city)"},
               {test::ZoneModel::one_mass, "One mass (ISO 13790 5R1C)"}};
    for (const auto& [model, title] : models) {
        std::map<std::string, test::BestestOutcome> outcomes;
        for (const auto& one : cases) outcomes[one.name] = run_bestest(one, *weather, model);
        std::printf(
            "### %s\n\n| case | heating MWh | limits | programs | | cooling MWh | limits | "
            "programs | |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
            title);
        int inside = 0, all = 0, peaks_in = 0, peaks = 0, floats_in = 0, floats = 0;
        for (const auto& one : cases) {
            if (one.free_float) continue;
            const auto& got = outcomes[one.name];
            std::printf("| %s ", one.name.c_str());
            for (const auto& [quantity, value] :
                 {std::pair{"annual_heating_load", got.heating_mwh},
                  std::pair{"annual_sensible_cooling_load", got.cooling_mwh}}) {
                const Reference& r = reference.at(one.name + " " + quantity);
                std::printf("| %.2f | %.2f-%.2f | %.2f-%.2f | %s ", value, r.limit_low,
                            r.limit_high, r.low, r.high,
                            verdict(value, r.limit_low, r.limit_high, inside, all).c_str());
            }
            std::printf("|\n");
        }
        std::printf("\n%d of %d annual values inside the acceptance limits.\n\n", inside, all);
        std::printf(
            "| case | peak heating kW | programs | +-10 %% | peak cooling kW | programs | +-10 %% "
            "|\n|---|--:|--:|--:|--:|--:|--:|\n");
        for (const auto& one : cases) {
            if (one.free_float) continue;
            const auto& got = outcomes[one.name];
            std::printf("| %s ", one.name.c_str());
            for (const auto& [quantity, value] :
                 {std::pair{"peak_heating_load", got.peak_heating_kw},
                  std::pair{"peak_sensible_cooling_load", got.peak_cooling_kw}}) {
                const Reference& r = reference.at(one.name + " " + quantity);
                std::printf("| %.2f | %.2f-%.2f | %s ", value, r.low, r.high,
                            verdict(value, 0.9 * r.low, 1.1 * r.high, peaks_in, peaks).c_str());
            }
            std::printf("|\n");
        }
        std::printf("\n%d of %d peaks within the programs' spread +- 10 %%.\n\n", peaks_in, peaks);
        std::printf(
            "| free float | max degC | programs | +-2 K | min degC | programs | +-2 K | mean degC "
            "| programs | +-2 K |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (const auto& one : cases) {
            if (!one.free_float) continue;
            const auto& got = outcomes[one.name];
            std::printf("| %s ", one.name.c_str());
            for (const auto& [quantity, value] :
                 {std::pair{"maximum_zone_air_temperature", got.max_degc},
                  std::pair{"minimum_zone_air_temperature", got.min_degc},
                  std::pair{"mean_zone_air_temperature", got.mean_degc}}) {
                const Reference& r = reference.at(one.name + " " + quantity);
                std::printf("| %.1f | %.1f-%.1f | %s ", value, r.low, r.high,
                            verdict(value, r.low - 2, r.high + 2, floats_in, floats).c_str());
            }
            std::printf("|\n");
        }
        std::printf("\n%d of %d temperatures within the programs' spread +- 2 K.\n\n", floats_in,
                    floats);
    }
    return 0;
}
