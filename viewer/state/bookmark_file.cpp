#include "viewer/state/bookmark_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <toml++/toml.h>

#include "geo/files/text_input.h"
#include "geo/files/toml_values.h"
#include "geo/files/utf8_text.h"

namespace viewer {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::size_t most_values = 1'000'000;  // of some hundred bytes each
constexpr const char* spacings[] = {"linear", "log", "quantile"};

template <class Enum>
std::optional<Enum> named(std::string_view name) {
    for (const Enum one : city::all_of<Enum>())
        if (name == name_of(one)) return one;
    return std::nullopt;
}

// The shortest text that reads back as the same float, and not the 17 digits of its double.
double as_written(float value) {
    return std::strtod(fmt::format("{}", value).c_str(), nullptr);
}

toml::table view_table(const Bookmark& mark, std::size_t city) {
    const render::Camera& camera = mark.cameras[city];
    toml::table view{{"x_m", as_written(camera.target_local.x)},
                     {"y_m", as_written(camera.target_local.y)},
                     {"distance_m", as_written(camera.distance_m)},
                     {"heading_rad", as_written(camera.heading_rad)},
                     {"pitch_rad", as_written(camera.pitch_rad)},
                     {"buildings", static_cast<std::int64_t>(mark.building_counts[city])}};
    if (mark.selected[city].building >= 0)
        view.insert("selected_building", mark.selected[city].building);
    if (mark.selected[city].road >= 0) view.insert("selected_road", mark.selected[city].road);
    if (!mark.chosen[city].buildings.empty())
        view.insert("chosen_buildings", rows_text(mark.chosen[city].buildings));
    if (!mark.chosen[city].roads.empty())
        view.insert("chosen_roads", rows_text(mark.chosen[city].roads));
    return view;
}

toml::table bookmark_table(const Bookmark& mark) {
    const LayerChoice& layer = mark.layer;
    toml::table table{{"name", mark.name},
                      {"quantity", name_of(layer.quantity)},
                      {"per", name_of(layer.per)},
                      {"compare", name_of(layer.compare)},
                      {"spacing", spacings[static_cast<std::size_t>(layer.spacing)]}};
    if (layer.shown != ShownAs::buildings) table.insert("shown", name_of(layer.shown));
    if (layer.flows) table.insert("flows", true);
    if (layer.cell_m > 0.0f) table.insert("cell_m", as_written(layer.cell_m));
    if (layer.bandwidth_m > 0.0f) table.insert("bandwidth_m", as_written(layer.bandwidth_m));
    if (mark.sun_time) {
        toml::table sun{{"month", mark.sun_time->month},
                        {"day", mark.sun_time->day},
                        {"hour", as_written(mark.sun_time->hour)}};
        sun.is_inline(true);
        table.insert("sun", std::move(sun));
    }
    toml::array views;
    for (std::size_t city = 0; city < city_slots; ++city) views.push_back(view_table(mark, city));
    table.insert("view", std::move(views));
    return table;
}

/// What is wrong, or nothing.
/// `rows_left`: that the rest of the file may choose.
std::optional<std::string> read_view(const toml::table& table, Bookmark& mark, std::size_t city,
                                     std::size_t& rows_left) {
    const auto number = [&](const char* key) {
        return static_cast<float>(table[key].value<double>().value_or(std::nan("")));
    };
    render::Camera& camera = mark.cameras[city];
    camera.target_local = {number("x_m"), number("y_m"), 0.0f};
    camera.distance_m = number("distance_m");
    camera.heading_rad = number("heading_rad");
    camera.pitch_rad = number("pitch_rad");
    for (const float part : {camera.target_local.x, camera.target_local.y, camera.distance_m,
                             camera.heading_rad, camera.pitch_rad})
        if (!std::isfinite(part))
            return "a view has x_m, y_m, distance_m, heading_rad and pitch_rad";
    if (!(camera.distance_m > 0.0f) || !(camera.pitch_rad > 0.0f && camera.pitch_rad < 1.5708f))
        return "distance_m is above 0, pitch_rad between 0 and 1.57";
    mark.building_counts[city] = static_cast<std::size_t>(
        std::max<std::int64_t>(table["buildings"].value_or<std::int64_t>(0), 0));
    mark.selected[city] = {static_cast<int>(table["selected_building"].value_or<std::int64_t>(-1)),
                           static_cast<int>(table["selected_road"].value_or<std::int64_t>(-1))};
    ChosenRows& chosen = mark.chosen[city];
    for (const auto& [key, rows] : {std::pair{"chosen_buildings", &chosen.buildings},
                                    std::pair{"chosen_roads", &chosen.roads}}) {
        auto read = rows_from_text(table[key].value_or(std::string_view()), rows_left);
        if (!read)
            return fmt::format(
                "chosen rows are written like \"0-4,7\", {} million in a file at most",
                most_chosen_rows / 1'000'000);
        rows_left -= read->size();
        *rows = std::move(*read);
    }
    return std::nullopt;
}

std::optional<std::string> read_bookmark(const toml::table& table, Bookmark& mark,
                                         std::size_t& rows_left) {
    mark.name = table["name"].value_or(std::string());
    if (const auto quantity = named<Quantity>(table["quantity"].value_or(std::string_view("co2e"))))
        mark.layer.quantity = *quantity;
    else
        return "there is no such quantity";
    if (const auto per = named<Per>(table["per"].value_or(std::string_view("m2"))))
        mark.layer.per = *per;
    else
        return "per is total, m2 or capita";
    if (const auto compare = named<Compare>(table["compare"].value_or(std::string_view("after"))))
        mark.layer.compare = *compare;
    else
        return "compare is after, before, difference or methods";
    if (const auto shown = named<ShownAs>(table["shown"].value_or(std::string_view("buildings"))))
        mark.layer.shown = *shown;
    else
        return "shown is buildings, field or columns";
    mark.layer.flows = table["flows"].value_or(false);
    for (const auto& [key, size_m] : {std::pair{"cell_m", &mark.layer.cell_m},
                                      std::pair{"bandwidth_m", &mark.layer.bandwidth_m}}) {
        *size_m = static_cast<float>(table[key].value<double>().value_or(0.0));
        if (!(*size_m == 0.0f || (*size_m >= 10.0f && *size_m <= 5000.0f)))
            return "cell_m and bandwidth_m are 10 to 5000, or 0 for what suits the city";
    }
    const std::string_view spacing = table["spacing"].value_or(std::string_view("quantile"));
    for (std::size_t k = 0; k < std::size(spacings); ++k)
        if (spacing == spacings[k]) mark.layer.spacing = static_cast<render::Spacing>(k);
    if (const toml::table* sun = table["sun"].as_table()) {
        SunTime time;
        time.month = static_cast<int>((*sun)["month"].value_or<std::int64_t>(6));
        time.day = static_cast<int>((*sun)["day"].value_or<std::int64_t>(21));
        time.hour = static_cast<float>((*sun)["hour"].value_or(12.0));
        if (time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31 ||
            !(time.hour >= 0.0f && time.hour < 24.0f))
            return "sun has month 1-12, day 1-31 and hour 0-24";
        mark.sun_time = time;
    }
    const toml::array* views = table["view"].as_array();
    for (std::size_t city = 0; views != nullptr && city < std::min(views->size(), city_slots);
         ++city) {
        const toml::table* view = views->get(city)->as_table();
        if (view == nullptr) return "view is a table";
        if (auto wrong = read_view(*view, mark, city, rows_left)) return wrong;
    }
    return std::nullopt;
}

}  // namespace

city::Result<std::vector<Bookmark>> read_bookmark_file(const std::string& path) {
    std::vector<Bookmark> bookmarks;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return bookmarks;
    const auto text = files::read_utf8(path, "a bookmark file", most_bytes);
    if (!text) return tl::unexpected(text.error());
    if (files::most_toml_values(*text) > most_values)
        return city::fail(
            fmt::format("a bookmark file has at most {} values: {}", most_values, path));
    toml::table root;
    try {
        root = toml::parse(*text, path);
    } catch (const toml::parse_error& error) {
        return city::fail(fmt::format("{}:{}: {}", path, error.source().begin.line,
                                      files::one_line(error.description())));
    }
    const toml::array* all = root["bookmark"].as_array();
    std::size_t rows_left = most_chosen_rows;
    for (const auto& [key, node] : root)
        if (key != "bookmark" || all == nullptr)
            return city::fail(fmt::format("{}:{}: a bookmark file holds [[bookmark]] tables only",
                                          path, node.source().begin.line));
    for (std::size_t k = 0; all != nullptr && k < all->size(); ++k) {
        const toml::node& node = *all->get(k);
        Bookmark mark;
        const toml::table* table = node.as_table();
        const auto wrong = table == nullptr ? std::optional<std::string>("a bookmark is a table")
                                            : read_bookmark(*table, mark, rows_left);
        if (wrong)
            return city::fail(
                fmt::format("{}:{}: {}", path, node.source().begin.line, files::one_line(*wrong)));
        bookmarks.push_back(std::move(mark));
    }
    return bookmarks;
}

std::string bookmark_text(const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty()) return {};
    toml::array all;
    for (const Bookmark& mark : bookmarks) all.push_back(bookmark_table(mark));
    std::ostringstream text;
    text << toml::table{{"bookmark", std::move(all)}} << '\n';
    return text.str();
}

std::string rows_text(const std::vector<std::uint32_t>& rows) {
    std::string text;
    for (std::size_t k = 0; k < rows.size();) {
        std::size_t last = k;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
        if (!text.empty()) text += ',';
        text += last == k ? fmt::format("{}", rows[k]) : fmt::format("{}-{}", rows[k], rows[last]);
        k = last + 1;
    }
    return text;
}

std::optional<std::vector<std::uint32_t>> rows_from_text(std::string_view text, std::size_t most) {
    std::vector<std::uint32_t> rows;
    const char *at = text.data(), *end = at + text.size();
    while (at < end) {
        std::uint32_t first = 0, last = 0;
        auto [after, error] = std::from_chars(at, end, first);
        if (error != std::errc()) return std::nullopt;
        last = first;
        if (after < end && *after == '-') {
            const auto second = std::from_chars(after + 1, end, last);
            if (second.ec != std::errc()) return std::nullopt;
            after = second.ptr;
        }
        if (last < first || last >= most_chosen_rows || last - first >= most - rows.size() ||
            (!rows.empty() && first <= rows.back()))
            return std::nullopt;
        for (std::uint32_t row = first; row <= last; ++row) rows.push_back(row);
        if (after < end && *after != ',') return std::nullopt;
        at = after < end ? after + 1 : after;
    }
    return rows;
}

}  // namespace viewer
