// twinscape results CITY [--scenario S] --out F.gpkg|.fgb|.csv|.geojson [--hourly ID,ID...]
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iterator>
#include <memory>

#include "commands/commands.h"
#include "commands/evaluation.h"
#include "emissions/building/physics.h"
#include "geo/files/csv_field.h"
#include "geo/files/outputs.h"
#include "geo/io/table_export.h"
#include "study/reference_library.h"
#include "study/results_table.h"
#include "study/weather_file.h"

namespace commands {

namespace {

// Beside F.gpkg lies F-hourly.csv: useful loads of the buildings asked for, every hour of the year,
// today.
std::string hourly_path(const std::string& out) {
    const std::filesystem::path path(out);
    return (path.parent_path() / (path.stem().string() + "-hourly.csv")).string();
}

city::Result<void> write_hours(files::Outputs& outputs, const city::CityModel& city,
                               const std::vector<std::string>& ids, const std::string& path) {
    std::vector<std::size_t> rows;
    for (const std::string& id : ids) {
        std::size_t row = 0;
        while (row < city.buildings.count() && city.buildings.id[row] != id) ++row;
        if (row == city.buildings.count())
            return city::fail("--hourly: no building has the id '" + id + "'");
        rows.push_back(row);
    }
    const auto weather = study::weather_of(city);
    if (!weather) return tl::unexpected(weather.error());
    if (!*weather)
        return city::fail("--hourly needs weather: name an EPW file as weather in city.toml");
    const auto all = emissions::physics_hours(city, study::reference_library(), **weather, rows);
    if (!all) return tl::unexpected(all.error());
    std::string text =
        "building_id,hour_index,month,day,hour,outdoor_degc,air_degc,heating_w,cooling_w,lighting_"
        "w,appliances_w\n";
    for (std::size_t k = 0; k < all->size(); ++k) {
        const emissions::BuildingHours& one = (*all)[k];
        const std::string id = files::csv_field(ids[k]);
        for (std::size_t h = 0; h < one.air_degc.size(); ++h)
            fmt::format_to(std::back_inserter(text),
                           "{},{},{},{},{},{:.2f},{:.2f},{:.1f},{:.1f},{:.1f},{:.1f}\n", id, h,
                           (*weather)->month[h], (*weather)->day[h], (*weather)->hour[h],
                           one.outdoor_degc[h], one.air_degc[h], one.heating_w[h], one.cooling_w[h],
                           one.lighting_w[h], one.appliances_w[h]);
    }
    return outputs.write(path, text);
}

}  // namespace

void add_results_command(CLI::App& app, CommandLine& line) {
    struct Options {
        CityArguments cities;
        EvaluationArguments evaluation;
        std::string out;
        std::vector<std::string> hourly;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "results", "energy and emissions of every building and road, as a GIS layer or a table");
    add_city_arguments(*command, options->cities, 1, 1);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option("--out", options->out, "F.gpkg, .fgb, .csv, .geojson or .xlsx")->required();
    command
        ->add_option("--hourly", options->hourly,
                     "ids of buildings whose every hour goes to F-hourly.csv")
        ->delimiter(',');
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            const auto city = evaluate_for_command(options->cities.sources().front(),
                                                   options->evaluation, parsed);
            if (!city) return exit_code_of(city.error());
            std::vector<geo_io::TableLayer> layers{
                study::buildings_table(city->loaded.city, city->results)};
            if (city->loaded.city.roads.count() > 0)
                layers.push_back(study::roads_table(city->loaded.city, city->results));
            files::Outputs outputs;
            if (!options->hourly.empty())
                if (const auto written = write_hours(outputs, city->loaded.city, options->hourly,
                                                     hourly_path(options->out));
                    !written)
                    return exit_code_of(written.error());
            auto written =
                geo_io::write_tables(outputs, options->out, layers, city->loaded.city.frame,
                                     progress_for(parsed, options->out));
            if (written) written = outputs.commit();
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
