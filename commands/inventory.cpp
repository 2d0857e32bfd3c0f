// twinscape inventory CITY [--scenario S] [--year Y] [--format csv|json|xlsx|html] [--out F]
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/commands.h"
#include "commands/evaluation.h"
#include "emissions/accounting/uncertainty.h"
#include "geo/city/units.h"
#include "geo/files/csv_field.h"
#include "geo/files/text_output.h"
#include "geo/io/table_export.h"

namespace commands {

namespace {

std::string csv_of(const EvaluatedCity& city) {
    std::string text =
        "city,scenario,year,gpc_ref,sector,subsector,carrier,scope,quantity,value,unit\n";
    const std::string head = files::csv_field(city.loaded.city.info.name.in("en")) + "," +
                             files::csv_field(city.scenario.name) + "," +
                             std::to_string(city.scenario.year) + ",";
    for (const emissions::InventoryRow& row : city.inventory.rows)
        text += fmt::format("{}{},{},{},{},{},{},{:.10g},{}\n", head, row.gpc_ref, row.sector,
                            row.subsector, row.carrier,
                            row.scope == 0 ? "all" : std::to_string(row.scope), row.quantity,
                            row.value, row.unit);
    return text;
}

std::string json_of(const EvaluatedCity& city) {
    nlohmann::json json{{"city", city.loaded.city.info.name.in("en")},
                        {"scenario", city.scenario.name},
                        {"year", city.scenario.year},
                        {"buildings_without_result", city.inventory.buildings_without_result},
                        {"roads_without_result", city.inventory.roads_without_result}};
    const emissions::Uncertainty range =
        emissions::uncertainty_of(*city.baseline, city.scenario, city.results);
    json["range_90"]["final_energy_kwh"] = {range.energy_kwh.low, range.energy_kwh.high};
    for (const emissions::Pollutant p : city::all_of<emissions::Pollutant>())
        json["range_90"][std::string(name_of(p)) + "_kg"] = {range.emitted_kg[p].low,
                                                             range.emitted_kg[p].high};
    for (const auto& one : range.largest)
        json["range_90"]["co2e_spread_from"].push_back(
            {{"parameter", one.parameter}, {"share_of_variance", one.share}});
    json["rows"] = nlohmann::json::array();
    for (const emissions::InventoryRow& row : city.inventory.rows)
        json["rows"].push_back({{"gpc_ref", row.gpc_ref},
                                {"sector", row.sector},
                                {"subsector", row.subsector},
                                {"carrier", row.carrier},
                                {"scope", row.scope},
                                {"quantity", row.quantity},
                                {"value", row.value},
                                {"unit", row.unit}});
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string html_escaped(const std::string& text) {
    std::string safe;
    for (const char c : text)
        safe += c == '<'   ? "&lt;"
                : c == '&' ? "&amp;"
                : c == '>' ? "&gt;"
                : c == '"' ? "&quot;"
                           : std::string(1, c);
    return safe;
}

std::string html_of(const EvaluatedCity& city) {
    std::string text = fmt::format(
        "<!doctype html><meta charset=\"utf-8\"><title>{0}</title><style>body{{font:16px "
        "sans-serif;margin:2em}}table{{border-collapse:collapse}}"
        "td,th{{padding:.2em .8em;border-bottom:1px solid "
        "#ccc;text-align:left}}td.n{{text-align:right;font-variant-numeric:tabular-nums}}</style>"
        "<h1>{0}</h1><p>GPC BASIC inventory, scenario {1}, "
        "{2}</"
        "p><table><tr><th>GPC<th>Sector<th>Subsector<th>Carrier<th>Scope<th>Quantity<th>Value<th>"
        "Unit</tr>\n",
        html_escaped(city.loaded.city.info.name.in("en")), html_escaped(city.scenario.name),
        city.scenario.year);
    for (const emissions::InventoryRow& row : city.inventory.rows)
        text += fmt::format(
            "<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td class=n>{:.0f}<td>{}</tr>\n", row.gpc_ref,
            row.sector, row.subsector, row.carrier,
            row.scope == 0 ? "all" : std::to_string(row.scope), row.quantity, row.value, row.unit);
    const emissions::Range90 range =
        emissions::uncertainty_of(*city.baseline, city.scenario, city.results)
            .emitted_kg[emissions::Pollutant::co2e];
    return text + fmt::format(
                      "</table>\n<p>90 % range of the CO2e total: {:.4g} to {:.4g} t "
                      "(docs/method.md says of what)</p>\n",
                      range.low * city::t_per_kg, range.high * city::t_per_kg);
}

city::Result<void> write_xlsx(const EvaluatedCity& city, const std::string& path) {
    geo_io::TableLayer layer{"inventory", {}, nullptr, nullptr, city.inventory.rows.size()};
    const std::vector<std::string> names{"city",     "scenario",  "year",    "gpc_ref",
                                         "sector",   "subsector", "carrier", "scope",
                                         "quantity", "value",     "unit"};
    for (const std::string& name : names) layer.columns.push_back({name, {}, {}});
    for (const emissions::InventoryRow& row : city.inventory.rows) {
        layer.columns[0].text.push_back(city.loaded.city.info.name.in("en"));
        layer.columns[1].text.push_back(city.scenario.name);
        layer.columns[2].number.push_back(city.scenario.year);
        layer.columns[3].text.push_back(row.gpc_ref);
        layer.columns[4].text.push_back(row.sector);
        layer.columns[5].text.push_back(row.subsector);
        layer.columns[6].text.push_back(row.carrier);
        layer.columns[7].text.push_back(row.scope == 0 ? "all" : std::to_string(row.scope));
        layer.columns[8].text.push_back(row.quantity);
        layer.columns[9].number.push_back(row.value);
        layer.columns[10].text.push_back(row.unit);
    }
    return geo_io::write_tables(path, {layer}, city.loaded.city.frame);
}

}  // namespace

void add_inventory_command(CLI::App& app, CommandLine& line) {
    struct Options {
        CityArguments cities;
        EvaluationArguments evaluation;
        std::string format = "csv", out;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("inventory", "the GPC inventory of a city");
    add_city_arguments(*command, options->cities, 1, 1);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option("--format", options->format, "csv, json, xlsx or html")
        ->check(CLI::IsMember({"csv", "json", "xlsx", "html"}));
    command->add_option("--out", options->out, "file to write (default: stdout)");
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            if (options->format == "xlsx" && options->out.empty())
                return exit_code_of({"--format xlsx needs --out FILE.xlsx"});
            const auto city = evaluate_for_command(options->cities.sources().front(),
                                                   options->evaluation, parsed);
            if (!city) return exit_code_of(city.error());
            const auto written =
                options->format == "xlsx"
                    ? write_xlsx(*city, options->out)
                    : files::write_text(options->out, options->format == "csv"    ? csv_of(*city)
                                                      : options->format == "json" ? json_of(*city)
                                                                                  : html_of(*city));
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
