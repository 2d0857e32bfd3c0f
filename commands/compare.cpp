// twinscape compare CITY CITY... : the league table.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/commands.h"
#include "commands/evaluation.h"
#include "geo/files/csv_field.h"
#include "geo/files/text_output.h"

namespace commands {

namespace {

struct League {
    std::string city, region;
    double floor_area_m2 = 0, population = 0;
    double final_energy_kwh = 0, co2e_kg = 0, nox_kg = 0, pm25_kg = 0;
};

League league_row(const EvaluatedCity& city) {
    League row;
    row.city = city.loaded.city.info.name.in("en");
    row.region = city.loaded.city.info.region;
    row.population = city.loaded.city.info.population;
    for (const float area : city.loaded.city.buildings.floor_area_m2)
        if (!city::is_missing(area)) row.floor_area_m2 += static_cast<double>(area);
    for (const emissions::InventoryRow& entry : city.inventory.rows) {
        if (entry.sector != "total") continue;
        if (entry.quantity == "final_energy") row.final_energy_kwh = entry.value;
        if (entry.quantity == "co2e") row.co2e_kg = entry.value;
        if (entry.quantity == "nox") row.nox_kg = entry.value;
        if (entry.quantity == "pm25") row.pm25_kg = entry.value;
    }
    return row;
}

}  // namespace

void add_compare_command(CLI::App& app, CommandLine& line) {
    struct Options {
        CityArguments cities;
        EvaluationArguments evaluation;
        std::string format = "csv", out;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("compare", "cities side by side, the lowest emissions per m2 first");
    add_city_arguments(*command, options->cities, 2, 64);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option("--format", options->format, "csv or json")
        ->check(CLI::IsMember({"csv", "json"}));
    command->add_option("--out", options->out, "file to write (default: stdout)");
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            std::vector<League> table;
            for (const geo_io::CitySource& source : options->cities.sources()) {
                const auto city = evaluate_for_command(source, options->evaluation, parsed);
                if (!city) return exit_code_of(city.error());
                table.push_back(league_row(*city));
            }
            std::stable_sort(table.begin(), table.end(), [](const League& a, const League& b) {
                return a.co2e_kg * b.floor_area_m2 < b.co2e_kg * a.floor_area_m2;
            });
            const auto per = [](double value, double base) {
                return base > 0 ? fmt::format("{:.6g}", value / base) : std::string();
            };
            std::string text =
                "rank,city,region,floor_area_m2,population,final_energy_kwh,co2e_kg,nox_kg,pm25_kg,"
                "final_energy_kwh_per_m2,co2e_kg_per_m2,co2e_kg_per_capita\n";
            nlohmann::json json = nlohmann::json::array();
            for (std::size_t i = 0; i < table.size(); ++i) {
                const League& row = table[i];
                text += fmt::format(
                    "{},{},{},{:.6g},{},{:.8g},{:.8g},{:.8g},{:.8g},{},{},{}\n", i + 1,
                    files::csv_field(row.city), files::csv_field(row.region), row.floor_area_m2,
                    row.population > 0 ? fmt::format("{:.0f}", row.population) : "",
                    row.final_energy_kwh, row.co2e_kg, row.nox_kg, row.pm25_kg,
                    per(row.final_energy_kwh, row.floor_area_m2),
                    per(row.co2e_kg, row.floor_area_m2), per(row.co2e_kg, row.population));
                json.push_back({{"rank", i + 1},
                                {"city", row.city},
                                {"region", row.region},
                                {"floor_area_m2", row.floor_area_m2},
                                {"population", row.population},
                                {"final_energy_kwh", row.final_energy_kwh},
                                {"co2e_kg", row.co2e_kg},
                                {"nox_kg", row.nox_kg},
                                {"pm25_kg", row.pm25_kg}});
            }
            const auto written = files::write_text(
                options->out,
                options->format == "json"
                    ? json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
                    : text);
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
