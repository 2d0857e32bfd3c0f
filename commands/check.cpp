// twinscape check CITY [--json]: what is in the data, and what was repaired, guessed or left out.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands/check_columns.h"
#include "commands/city_arguments.h"
#include "commands/commands.h"
#include "geo/crs/regions.h"
#include "geo/files/text_output.h"
#include "geo/files/utf8_text.h"

namespace commands {

namespace {

constexpr std::size_t most_layers = 40;  // of a list that a person still reads

struct Extent {
    double west, south, east, north;
};

Extent lonlat_extent(const city::CityModel& city) {
    const city::MapBox box = extent(city);
    const auto low = city.frame.lonlat_near(city.frame.to_local(box.low));
    const auto high = city.frame.lonlat_near(city.frame.to_local(box.high));
    return {low.lon_deg, low.lat_deg, high.lon_deg, high.lat_deg};
}

nlohmann::json json_of(const city::LayerCount& count) {
    return {{"found", count.found},
            {"loaded", count.loaded},
            {"repaired", count.repaired},
            {"left_out", count.left_out}};
}

std::string json_report(const geo_io::LoadedCity& loaded) {
    const city::LoadReport& report = loaded.report;
    const Extent box = lonlat_extent(loaded.city);
    nlohmann::json json;
    json["city"] = loaded.city.info.name.in("en");
    json["region"] = loaded.city.info.region;
    json["crs"] = report.source_crs;
    json["map_crs"] = loaded.city.frame.map_crs();
    if (std::isfinite(box.west))
        json["extent_lonlat"] = {box.west, box.south, box.east, box.north};
    else
        json["extent_lonlat"] = nullptr;
    json["buildings"] = json_of(report.buildings);
    json["roads"] = json_of(report.roads);
    json["districts"] = {{"found", report.districts.found},
                         {"loaded", report.districts.loaded},
                         {"buildings_outside", report.districts.buildings_outside}};
    json["areas"] = loaded.city.areas.count();
    json["assumed"] = report.assumed;
    json["notes"] = report.notes;
    json["columns"] = columns_json(report.columns);
    json["offsets"] = nlohmann::json::array();
    for (const city::FoundOffset& offset : report.offsets)
        json["offsets"].push_back({{"table", offset.table},
                                   {"shift", offset.shift},
                                   {"east_m", offset.east_m},
                                   {"north_m", offset.north_m},
                                   {"inside_share", offset.inside_share},
                                   {"inside_share_undone", offset.inside_share_undone}});
    json["ignored_layers"] = nlohmann::json::array();
    for (const city::IgnoredLayer& layer : report.ignored_layers)
        json["ignored_layers"].push_back(
            {{"name", layer.name}, {"features", layer.features}, {"why", layer.why}});
    json["problems"] = nlohmann::json::array();
    for (const city::Problem& problem : report.problems)
        json["problems"].push_back({{"kind", name_of(problem.kind)},
                                    {"count", problem.count},
                                    {"example", problem.example}});
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

const char* outcome_word(city::Outcome outcome) {
    switch (outcome) {
        case city::Outcome::repaired:
            return "repaired";
        case city::Outcome::left_out:
            return "left out";
        case city::Outcome::guessed:
            return "guessed";
        case city::Outcome::noted:
            return "noted";
    }
    return "";
}

std::string region_in_words(const std::string& region) {
    if (region.empty()) return "unknown (use --region)";
    const std::string name = crs::region_name(region);
    return region + (name.empty() ? "" : " (" + name + ")") +
           (crs::has_tables(region) ? "" : ", no reference tables: counted, not calculated");
}

std::string text_report(const geo_io::LoadedCity& loaded) {
    const city::LoadReport& report = loaded.report;
    const city::CityModel& city = loaded.city;
    using files::one_line;  // what a file says must not look like a line of ours
    std::string text =
        fmt::format("{}\n  region     {}\n  source CRS {}\n  map CRS    {}\n",
                    one_line(city.info.name.in("en")), one_line(region_in_words(city.info.region)),
                    one_line(report.source_crs), one_line(city.frame.map_crs()));
    const Extent box = lonlat_extent(city);
    if (std::isfinite(box.west))
        text += fmt::format("  extent     {:.5f} {:.5f} to {:.5f} {:.5f} (lon lat)\n", box.west,
                            box.south, box.east, box.north);
    const auto row = [&text](const char* what, const city::LayerCount& count) {
        text += fmt::format("  {:<10} {:>9} found {:>9} loaded {:>8} repaired {:>8} left out\n",
                            what, count.found, count.loaded, count.repaired, count.left_out);
    };
    row("buildings", report.buildings);
    row("roads", report.roads);
    if (report.districts.found > 0)
        text += fmt::format("  {:<10} {:>9} found {:>9} loaded {:>8} buildings in none\n",
                            "districts", report.districts.found, report.districts.loaded,
                            report.districts.buildings_outside);
    if (city.areas.count() > 0)
        text += fmt::format("  {:<10} {:>9} drawn\n", "areas", city.areas.count());
    for (const auto& [column, count] : report.assumed)
        text += fmt::format("  assumed    {:<20} in {} rows\n", column, count);
    for (const std::string& note : report.notes) text += "  note       " + one_line(note) + "\n";
    text += columns_text(report.columns);
    for (std::size_t i = 0; i < std::min(report.ignored_layers.size(), most_layers); ++i)
        text += "  ignored    " + in_words(report.ignored_layers[i]) + "\n";
    if (report.ignored_layers.size() > most_layers)
        text += fmt::format("  ignored    ... and {} layers more\n",
                            report.ignored_layers.size() - most_layers);
    for (const city::Problem& problem : report.problems)
        text += fmt::format("  {:<10} {} x {}: {}\n", outcome_word(outcome_of(problem.kind)),
                            problem.count, name_of(problem.kind), one_line(problem.example));
    return text;
}

}  // namespace

void add_check_command(CLI::App& app, CommandLine& line) {
    struct Options {
        CityArguments cities;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "check", "load a city and report what was repaired, guessed or left out");
    add_city_arguments(*command, options->cities, 1, 1);
    command->add_flag("--json", options->json, "machine-readable");
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            const auto loaded =
                load_for_command(options->cities.sources().front(), parsed, AfterLoad::say_nothing);
            if (!loaded) return exit_code_of(loaded.error());
            const auto written =
                files::write_text("", options->json ? json_report(*loaded) : text_report(*loaded));
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
