// twinscape snapshot CITY [CITY] --out P.png: a picture with no display needed.
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <future>
#include <memory>

#include "render/offscreen.h"
#include "viewer/commands/commands.h"
#include "viewer/commands/evaluation.h"
#include "viewer/scene.h"
#include "viewer/ui_context.h"

namespace viewer {

namespace {

struct Options {
    CityArguments cities;
    EvaluationArguments evaluation;
    std::string out, size = "1920x1080", layer = "co2e_per_m2", compare = "after", spacing = "quantile", language = "en", camera;
    int select = -1, samples = 4;
    std::string time;
    bool ui = false, dark = false, no_shadows = false, large_text = false;
};

city::Result<AppState> state_of(const Options& options) {
    AppState state;
    const auto layer = layer_from_name(options.layer);
    if (!layer) return city::fail("there is no layer '" + options.layer + "': use co2e, energy, electricity, nox, pm25..., each also as NAME_per_m2");
    state.layer.quantity = layer->quantity;
    state.layer.per = layer->per;
    for (const Compare compare : city::all_of<Compare>())
        if (options.compare == name_of(compare)) state.layer.compare = compare;
    state.layer.spacing = options.spacing == "linear" ? render::Spacing::linear : options.spacing == "log" ? render::Spacing::logarithmic : render::Spacing::quantile;
    state.language = options.language;
    state.dark = options.dark;
    if (!options.time.empty()) {
        SunTime time;
        int year = 0, minute = 0, hour = 0;
        if (std::sscanf(options.time.c_str(), "%d-%d-%dT%d:%d", &year, &time.month, &time.day, &hour, &minute) != 5 || time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
            return city::fail("--time is YYYY-MM-DDTHH:MM, not '" + options.time + "'");
        time.hour = static_cast<float>(hour) + static_cast<float>(minute) / 60.0f;
        state.sun_time = time;
    }
    state.shadows = !options.no_shadows;
    state.large_text = options.large_text;
    const auto scenario = scenario_of(options.evaluation);
    if (!scenario) return tl::unexpected(scenario.error());
    state.scenario = *scenario;
    return state;
}

// --camera X,Y,DISTANCE,HEADING_DEG,PITCH_DEG in local metres; parts may be left out from the end.
city::Result<void> place_camera(const std::string& text, render::Camera& camera) {
    if (text.empty()) return {};
    float x = camera.target_local.x, y = camera.target_local.y, distance = camera.distance_m, heading = camera.heading_rad * 57.29578f, pitch = camera.pitch_rad * 57.29578f;
    if (std::sscanf(text.c_str(), "%f,%f,%f,%f,%f", &x, &y, &distance, &heading, &pitch) < 2 || !(distance > 0))
        return city::fail("--camera is X,Y[,DISTANCE[,HEADING,PITCH]] in metres from the city's middle and degrees, not '" + text + "'");
    camera.target_local = {x, y, 0};
    camera.distance_m = distance;
    camera.heading_rad = heading / 57.29578f;
    camera.pitch_rad = std::clamp(pitch / 57.29578f, 0.06f, 1.565f);
    return {};
}

int run(const Options& options, const CommandLine& line) {
    int width = 0, height = 0;
    if (std::sscanf(options.size.c_str(), "%dx%d", &width, &height) != 2 || width < 64 || height < 64) return exit_code_of({"--size is WIDTHxHEIGHT, at least 64x64, not '" + options.size + "'"});
    auto state = state_of(options);
    if (!state) return exit_code_of(state.error());
    const auto sources = options.cities.sources();
    std::array<CitySlot, city_slots> slots;
    std::array<std::future<city::Result<std::shared_ptr<LoadedSlot>>>, city_slots> loads;
    for (std::size_t c = 0; c < std::min(sources.size(), city_slots); ++c)
        loads[c] = std::async(std::launch::async, [&, c] { return load_slot(sources[c], state->scenario, method_of(options.evaluation), progress_for(line, sources[c].city.empty() ? "city" : sources[c].city), traffic_of(options.evaluation)); });
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!loads[c].valid()) continue;
        auto loaded = loads[c].get();
        if (!loaded) return exit_code_of(loaded.error());
        slots[c].data = *loaded;
    }
    const auto context = render::OffscreenContext::create();
    if (!context) return exit_code_of(context.error());
    auto renderer = render::Renderer::create();
    if (!renderer) return exit_code_of(renderer.error());
    spdlog::debug("drawing with {}", (*renderer)->gl_renderer());
    Scene scene(**renderer);
    const std::size_t shown = shown_cities(slots);
    const glm::ivec2 size(width, height);
    const Layout layout = layout_for({static_cast<float>(width), static_cast<float>(height)}, *state, shown);
    glm::ivec4 area(0, 0, width, height);
    if (options.ui) area = {static_cast<int>(layout.side_w), static_cast<int>(layout.summary_h), width - static_cast<int>(layout.side_w), height - static_cast<int>(layout.top_bar_h + layout.summary_h)};
    for (std::size_t c = 0; c < shown; ++c) {
        const float aspect = static_cast<float>(area.z) / static_cast<float>(shown) / static_cast<float>(area.w);
        state->cameras[c] = home_camera(*slots[c].data, aspect);
        if (auto uploaded = scene.upload(slots[c]); !uploaded) return exit_code_of(uploaded.error());
        if (auto placed = place_camera(options.camera, state->cameras[c]); !placed) return exit_code_of(placed.error());
    }
    // Side by side means the same metres per pixel.
    if (shown == 2 && options.camera.empty()) state->cameras[0].distance_m = state->cameras[1].distance_m = std::min(state->cameras[0].distance_m, state->cameras[1].distance_m);
    if (options.select >= 0) state->selected[0].building = options.select;
    scene.recolour(*state, slots);
    std::array<CityTotals, city_slots> totals;
    for (std::size_t c = 0; c < shown; ++c) totals[c] = totals_of(*slots[c].data, state->layer.quantity, state->scenario);
    std::unique_ptr<UiContext> ui;
    if (options.ui) {
        ui = std::make_unique<UiContext>(true);
        ui->restyle(*state, layout, slots);
    }
    const auto image = render::draw_to_image(width, height, options.samples, [&](std::uint32_t target) {
        (*renderer)->draw(scene.frame(*state, slots, area, size), target);
        if (ui) ui->draw_still({*state, Messages::in(state->language), layout, slots, totals, &scene});
    });
    ui.reset();
    if (!image) return exit_code_of(image.error());
    if (!(*renderer)->problem().empty()) return exit_code_of({"drawing failed: " + (*renderer)->problem()});
    const auto written = render::write_png(*image, options.out);
    return written ? done : exit_code_of(written.error());
}

}  // namespace

void add_snapshot_command(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("snapshot", "a picture of one or two cities, with no display needed");
    add_city_arguments(*command, options->cities, 1, 2);
    add_evaluation_arguments(*command, options->evaluation);
    command->add_option("--out", options->out, "the picture (.png)")->required();
    command->add_option("--size", options->size, "WIDTHxHEIGHT");
    command->add_option("--layer", options->layer, "co2e, energy, electricity, natural_gas, nox, pm25, traffic..., with _per_m2");
    command->add_option("--compare", options->compare, "after, before, difference or methods (hourly minus benchmark)")->check(CLI::IsMember({"after", "before", "difference", "methods"}));
    command->add_option("--spacing", options->spacing, "linear, log or quantile")->check(CLI::IsMember({"linear", "log", "quantile"}));
    command->add_option("--lang", options->language, "en, zh, ko or ja")->check(CLI::IsMember({"en", "zh", "ko", "ja"}));
    command->add_option("--camera", options->camera, "X,Y[,DISTANCE[,HEADING,PITCH]]");
    command->add_option("--select", options->select, "row of a building of the first city to pin");
    command->add_option("--samples", options->samples, "samples per pixel")->check(CLI::Range(1, 16));
    command->add_flag("--ui", options->ui, "with panels, legend and totals");
    command->add_option("--time", options->time, "sun of YYYY-MM-DDTHH:MM, standard time of each city");
    command->add_flag("--dark", options->dark, "dark theme");
    command->add_flag("--no-shadows", options->no_shadows, "faster on software renderers");
    command->add_flag("--large-text", options->large_text, "presentation size");
    command->callback([options, &line] { line.run = [options](const CommandLine& parsed) { return run(*options, parsed); }; });
}

}  // namespace viewer
