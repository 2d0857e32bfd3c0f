// twinscape bench CITY [--size WxH] [--frames N] --json: how long everything takes, beside GDAL's
// plain read.
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <tbb/task_arena.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "commands/evaluation.h"
#include "emissions/measures/uptake.h"
#include "emissions/model/baseline.h"
#include "geo/city/units.h"
#include "geo/files/text_output.h"
#include "geo/io/vector_file.h"
#include "render/offscreen.h"
#include "render/picture_target.h"
#include "render/warm_up.h"
#include "study/weather_file.h"
#include "viewer/commands/ground_times.h"
#include "viewer/commands/window_commands.h"
#include "viewer/layers/play_time.h"
#include "viewer/scene/evaluation_job.h"
#include "viewer/scene/hour_job.h"
#include "viewer/scene/scene.h"
#include "viewer/slots/early_picture.h"

namespace viewer {

namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Of all threads of this process.
double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Of the calling thread alone.
double thread_seconds() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

double share_of(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(
        std::lround(share * static_cast<double>(values.size() - 1)))];
}

// What the window does for one move of a slider; gives the processor time of its own thread. A
// profiler finds both of its halves by their names.
double tick_ui_s(EvaluationJob& evaluation, Scene& scene, const AppState& state,
                 std::array<CitySlot, city_slots>& slots,
                 std::array<CityTotals, city_slots>& totals) {
    const double start_s = thread_seconds();
    evaluation.start(state, slots, totals);
    double spent_s = thread_seconds() - start_s;
    while (evaluation.running()) {
        const double take_s = thread_seconds();
        if (evaluation.take(state, slots, totals)) {
            scene.recolour(state, slots);
            spent_s += thread_seconds() - take_s;
        } else {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    return spent_s;
}

struct Options {
    commands::CityArguments cities;
    std::string size = "1280x720";
    int frames = 30;
    float detail = 0.0f;  ///< 0: as the window
    bool json = false;
    bool without_simulation = false;
};

int run(const Options& options, const commands::CommandLine& line) {
    int width = 0, height = 0;
    if (std::sscanf(options.size.c_str(), "%dx%d", &width, &height) != 2 || width < 16 ||
        height < 16)
        return commands::exit_code_of({"--size is WIDTHxHEIGHT, not '" + options.size + "'"});
    const geo_io::CitySource source = options.cities.sources().front();
    commands::show_network_sources(source);
    nlohmann::json json;
    // The floor first, so that the file is in the page cache for both.
    const std::string file = !source.buildings.empty() ? source.buildings[0] : source.city;
    if (file.rfind("sample:", 0) != 0)
        if (const auto floor = geo_io::plain_read_seconds(file)) json["plain_read_s"] = *floor;

    const auto startup = Clock::now();
    const auto context = render::OffscreenContext::create();
    if (!context) return commands::exit_code_of(context.error());
    auto renderer = render::Renderer::create();
    if (!renderer) return commands::exit_code_of(renderer.error());
    // As in the window, one framebuffer for all that comes.
    const auto picture = render::PictureTarget::make({width, height}, 1, 1);
    if (!picture) return commands::exit_code_of(picture.error());
    const std::uint32_t target = picture->begin();
    render::warm_up(**renderer, target, {width, height}, false);
    json["startup_s"] = seconds_since(startup);
    const auto start = Clock::now();
    // As the window does: a worker loads, and what it has read so far is drawn meanwhile.
    EarlyPictures early;
    double load_s = 0, slot_s = 0;
    auto loading =
        std::async(std::launch::async, [&]() -> city::Result<std::shared_ptr<LoadedSlot>> {
            const city::Progress progress = commands::progress_for(line, file);
            auto loaded = geo_io::load_city(source, progress,
                                            [&early](const auto& so_far) { early.follow(so_far); });
            if (!loaded) return tl::unexpected(loaded.error());
            load_s = seconds_since(start);
            auto made = first_slot(std::move(*loaded), {}, progress);
            slot_s = seconds_since(start) - load_s;
            return made;
        });
    std::array<CitySlot, city_slots> slots;
    AppState state;
    state.shadows = false;
    Scene scene(**renderer);
    const float aspect = static_cast<float>(width) / static_cast<float>(height);
    while (loading.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        const auto mesh = early.take();
        if (!mesh) continue;
        scene.show_early(slots[0], *mesh);
        state.cameras[0] = home_camera(*mesh, aspect);
        (*renderer)->draw(scene.frame(state, slots, {0, 0, width, height}, {width, height}),
                          target);
        render::read_framebuffer(1, 1);  // waits until the picture is there
        if (!json.contains("first_tiles_s")) json["first_tiles_s"] = seconds_since(start);
    }
    scene.end_early(slots[0]);
    auto first_made = loading.get();
    if (!first_made) return commands::exit_code_of(first_made.error());
    json["load_s"] = load_s;
    json["mesh_and_energy_s"] = slot_s;
    slots[0].data = *first_made;
    LoadedSlot& slot = *slots[0].data;
    const mesh::TileRows tile_rows = slot.mesh.tile_rows;
    std::size_t mesh_bytes = slot.mesh.bytes();

    state.cameras[0] = home_camera(slot, aspect);
    const render::Camera home = state.cameras[0];
    // So that other programs can be set up to look at the same picture (bench/peers).
    const city::LonLat looked_at = slot.loaded.city.frame.lonlat_near(glm::vec2(home.target_local));
    json["camera"] = {{"lon_deg", looked_at.lon_deg},
                      {"lat_deg", looked_at.lat_deg},
                      {"distance_m", home.distance_m},
                      {"heading_deg", home.heading_rad * city::deg_per_rad},
                      {"pitch_deg", home.pitch_rad * city::deg_per_rad},
                      {"fov_deg", home.fov_rad * city::deg_per_rad}};
    if (auto uploaded = scene.upload(slots[0]); !uploaded)
        return commands::exit_code_of(uploaded.error());
    scene.recolour(state, slots);
    std::vector<double> frame_ms, recolour_frame_ms;
    std::uint64_t triangles = 0;
    render::FrameStatistics timed;
    double first_frame_s = 0;
    const auto draw = [&] {
        const auto frame_start = Clock::now();
        render::FrameView frame = scene.frame(state, slots, {0, 0, width, height}, {width, height});
        frame.detail = options.detail > 0.0f ? options.detail : (*renderer)->usual_detail();
        triangles = (*renderer)->draw(frame, target).triangles;
        render::read_framebuffer(1, 1);  // waits until the frame is there
        return seconds_since(frame_start);
    };
    draw();
    first_frame_s = seconds_since(start);
    if (!json.contains("first_tiles_s"))
        json["first_tiles_s"] = first_frame_s;  // the load was over before a first look
    json["first_frame_triangles"] = triangles;
    // The home view is complete then; what is seen from nearer comes after it.
    const render::Image first = render::read_framebuffer(width, height);
    const auto near_start = Clock::now();
    const NearSlot near = near_slot(slot.loaded.city, tile_rows, {});
    json["near_mesh_s"] = seconds_since(near_start);
    mesh_bytes += near.mesh.bytes();
    if (auto added = scene.add_near(slots[0], near.mesh); !added)
        spdlog::warn("{}", added.error().message);
    draw();
    json["full_detail_s"] = seconds_since(start);
    json["first_frame_is_final"] = render::read_framebuffer(width, height).rgba == first.rgba;
    // The floor once more: where it is another one, the machine was busy with other work.
    if (json.contains("plain_read_s"))
        if (const auto again = geo_io::plain_read_seconds(file)) {
            json["plain_read_again_s"] = *again;
            json["first_frame_per_plain_read"] =
                2.0 * first_frame_s / (json["plain_read_s"].get<double>() + *again);
        }
    for (int i = 0; i < options.frames; ++i) {
        state.cameras[0].orbit(6.2832f / static_cast<float>(options.frames), 0);
        frame_ms.push_back(draw() * 1e3);
    }
    state.cameras[0] = home;
    // What a hand on a slider waits for: the new scenario, its colours and the frame that shows
    // them.
    for (int i = 0; i < 10; ++i) {
        set_share(state.scenario, "led", static_cast<float>(i) / 10.0f);
        const auto recolour_start = Clock::now();
        Scene::reevaluate(state, slots);
        scene.recolour(state, slots);
        draw();
        recolour_frame_ms.push_back(seconds_since(recolour_start) * 1e3);
    }
    // The driver's own times of the passes, which come some frames later.
    for (int i = 0; i < 6; ++i) {
        render::FrameView frame = scene.frame(state, slots, {0, 0, width, height}, {width, height});
        frame.timed = true;
        timed = (*renderer)->draw(frame, target);
        render::read_framebuffer(1, 1);
    }
    if (const std::string& problem = (*renderer)->problem(); !problem.empty())
        return commands::exit_code_of({problem});
    std::vector<double> recolour_ms, recolour_cpu_ms, scenario_ms;
    for (int i = 0; i < 20; ++i) {
        set_share(state.scenario, "led", static_cast<float>(i) / 20.0f);
        const auto scenario_start = Clock::now();
        Scene::reevaluate(state, slots);
        scenario_ms.push_back(seconds_since(scenario_start) * 1e3);
        const auto recolour_start = Clock::now();
        const double cpu_start_s = processor_seconds();
        scene.recolour(state, slots);
        recolour_cpu_ms.push_back((processor_seconds() - cpu_start_s) * 1e3);
        recolour_ms.push_back(seconds_since(recolour_start) * 1e3);
    }
    // The same as the window shares it out: a worker evaluates and sums, the window's own thread
    // swaps and recolours. Processor time, of that thread and of all.
    std::vector<double> tick_ui_ms, tick_cpu_ms;
    EvaluationJob evaluation;
    std::array<CityTotals, city_slots> totals{};
    for (int i = 0; i < 20; ++i) {
        set_share(state.scenario, "led", static_cast<float>(i) / 20.0f);
        const double cpu_start_s = processor_seconds();
        tick_ui_ms.push_back(tick_ui_s(evaluation, scene, state, slots, totals) * 1e3);
        tick_cpu_ms.push_back((processor_seconds() - cpu_start_s) * 1e3);
    }
    // The hourly method, neighbours and shade included: two years a building, as it is and
    // retrofitted.
    const auto simulate_start = Clock::now();
    if (options.without_simulation) {
        spdlog::debug("no hourly simulation: not asked for");
    } else if (const auto hourly =
                   study::prepare_city(slot.loaded.city, emissions::Method::physics)) {
        const double simulate_s = seconds_since(simulate_start);
        slot.baseline = *hourly;
        json["simulate_s"] = simulate_s;
        json["simulate_ns_per_building_hour"] =
            simulate_s * 1e9 /
            (2.0 * city::hours_per_year *
             static_cast<double>(std::max<std::size_t>(slot.loaded.city.buildings.count(), 1)));
    } else {
        spdlog::warn("no hourly simulation: {}", hourly.error().message);
    }
    // A day that plays at 60 frames a second: every frame mixes two hours, every 50th works out the
    // next one.
    if (slot.baseline) {
        state.sun_time = SunTime{.loads = true};
        const auto layer_start = Clock::now();
        scene.set_hours(make_hours(state, slots));
        json["hour_layer_s"] = seconds_since(layer_start);
        scene.recolour(state, slots);
        std::vector<double> animate_ms;
        for (int i = 0; i < 200; ++i) {
            *state.sun_time = stepped(*state.sun_time, 1.0f / 60.0f);
            const auto animate_start = Clock::now();
            scene.follow_hour(state, slots);
            animate_ms.push_back(seconds_since(animate_start) * 1e3);
        }
        json["animate_ms_p50"] = share_of(animate_ms, 0.5);
        json["animate_ms_p99"] = share_of(animate_ms, 0.99);
        json["ground"] = ground_times(state, slots, scene);
        json["shape_bytes_per_building"] =
            static_cast<double>(slot.baseline->shapes.bytes()) /
            static_cast<double>(std::max<std::size_t>(slot.loaded.city.buildings.count(), 1));
        state.sun_time.reset();
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    json["buildings"] = slot.loaded.city.buildings.count();
    json["roads"] = slot.loaded.city.roads.count();
    json["vertices"] = slot.loaded.city.buildings.footprints.points.size();
    json["mesh_bytes_per_building"] =
        slot.loaded.city.buildings.count() > 0
            ? static_cast<double>(mesh_bytes) /
                  static_cast<double>(slot.loaded.city.buildings.count())
            : 0.0;
    json["triangles_drawn"] = triangles;
    json["first_frame_s"] = first_frame_s;
    json["frame_ms_p50"] = share_of(frame_ms, 0.5);
    json["frame_ms_p99"] = share_of(frame_ms, 0.99);
    json["recolour_ms_p50"] = share_of(recolour_ms, 0.5);
    json["recolour_cpu_ms_p50"] = share_of(recolour_cpu_ms, 0.5);
    json["recolour_frame_ms_p50"] = share_of(recolour_frame_ms, 0.5);
    json["scenario_ms_p50"] = share_of(scenario_ms, 0.5);
    json["tick_ui_ms_p50"] = share_of(tick_ui_ms, 0.5);
    json["tick_cpu_ms_p50"] = share_of(tick_cpu_ms, 0.5);
    json["peak_rss_mb"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    json["gpu_mb"] = static_cast<double>((*renderer)->gpu_bytes()) / 1048576.0;
    const render::GlInfo& gl = (*renderer)->info();
    json["gl_renderer"] = gl.renderer;
    json["gl_version"] = gl.version;
    json["gl_limits"] = {{"texture_px", gl.max_texture_px},
                         {"renderbuffer_px", gl.max_renderbuffer_px},
                         {"viewport_px", gl.max_viewport_px},
                         {"texture_buffer_texels", gl.max_texture_buffer_texels},
                         {"samples", gl.max_samples}};
    // Where the driver has timer queries; a pass that was not drawn is zero.
    for (std::size_t pass = 0; pass < render::pass_count; ++pass)
        if (timed.passes[pass].gpu_ms >= 0)
            json["gpu_ms"][std::string(render::name_of(static_cast<render::Pass>(pass)))] =
                timed.passes[pass].gpu_ms;
    json["threads"] = tbb::this_task_arena::max_concurrency();
    json["size"] = options.size;
    std::string text = json.dump(2) + "\n";
    if (!options.json) {
        text.clear();
        for (const auto& [key, value] : json.items())
            text += fmt::format("{:<26} {}\n", key, value.dump());
    }
    const auto written = files::write_text("", text);
    return written ? commands::done : commands::exit_code_of(written.error());
}

}  // namespace

void add_bench_command(CLI::App& app, commands::CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "bench", "load, first frame, frames, recolouring and memory, beside GDAL's plain read");
    commands::add_city_arguments(*command, options->cities, 1, 1);
    command->add_option("--size", options->size, "WIDTHxHEIGHT");
    command->add_option("--frames", options->frames, "frames of one orbit")
        ->check(CLI::Range(2, 10'000));
    command
        ->add_option(
            "--detail", options->detail,
            "left out: as in the window; 1 draws what covers 0.7 pixels by itself, 1000 everything")
        ->check(CLI::PositiveNumber);
    command->add_flag("--without-simulation", options->without_simulation,
                      "leave the hourly simulation out, and its memory out of the peak");
    command->add_flag("--json", options->json, "machine-readable");
    command->callback([options, &line] {
        line.run = [options](const commands::CommandLine& parsed) { return run(*options, parsed); };
    });
}

}  // namespace viewer
