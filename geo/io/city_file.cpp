#include "geo/io/city_file.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "geo/files/text_input.h"
#include "geo/files/utf8_text.h"
#include "geo/source/source_name.h"
#include "geo/words/edit_distance.h"

namespace geo_io {

namespace {

using Keys = std::vector<std::string_view>;
constexpr double most_shift_m = 100'000.0;

constexpr std::size_t most_bytes = std::size_t{4} << 20;  // what a person writes has some KB

class Reader {
  public:
    explicit Reader(std::string path) : path_(std::move(path)) {}

    void fail_at(const toml::source_region& where, const std::string& what) {
        if (error_.empty()) error_ = path_ + ":" + std::to_string(where.begin.line) + ": " + what;
    }
    const std::string& error() const { return error_; }

    void only_keys(const toml::table& table, const Keys& known) {
        for (const auto& [key, node] : table) {
            const std::string_view name = key.str();
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            const auto closest = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
                return edit_distance(name, a) < edit_distance(name, b);
            });
            std::string what = "unknown key '" + std::string(name) + "'";
            if (closest != known.end() && edit_distance(name, *closest) <= 3)
                what += ", did you mean '" + std::string(*closest) + "'?";
            fail_at(key.source(), what);
        }
    }

    std::string text(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return {};
        if (const auto value = node->value_exact<std::string>()) return *value;
        fail_at(node->source(), "'" + std::string(key) + "' must be a text in quotes");
        return {};
    }

    std::optional<double> number(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        const auto value = node->value<double>();
        if (node->is_number() && value && *value >= 0.0) return value;
        fail_at(node->source(), "'" + std::string(key) + "' must be a number, zero or more");
        return std::nullopt;
    }

    SourceSettings source(const toml::table& root, std::string_view name, const Keys& keys) {
        SourceSettings settings;
        const toml::node* node = root.get(name);
        if (node == nullptr) return settings;
        const toml::table* table = node->as_table();
        if (table == nullptr) {
            fail_at(node->source(),
                    "'" + std::string(name) + "' must be a table: [" + std::string(name) + "]");
            return settings;
        }
        only_keys(*table, keys);
        if (const toml::node* given = table->get("source")) {
            if (const toml::array* list = given->as_array()) {
                for (const toml::node& entry : *list)
                    if (const auto one = entry.value_exact<std::string>())
                        settings.sources.push_back(resolved(*one));
            } else if (const std::string one = text(*table, "source"); !one.empty()) {
                settings.sources.push_back(resolved(one));
            }
        }
        settings.layer = text(*table, "layer");
        settings.crs = text(*table, "crs");
        settings.encoding = text(*table, "encoding");
        read_shift(*table, settings);
        if (const toml::table* columns = table->get_as<toml::table>("columns"))
            for (const auto& [role, column] : *columns) {
                std::string key(role.str());
                if (const auto value = column.value_exact<std::string>())
                    settings.columns[key] = *value;
            }
        read_units(*table, settings);
        return settings;
    }

    // units = { height_m = "ft", floor_area_m2 = "ft2", maxspeed = "mph" }
    void read_units(const toml::table& table, SourceSettings& settings) {
        const toml::node* node = table.get("units");
        if (node == nullptr) return;
        const toml::table* units = node->as_table();
        if (units == nullptr)
            return fail_at(node->source(), "'units' must be a table: { height_m = \"ft\" }");
        for (const auto& [key, value] : *units) {
            const std::string name(key.str());
            const auto role = column_role_from_name(name);
            if (!role || dimension_of(*role) == Dimension::none) {
                const std::string_view closest = role ? "height_m" : closest_measure_name(name);
                fail_at(key.source(),
                        (role ? "'" + name + "' has no unit" : "unknown role '" + name + "'") +
                            ", did you mean '" + std::string(closest) +
                            "'? Roles with a unit: height_m, base_m, floor_area_m2, speed_kmh");
                continue;
            }
            const auto text = value.value_exact<std::string>();
            const Dimension dimension = dimension_of(*role);
            const auto unit = text ? unit_from_word(*text, dimension) : std::nullopt;
            if (!unit) {
                fail_at(value.source(),
                        "unknown unit " + (text ? "'" + *text + "'" : std::string()) + " of '" +
                            name + "', it can be " + std::string(units_in_words(dimension)));
                continue;
            }
            settings.units[*role] = *unit;
        }
    }

    static std::string_view closest_measure_name(std::string_view name) {
        constexpr std::array<std::string_view, 5> names{"height_m", "base_m", "floor_area_m2",
                                                        "speed_kmh", "maxspeed"};
        return *std::min_element(names.begin(), names.end(), [name](auto a, auto b) {
            return edit_distance(name, a) < edit_distance(name, b);
        });
    }

    // An offset by its name, or metres to move by.
    void read_shift(const toml::table& table, SourceSettings& settings) {
        const toml::node* node = table.get("shift");
        if (node == nullptr) return;
        if (const toml::array* pair = node->as_array()) {
            const auto east = pair->size() == 2 ? pair->get(0)->value<double>() : std::nullopt;
            const auto north = pair->size() == 2 ? pair->get(1)->value<double>() : std::nullopt;
            if (east && north && std::abs(*east) <= most_shift_m &&
                std::abs(*north) <= most_shift_m)
                settings.moved_m = city::MapPoint{*east, *north};
            else
                fail_at(node->source(),
                        "'shift' must be two numbers of metres, [east, north], up to 100 km");
            return;
        }
        settings.shift = node->value_exact<std::string>().value_or("?");
        constexpr std::array known{"", "none", "gcj02", "bd09"};
        if (std::find(known.begin(), known.end(), settings.shift) == known.end())
            fail_at(node->source(),
                    "'shift' must be \"gcj02\", \"bd09\", \"none\" or [east_m, north_m]");
    }

    std::string resolved(const std::string& source) const {
        if (names_network(source) || std::filesystem::path(source).is_absolute()) return source;
        return (std::filesystem::path(path_).parent_path() / source).string();
    }

  private:
    std::string path_, error_;
};

}  // namespace

city::Result<CityFile> read_city_file(const std::string& path) {
    const auto text = files::read_utf8(path, "city.toml", most_bytes);
    if (!text) return tl::unexpected(text.error());
    toml::table root;
    try {
        root = toml::parse(*text, path);
    } catch (const toml::parse_error& error) {
        return city::fail(path + ":" + std::to_string(error.source().begin.line) + ": " +
                          files::one_line(error.description()));
    }
    Reader read(path);
    read.only_keys(root, {"city", "buildings", "roads", "areas", "districts", "controls"});
    CityFile file;
    if (const toml::table* table = root.get_as<toml::table>("city")) {
        read.only_keys(*table, {"name", "country", "region", "climate", "weather", "population"});
        if (const toml::table* names = table->get_as<toml::table>("name")) {
            read.only_keys(*names, {"en", "zh", "ko", "ja"});
            file.info.name = {read.text(*names, "en"), read.text(*names, "zh"),
                              read.text(*names, "ko"), read.text(*names, "ja")};
        } else {
            file.info.name.en = read.text(*table, "name");
        }
        file.info.country = read.text(*table, "country");
        file.info.region = read.text(*table, "region");
        file.info.climate = read.text(*table, "climate");
        if (const std::string weather = read.text(*table, "weather"); !weather.empty())
            file.info.weather_path = read.resolved(weather);
        if (const auto population = read.number(*table, "population"))
            file.info.population = *population;
    }
    const Keys layer_keys{"source", "layer", "crs", "shift", "encoding", "columns", "units"};
    file.buildings = read.source(root, "buildings", layer_keys);
    file.roads = read.source(root, "roads", layer_keys);
    file.areas = read.source(root, "areas", layer_keys);
    file.districts =
        read.source(root, "districts", {"source", "name", "layer", "crs", "shift", "encoding"});
    if (const toml::table* table = root.get_as<toml::table>("districts")) {
        if (const std::string name = read.text(*table, "name"); !name.empty())
            file.districts.columns["name"] = name;
        if (file.districts.sources.empty())
            read.fail_at(table->source(), "[districts] must name its source = \"...\"");
    }
    if (const toml::table* table = root.get_as<toml::table>("controls")) {
        read.only_keys(*table, {"electricity_kwh", "gas_kwh", "vkt_km"});
        file.info.control_electricity_kwh = read.number(*table, "electricity_kwh");
        file.info.control_gas_kwh = read.number(*table, "gas_kwh");
        file.info.control_vkt_km = read.number(*table, "vkt_km");
    }
    if (read.error().empty() && file.buildings.sources.empty() && file.roads.sources.empty())
        return city::fail(
            "names no data: add [buildings] source = \"...\" or [roads] source = \"...\": " + path);
    if (!read.error().empty()) return city::fail(files::one_line(read.error()));
    return file;
}

}  // namespace geo_io
