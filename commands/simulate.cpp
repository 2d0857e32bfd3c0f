// twinscape simulate --zones Z.csv --weather DIR --out R.csv [--hourly H.csv]: the building physics
// alone.
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <tbb/parallel_for.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>

#include "commands/city_arguments.h"
#include "commands/commands.h"
#include "emissions/building/simple_zone_table.h"
#include "geo/files/csv_field.h"
#include "geo/files/outputs.h"
#include "geo/files/text_input.h"
#include "study/weather_file.h"

namespace commands {

namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;  // a million zones

// `--weather` is the folder; a single EPW serves every zone that names it.
city::Result<emissions::WeatherYear> read_weather(const std::filesystem::path& weather,
                                                  const std::string& name) {
    std::error_code ignored;
    const std::filesystem::path path =
        std::filesystem::is_directory(weather, ignored) ? weather / name : weather;
    if (path.filename() != name)
        return city::fail("zones name the weather file " + name + ", but --weather is " +
                          path.string());
    return study::read_weather_file(path);
}

struct Run {
    std::vector<emissions::SimpleZone> zones;
    std::map<std::string, emissions::WeatherYear> weather;
    std::vector<emissions::SimpleZoneYear> years;
};

std::string monthly_csv(const Run& run) {
    std::string text =
        "zone_id,month,heating_need_kwh,cooling_need_kwh,mean_air_degc,min_air_degc,max_air_degc\n";
    for (std::size_t z = 0; z < run.zones.size(); ++z) {
        const std::string id = files::csv_field(run.zones[z].id);
        for (int month = 1; month <= 13; ++month) {
            const auto sums =
                month_of(run.years[z], run.weather.at(run.zones[z].weather), month % 13);
            text += fmt::format("{},{},{:.6f},{:.6f},{:.6f},{:.6f},{:.6f}\n", id,
                                month == 13 ? "year" : std::to_string(month), sums.heating_need_kwh,
                                sums.cooling_need_kwh, sums.mean_air_degc, sums.min_air_degc,
                                sums.max_air_degc);
        }
    }
    return text;
}

std::string hourly_csv(const Run& run) {
    std::string text = "zone_id,hour_index,plant_w,air_degc,mass_end_degc\n";
    for (std::size_t z = 0; z < run.zones.size(); ++z) {
        const emissions::SimpleZoneYear& year = run.years[z];
        const std::string id = files::csv_field(run.zones[z].id);
        for (std::size_t h = 0; h < year.plant_w.size(); ++h)
            fmt::format_to(std::back_inserter(text), "{},{},{:.4f},{:.6f},{:.6f}\n", id, h,
                           year.plant_w[h], year.air_degc[h], year.mass_end_degc[h]);
    }
    return text;
}

city::Result<Run> simulate_all(const std::string& zones_path, const std::string& weather_path) {
    Run run;
    const auto text = files::read_utf8(zones_path, "the table of zones", most_bytes);
    if (!text) return tl::unexpected(text.error());
    auto zones = emissions::parse_simple_zones(*text);
    if (!zones) return city::fail(zones.error().message + ": " + zones_path);
    run.zones = std::move(*zones);
    for (const emissions::SimpleZone& zone : run.zones) {
        if (run.weather.count(zone.weather) > 0) continue;
        auto year = read_weather(weather_path, zone.weather);
        if (!year) return tl::unexpected(year.error());
        for (const std::string& note : year->notes) spdlog::warn("{}: {}", zone.weather, note);
        run.weather.emplace(zone.weather, std::move(*year));
    }
    run.years.resize(run.zones.size());
    tbb::parallel_for(std::size_t{0}, run.zones.size(), [&](std::size_t z) {
        run.years[z] = simulate(run.zones[z], run.weather.at(run.zones[z].weather));
    });
    return run;
}

}  // namespace

void add_simulate_command(CLI::App& app, CommandLine& line) {
    struct Options {
        std::string zones, weather, out, hourly;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("simulate", "the building physics alone, zone by zone");
    command->add_option("--zones", options->zones, "CSV, one zone a row")->required();
    command
        ->add_option("--weather", options->weather, "the folder of the EPW files, or one EPW file")
        ->required();
    command->add_option("--out", options->out, "CSV of needs and temperatures by month")
        ->required();
    command->add_option("--hourly", options->hourly, "CSV of every hour");
    command->callback([options, &line] {
        line.run = [options](const CommandLine&) -> int {
            const auto run = simulate_all(options->zones, options->weather);
            if (!run) return exit_code_of(run.error());
            files::Outputs outputs;
            auto written = outputs.write(options->out, monthly_csv(*run));
            if (written && !options->hourly.empty())
                written = outputs.write(options->hourly, hourly_csv(*run));
            if (written) written = outputs.commit();
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
