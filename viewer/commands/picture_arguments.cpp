#include "viewer/commands/picture_arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

namespace viewer {

namespace {
// "1,2.5,-3": nothing when there is anything else in it.
std::optional<std::vector<float>> numbers_of(const std::string& text) {
    std::vector<float> numbers;
    for (const char* at = text.c_str(); *at != 0;) {
        char* end = nullptr;
        numbers.push_back(std::strtof(at, &end));
        if (end == at || !std::isfinite(numbers.back()) || (*end != ',' && *end != 0))
            return std::nullopt;
        at = *end == ',' ? end + 1 : end;
    }
    return numbers;
}
}  // namespace

void add_picture_arguments(CLI::App& command, PictureArguments& arguments) {
    commands::add_city_arguments(command, arguments.cities, 1, 2);
    commands::add_evaluation_arguments(command, arguments.evaluation);
    command.add_option("--size", arguments.size, "WIDTHxHEIGHT");
    command.add_option("--layer", arguments.layer,
                       "co2e, energy, electricity, natural_gas, nox, pm25, traffic..., with "
                       "_per_m2 or _per_capita (homes)");
    command
        .add_option("--compare", arguments.compare,
                    "after, before, difference or methods (hourly minus benchmark)")
        ->check(CLI::IsMember({"after", "before", "difference", "methods"}));
    command.add_option("--spacing", arguments.spacing, "linear, log or quantile")
        ->check(CLI::IsMember({"linear", "log", "quantile"}));
    command
        .add_option(
            "--show", arguments.show,
            "buildings, or density per hectare of ground: field (smooth), columns (on a grid)")
        ->check(CLI::IsMember({"buildings", "field", "columns"}));
    command.add_flag("--flows", arguments.flows, "roads as wide as their traffic");
    command
        .add_option("--cell", arguments.cell_m,
                    "of the columns, in metres (default: by the size of the city)")
        ->check(CLI::Range(10.0f, 5000.0f));
    command
        .add_option("--bandwidth", arguments.bandwidth_m,
                    "of the field, in metres (default: by the size of the city)")
        ->check(CLI::Range(10.0f, 5000.0f));
    command.add_option("--lang", arguments.language, "en, zh, ko or ja")
        ->check(CLI::IsMember({"en", "zh", "ko", "ja"}));
    command.add_option("--camera", arguments.camera, "X,Y[,DISTANCE[,HEADING,PITCH]]");
    command.add_option("--select", arguments.select, "row of a building of the first city to pin");
    command.add_flag("--sources", arguments.sources, "with what the card's figures rest on");
    command.add_option(
        "--choose", arguments.choose,
        "X0,Y0,X1,Y1: chooses what a box over each map holds, in shares 0 to 1 from the top left");
    command.add_option(
        "--measure", arguments.measure,
        "X,Y,X,Y...: a measured line over the first city, in metres from its middle");
    command.add_option("--samples", arguments.samples, "samples per pixel")
        ->check(CLI::Range(1, 16));
    command
        .add_option("--supersample", arguments.supersample,
                    "each pixel drawn as 2x2, 3x3 or 4x4 and averaged")
        ->check(CLI::Range(1, 4));
    command.add_flag("--ui", arguments.ui, "with panels, legend and totals");
    command.add_option("--time", arguments.time,
                       "sun of YYYY-MM-DDTHH:MM, standard time of each city");
    command.add_flag(
        "--hourly", arguments.hourly,
        "the layer in the hour of --time (kW, kg/h, veh/h) instead of the year's amount");
    command.add_flag("--weekend", arguments.weekend, "with --hourly: a weekend day");
    command.add_flag("--dark", arguments.dark, "dark theme");
    command.add_flag("--no-shadows", arguments.no_shadows, "faster on software renderers");
    command.add_flag("--large-text", arguments.large_text, "presentation size");
}

city::Result<AppState> state_of(const PictureArguments& arguments) {
    AppState state;
    const auto layer = study::layer_from_name(arguments.layer);
    if (!layer)
        return city::fail("there is no layer '" + arguments.layer +
                          "': use co2e, energy, electricity, nox, pm25..., each also as "
                          "NAME_per_m2 or NAME_per_capita");
    state.layer.quantity = layer->quantity;
    state.layer.per = layer->per;
    for (const Compare compare : city::all_of<Compare>())
        if (arguments.compare == name_of(compare)) state.layer.compare = compare;
    for (const ShownAs shown : city::all_of<ShownAs>())
        if (arguments.show == name_of(shown)) state.layer.shown = shown;
    if (!std::isfinite(arguments.cell_m) || !std::isfinite(arguments.bandwidth_m))
        return city::fail("--cell and --bandwidth are metres from 10 to 5000, not 'nan'");
    state.layer.flows = arguments.flows;
    state.layer.cell_m = arguments.cell_m;
    state.layer.bandwidth_m = arguments.bandwidth_m;
    state.layer.spacing = arguments.spacing == "linear" ? render::Spacing::linear
                          : arguments.spacing == "log"  ? render::Spacing::logarithmic
                                                        : render::Spacing::quantile;
    state.language = arguments.language;
    state.dark = arguments.dark;
    if (!arguments.time.empty()) {
        SunTime time;
        int year = 0, minute = 0, hour = 0;
        const auto is_a_day = [&] {
            return time.month >= 1 && time.day >= 1 &&
                   std::chrono::year_month_day(
                       std::chrono::year(year),
                       std::chrono::month(static_cast<unsigned>(time.month)),
                       std::chrono::day(static_cast<unsigned>(time.day)))
                       .ok();
        };
        if (std::sscanf(arguments.time.c_str(), "%d-%d-%dT%d:%d", &year, &time.month, &time.day,
                        &hour, &minute) != 5 ||
            !is_a_day() || hour < 0 || hour > 23 || minute < 0 || minute > 59)
            return city::fail("--time is a day and an hour as YYYY-MM-DDTHH:MM, not '" +
                              arguments.time + "'");
        time.hour = static_cast<float>(hour) + static_cast<float>(minute) / 60.0f;
        time.loads = arguments.hourly;
        time.weekend = arguments.weekend;
        state.sun_time = time;
    }
    if (arguments.hourly && arguments.time.empty())
        return city::fail("--hourly needs the hour: --time YYYY-MM-DDTHH:MM");
    if (arguments.hourly && state.layer.compare == Compare::methods)
        return city::fail("--hourly has no hours for the difference between methods");
    state.shadows = !arguments.no_shadows;
    state.large_text = arguments.large_text;
    state.show_sources = arguments.sources;
    const auto scenario = commands::scenario_of(arguments.evaluation);
    if (!scenario) return tl::unexpected(scenario.error());
    state.scenario = *scenario;
    return state;
}

city::Result<glm::ivec2> size_of(const PictureArguments& arguments) {
    int width = 0, height = 0;
    char more = 0;
    constexpr int largest = 100'000;
    if (std::sscanf(arguments.size.c_str(), "%dx%d%c", &width, &height, &more) != 2 || width < 64 ||
        height < 64 || width > largest || height > largest)
        return city::fail("--size is WIDTHxHEIGHT, 64x64 to 100000x100000, not '" + arguments.size +
                          "'");
    return glm::ivec2(width, height);
}

city::Result<void> place_camera(const std::string& text, render::Camera& camera) {
    if (text.empty()) return {};
    float x = camera.target_local.x, y = camera.target_local.y, distance = camera.distance_m,
          heading = camera.heading_rad * 57.29578f, pitch = camera.pitch_rad * 57.29578f;
    const auto numbers = numbers_of(text);
    if (!numbers || numbers->size() < 2 || numbers->size() > 5)
        return city::fail(
            "--camera is X,Y[,DISTANCE[,HEADING,PITCH]] in metres from the city's middle and "
            "degrees, not '" +
            text + "'");
    const std::array<float*, 5> wanted{&x, &y, &distance, &heading, &pitch};
    for (std::size_t k = 0; k < numbers->size(); ++k) *wanted[k] = (*numbers)[k];
    constexpr float furthest_m = 1e6f;  // beyond it no city is a point wide
    if (!(distance > 0) || distance > furthest_m || std::abs(x) > furthest_m ||
        std::abs(y) > furthest_m)
        return city::fail(
            "--camera looks from more than 0 and at most 1000000 m, at a place as near, not '" +
            text + "'");
    camera.target_local = {x, y, 0};
    camera.distance_m = distance;
    camera.heading_rad = heading / 57.29578f;
    camera.pitch_rad = std::clamp(pitch / 57.29578f, 0.06f, 1.565f);
    return {};
}

city::Result<std::vector<glm::vec2>> choose_box(const std::string& text, glm::vec2 size_px) {
    const auto n = numbers_of(text);
    if (!n || n->size() != 4 ||
        std::any_of(n->begin(), n->end(), [](float share) { return share < 0.0f || share > 1.0f; }))
        return city::fail("--choose is X0,Y0,X1,Y1 in shares from 0 to 1, not '" + text + "'");
    const glm::vec2 a = glm::vec2((*n)[0], (*n)[1]) * size_px,
                    b = glm::vec2((*n)[2], (*n)[3]) * size_px;
    return std::vector<glm::vec2>{a, {b.x, a.y}, b, {a.x, b.y}};
}

city::Result<Tape> tape_from(const std::string& text) {
    const auto n = numbers_of(text);
    if (!n || n->size() < 2 || n->size() % 2 != 0)
        return city::fail("--measure is X,Y,X,Y... in metres from the city's middle, not '" + text +
                          "'");
    Tape tape;
    for (std::size_t k = 0; k < n->size(); k += 2)
        tape.points_local.emplace_back((*n)[k], (*n)[k + 1]);
    if (tape.points_local.size() > 3 && tape.points_local.front() == tape.points_local.back()) {
        tape.points_local.pop_back();
        tape.closed = true;
    }
    return tape;
}

}  // namespace viewer
