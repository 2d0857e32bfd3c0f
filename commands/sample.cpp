// twinscape sample --style california --buildings 10000 --seed 1 --out DIR: an invented city as a
// folder.
#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <memory>
#include <sstream>

#include "commands/city_arguments.h"
#include "commands/commands.h"
#include "geo/city/missing.h"
#include "geo/files/outputs.h"
#include "geo/io/table_export.h"
#include "geo/sample/sample_city.h"

#include <toml++/toml.h>

namespace commands {

namespace {

std::vector<double> doubles(const std::vector<float>& column) {
    return {column.begin(), column.end()};
}

std::vector<std::string> texts(const city::TextColumn& column) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < column.size(); ++i) result.emplace_back(column[i]);
    return result;
}

geo_io::TableLayer buildings_layer(const city::Buildings& b) {
    geo_io::TableLayer layer{"buildings", {}, &b.footprints, nullptr, b.count()};
    std::vector<std::string> uses;
    for (const city::BuildingUse use : b.use) uses.emplace_back(name_of(use));
    layer.columns = {{"id", {}, texts(b.id)},
                     {"name", {}, texts(b.name)},
                     {"use", {}, uses},
                     {"height_m", doubles(b.height_m), {}},
                     {"storeys", doubles(b.storeys), {}},
                     {"construction_year", doubles(b.construction_year), {}}};
    return layer;
}

geo_io::TableLayer roads_layer(const city::Roads& r) {
    geo_io::TableLayer layer{"roads", {}, nullptr, &r.lines, r.count()};
    std::vector<std::string> classes;
    for (const city::RoadClass road_class : r.road_class) classes.emplace_back(name_of(road_class));
    layer.columns = {{"id", {}, texts(r.id)},
                     {"name", {}, texts(r.name)},
                     {"class", {}, classes},
                     {"lanes", doubles(r.lanes), {}},
                     {"speed_kmh", doubles(r.speed_kmh), {}},
                     {"one_way", {r.one_way.begin(), r.one_way.end()}, {}}};
    return layer;
}

geo_io::TableLayer districts_layer(const city::Districts& d) {
    geo_io::TableLayer layer{"districts", {}, &d.outlines, nullptr, d.outlines.polygon_count()};
    std::vector<std::string> names;
    for (const std::int32_t district : d.of_outline)
        names.push_back(d.name[static_cast<std::size_t>(district)]);
    layer.columns = {{"name", {}, names}};
    return layer;
}

std::string city_toml(const city::CityInfo& info) {
    toml::table name{
        {"en", info.name.en}, {"zh", info.name.zh}, {"ko", info.name.ko}, {"ja", info.name.ja}};
    name.is_inline(true);
    toml::table about{{"name", std::move(name)},
                      {"country", info.country},
                      {"region", info.region},
                      {"climate", info.climate}};
    if (!city::is_missing(info.population))
        about.insert("population", std::llround(info.population));
    const toml::table root{
        {"city", std::move(about)},
        {"buildings", toml::table{{"source", "city.gpkg"}, {"layer", "buildings"}}},
        {"roads", toml::table{{"source", "city.gpkg"}, {"layer", "roads"}}},
        {"districts", toml::table{{"source", "districts.geojson"}, {"name", "name"}}}};
    std::ostringstream text;
    text << "# Invented: made by twinscape sample.\n" << root << '\n';
    return text.str();
}

}  // namespace

void add_sample_command(CLI::App& app, CommandLine& line) {
    struct Options {
        std::string style = "california", out;
        std::uint32_t buildings = 6000;
        std::uint64_t seed = 1;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("sample", "write an invented city of any size");
    command->add_option("--style", options->style, "california or china")
        ->check(CLI::IsMember({"california", "china"}));
    command->add_option("--buildings", options->buildings, "about how many")
        ->check(CLI::Range(1u, 2'000'000u));
    command->add_option("--seed", options->seed, "another seed, another city");
    command->add_option("--out", options->out, "the folder to write")->required();
    command->callback([options, &line] {
        line.run = [options](const CommandLine& parsed) -> int {
            const city::CityModel city = sample::make_sample_city(
                {*sample::style_from_name(options->style), options->buildings, options->seed});
            files::Outputs outputs;
            if (const auto made = outputs.make_folder(options->out); !made)
                return exit_code_of(made.error());
            // Placed on Earth where the style belongs, so that any GIS opens it.
            const std::string crs = city.info.country == "CN" ? "EPSG:32651" : "EPSG:32610";
            const city::MapPoint corner = city.info.country == "CN"
                                              ? city::MapPoint{354'400, 3'456'000}
                                              : city::MapPoint{551'000, 4'180'500};
            city::CityModel placed = city;
            for (city::MapPoint& p : placed.buildings.footprints.points) p += corner;
            for (city::MapPoint& p : placed.roads.lines.points) p += corner;
            for (city::MapPoint& p : placed.districts.outlines.points) p += corner;
            const city::LocalFrame frame(crs, corner, city.frame.origin_lonlat());
            const auto folder = std::filesystem::path(options->out);
            auto written =
                geo_io::write_tables(outputs, (folder / "city.gpkg").string(),
                                     {buildings_layer(placed.buildings), roads_layer(placed.roads)},
                                     frame, progress_for(parsed, "sample"));
            if (written)
                written = geo_io::write_tables(outputs, (folder / "districts.geojson").string(),
                                               {districts_layer(placed.districts)}, frame, {});
            if (written)
                written = outputs.write((folder / "city.toml").string(), city_toml(city.info));
            if (written) written = outputs.commit();
            return written ? done : exit_code_of(written.error());
        };
    });
}

}  // namespace commands
