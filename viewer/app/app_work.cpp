// What goes on beside the screen's thread: loads, evaluations, densities; how they start, and what
// becomes of what they bring.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>

#include "viewer/app/app.h"

namespace viewer {

namespace {
constexpr std::size_t near_bytes_a_frame = std::size_t{8} << 20;  // a millisecond or two
}

void App::open_city(std::size_t city, const geo_io::CitySource& source) {
    if (jobs_[city]) jobs_[city]->thread.request_stop();
    jobs_[city] = std::make_unique<LoadJob>();
    LoadJob& job = *jobs_[city];
    job.result = job.promise.get_future();
    job.near = job.near_promise.get_future();
    job.simulated = job.simulated_promise.get_future();
    const std::string path = !source.city.empty()        ? source.city
                             : !source.buildings.empty() ? source.buildings[0]
                             : source.roads.empty()      ? ""
                                                         : source.roads[0];
    slots_[city].loading = std::filesystem::path(path).filename().string();
    slots_[city].failed.clear();
    slots_[city].simulating = false;
    scene_->end_early(slots_[city]);
    job.thread = std::jthread([&job, source, scenario = state_.scenario,
                               method = method_](std::stop_token stop) {
        city::Progress progress;
        progress.stop = stop;
        progress.report = [&job](float share, std::string_view) { job.share = share; };
        auto loaded = load_first(source, scenario, progress, emissions::TrafficMethod::road_class,
                                 [&job](const auto& so_far) { job.early.follow(so_far); });
        const std::shared_ptr<const LoadedSlot> slot = loaded ? *loaded : nullptr;
        // The mesh itself goes to the screen's thread with the slot.
        const mesh::TileRows tile_rows = slot ? slot->mesh.tile_rows : mesh::TileRows{};
        job.promise.set_value(std::move(loaded));
        Window::wake();  // the picture has waited long enough
        if (slot) job.near_promise.set_value(near_slot(slot->loaded.city, tile_rows, progress));
        if (slot && method != emissions::Method::benchmark)
            job.simulated_promise.set_value(simulate_slot(*slot, scenario, method, progress));
    });
}

void App::take_early(std::size_t c, const mesh::CityMesh& mesh) {
    if (slots_[c].data) return;  // the city before stays until its follower is whole
    const bool first = !slots_[c].early;
    scene_->show_early(slots_[c], mesh);
    // Each picture has an origin of its own, and more to show.
    const render::Camera home = home_camera(mesh, view_aspect());
    state_.cameras[c].target_local = home.target_local;
    state_.cameras[c].distance_m = home.distance_m;
    if (first) state_.cameras[c] = home;
}

void App::take_loaded(std::size_t c, std::shared_ptr<LoadedSlot> loaded) {
    arriving_[c] = {};
    slots_[c].data = std::move(loaded);
    if (auto uploaded = scene_->upload(slots_[c]); !uploaded)
        slots_[c].failed = uploaded.error().message;
    state_.selected[c] = state_.hovered[c] = {};
    state_.chosen[c] = {};
    state_.building_counts[c] = slots_[c].data->loaded.city.buildings.count();
    if (state_.tape.city == c) state_.tape = {};
    flights_.cancel();
    state_.cameras[c] = home_camera(*slots_[c].data, view_aspect());
    if (state_.linked && slots_[0].data && slots_[1].data) {
        // Same metres per pixel from the start, the city that is looked at first decides.
        state_.cameras[1].distance_m = state_.cameras[0].distance_m =
            std::min(state_.cameras[0].distance_m, state_.cameras[1].distance_m);
        state_.cameras[1].heading_rad = state_.cameras[0].heading_rad;
        state_.cameras[1].pitch_rad = state_.cameras[0].pitch_rad;
    }
}

void App::take_finished_work() {
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (arriving_[c].tiles.empty()) continue;
        const auto arrived = scene_->add_near(slots_[c], arriving_[c], near_bytes_a_frame);
        if (!arrived) state_.message = arrived.error().message;
        if (!arrived || *arrived) arriving_[c] = {};
    }
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!jobs_[c]) continue;
        slots_[c].loading_share = jobs_[c]->share;
        LoadJob& job = *jobs_[c];
        if (const auto early = job.early.take()) take_early(c, *early);
        const auto ready = [](const auto& future) {
            return future.valid() &&
                   future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        };
        if (ready(job.result)) {
            auto loaded = job.result.get();
            slots_[c].loading.clear();
            if (!loaded) {
                slots_[c].failed = loaded.error().message;
                scene_->end_early(slots_[c]);
                spdlog::error("{}", loaded.error().message);
                jobs_[c].reset();
                continue;
            }
            // The picture first: what is seen from near follows, and the hourly simulation of a
            // large city takes seconds more.
            slots_[c].simulating = method_ != emissions::Method::benchmark;
            take_loaded(c, *loaded);
        } else if (ready(job.near)) {
            NearSlot near = job.near.get();
            arriving_[c] = std::move(near.mesh);
            slots_[c].data->near.centres = std::move(near.centres);
            if (!slots_[c].simulating) jobs_[c].reset();
            continue;
        } else if (ready(job.simulated) &&
                   !density_.valid()) {  // a density under way reads what is replaced here
            auto simulated = job.simulated.get();
            slots_[c].simulating = false;
            jobs_[c].reset();
            if (!simulated) {
                state_.message = simulated.error().message;
                spdlog::error("{}", simulated.error().message);
                continue;
            }
            take_over(*slots_[c].data, std::move(*simulated));
        } else {
            continue;
        }
        recolour_ = restyle_ = true;
        evaluate_again_ = true;
    }
    if (evaluation_.valid() &&
        evaluation_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto results = evaluation_.get();
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data && slots_[c].data->baseline == evaluated_[c])
                slots_[c].data->now = std::move(results[c]);
        recolour_ = true;
    }
    if (evaluate_again_ && !evaluation_.valid()) start_evaluation();
    if (auto hours = hours_job_.follow(state_, slots_)) {
        scene_->set_hours(std::move(hours));
        recolour_ = true;
    }
    scene_->follow_hour(state_, slots_);
    if (density_.valid() && density_.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        scene_->show(density_.get(), slots_);
    if (recolour_) {
        recolour_ = false;
        densify_again_ = state_.layer.shown != ShownAs::buildings;
        scene_->recolour(state_, slots_);
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data)
                totals_[c] = totals_of(*slots_[c].data, state_.layer.quantity, state_.scenario);
        rechosen_ = true;
        // While colours follow a slider or a playing clock the small maps wait.
        overview_due_s_ = ImGui::GetTime() + 0.3;
    }
    if (overview_due_s_ >= 0 && !state_.dragging && ImGui::GetTime() >= overview_due_s_) {
        overview_due_s_ = -1;
        scene_->redraw_overviews(state_, slots_);
    }
    if (rechosen_) {
        rechosen_ = false;
        scene_->mark_chosen(state_, slots_);
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data)
                totals_[c].chosen = chosen_totals(*slots_[c].data, state_.chosen[c]);
    }
    if (export_.valid() && export_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        const auto written = export_.get();
        state_.message =
            written ? text::Messages::in(state_.language)["chosen.exported"] + " " + export_path_
                    : written.error().message;
    }
    // A clock that plays is followed as fast as a worker can.
    if (state_.layer.shown != ShownAs::buildings && scene_->density() != nullptr &&
        scene_->density()->moment != scene_->density_moment(state_))
        densify_again_ = true;
    if (densify_again_ && !density_.valid()) start_density();
}

// As with scenarios the latest wins. Only the values of now are taken here; the grid and the kernel
// are the worker's.
void App::start_density() {
    densify_again_ = false;
    const DensityMoment moment = scene_->density_moment(state_);
    density_ =
        std::async(std::launch::async,
                   [inputs = density_inputs(state_.layer, slots_, moment), layer = state_.layer,
                    palette = palette_of(state_), previous = scene_->shared_density(), moment] {
                       return std::make_shared<const Density>(
                           density_of(inputs, layer, palette, previous.get(), moment));
                   });
}

// The latest scenario wins: while one runs, moves of the slider only leave a note that it is stale.
void App::start_evaluation() {
    evaluate_again_ = false;
    std::array<emissions::BaselinePtr, city_slots> baselines;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots_[c].data) baselines[c] = slots_[c].data->baseline;
    evaluated_ = baselines;
    evaluation_ = std::async(std::launch::async, [baselines, scenario = state_.scenario] {
        std::array<emissions::Results, city_slots> results;
        for (std::size_t c = 0; c < city_slots; ++c)
            if (baselines[c]) results[c] = emissions::evaluate(*baselines[c], scenario);
        return results;
    });
}

}  // namespace viewer
