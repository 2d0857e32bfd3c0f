// What goes on beside the screen's thread: loads, evaluations, densities, hours, tables; when they
// start, and what the screen does with what they bring.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>

#include "viewer/app/app.h"

namespace viewer {

namespace {
constexpr std::size_t near_bytes_a_frame = std::size_t{8} << 20;  // a millisecond or two
}

void App::tell(const city::Error& error) {
    state_.message = error.message;
    spdlog::error("{}", error.message);
}

void App::open_city(std::size_t city, const geo_io::CitySource& source) {
    const std::string path = geo_io::name_of(source);
    asked_for_[city] = source;
    state_.load_offers[city] = {};
    scene_->end_early(slots_[city]);
    loading_[city].start(slots_[city], std::filesystem::path(path).filename().string(),
                         stages_of(source, state_.scenario, method_));
}

void App::take_load_offer(std::size_t c) {
    geo_io::CitySource source = asked_for_[c];
    source.allow_network = source.allow_network || !state_.load_offers[c].servers.empty();
    if (state_.load_offers[c].undo_offset && slots_[c].data)
        for (const city::FoundOffset& offset : slots_[c].data->loaded.report.offsets)
            source.shifts[offset.table] = offset.shift;
    open_city(c, source);
}

void App::take_early(std::size_t c, const mesh::CityMesh& mesh) {
    const bool first = !slots_[c].early;
    scene_->show_early(slots_[c], mesh);
    // Each picture has an origin of its own, and more to show.
    const render::Camera home = home_camera(mesh, view_aspect());
    state_.cameras[c].target_local = home.target_local;
    state_.cameras[c].distance_m = home.distance_m;
    if (first) state_.cameras[c] = home;
}

void App::take_loaded(std::size_t c) {
    arriving_[c] = {};
    if (auto uploaded = scene_->upload(slots_[c]); !uploaded) {
        slots_[c].failed = uploaded.error().message;
        tell(uploaded.error());
    }
    state_.selected[c] = state_.hovered[c] = {};
    state_.chosen[c] = {};
    const city::LoadReport& report = slots_[c].data->loaded.report;
    state_.load_notes[c] = !report.problems.empty();
    state_.load_offers[c].undo_offset = !report.offsets.empty();
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
    totals_[c] = totals_of(*slots_[c].data, state_.scenario);
    pending_.recolour = pending_.restyle = pending_.rechosen = pending_.evaluate = true;
}

void App::take_loads() {
    // A worker that reads results would find them replaced under it.
    const bool nobody_reads =
        !evaluation_.running() && !density_.running() && !hours_job_.running();
    for (std::size_t c = 0; c < city_slots; ++c) {
        LoadNews news = loading_[c].follow(slots_[c], nobody_reads);
        if (news.early) take_early(c, *news.early);
        if (news.over) {
            scene_->end_early(slots_[c]);
            if (!asked_for_[c].allow_network)
                state_.load_offers[c].servers = geo_io::network_sources_of(asked_for_[c]);
        }
        if (!news.error.empty()) tell({news.error});
        if (news.loaded) take_loaded(c);
        if (news.near) arriving_[c] = std::move(*news.near);
        if (news.simulated) pending_.recolour = pending_.restyle = pending_.evaluate = true;
    }
}

void App::send_near() {
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (arriving_[c].tiles.empty()) continue;
        const auto arrived = scene_->add_near(slots_[c], arriving_[c], near_bytes_a_frame);
        if (!arrived) state_.message = arrived.error().message;
        if (!arrived || *arrived) arriving_[c] = {};
    }
}

void App::take_evaluation() {
    const auto made = evaluation_.take(state_, slots_, totals_);
    if (!made) return;
    if (*made)
        pending_.recolour = true;
    else
        tell(made->error());
}

void App::take_hours() {
    if (auto made = hours_job_.follow(state_, slots_)) {
        if (*made) {
            scene_->set_hours(std::move(**made));
            pending_.recolour = true;
        } else {
            tell(made->error());
        }
    }
    scene_->follow_hour(state_, slots_);
}

void App::take_density() {
    auto made = density_.take();
    if (!made) return;
    if (!*made) tell(made->error());
    scene_->show(*made ? std::move(**made) : nullptr, slots_);
}

void App::take_export() {
    const auto written = export_.take();
    if (!written) return;
    if (*written)
        state_.message =
            text::Messages::in(state_.language)["chosen.exported"] + " " + export_path_;
    else
        tell(written->error());
}

void App::recolour() {
    pending_.recolour = false;
    densify_again_ = state_.layer.shown != ShownAs::buildings;
    scene_->recolour(state_, slots_);
    // While colours follow a slider or a playing clock the small maps wait.
    overview_due_s_ = ImGui::GetTime() + 0.3;
}

// The latest scenario wins, and so does the latest density: while one runs, moves of the slider
// only leave a note that it is stale. Each that was begun is shown, so that the picture follows a
// hand that does not rest.
void App::start_stale_work() {
    if (pending_.evaluate && !evaluation_.running()) {
        pending_.evaluate = false;
        evaluation_.start(state_, slots_, totals_);
    }
    // A clock that plays is followed as fast as a worker can.
    if (state_.layer.shown != ShownAs::buildings && scene_->density() != nullptr &&
        scene_->density()->moment != scene_->density_moment(state_))
        densify_again_ = true;
    if (!densify_again_ || density_.running()) return;
    densify_again_ = false;
    // Only the values of now are taken here; the grid and the kernel are the worker's.
    const DensityMoment moment = scene_->density_moment(state_);
    density_.start([inputs = density_inputs(state_.layer, slots_, moment), layer = state_.layer,
                    palette = palette_of(state_), previous = scene_->shared_density(),
                    moment](const city::Progress&) -> city::Result<std::shared_ptr<const Density>> {
        return std::make_shared<const Density>(
            density_of(inputs, layer, palette, previous.get(), moment));
    });
}

void App::take_finished_work() {
    send_near();
    // What reads results first: a simulation that waits for them finds them idle.
    take_evaluation();
    take_density();
    take_loads();
    take_hours();
    take_export();
    if (pending_.recolour) recolour();
    if (overview_due_s_ >= 0 && !state_.dragging && ImGui::GetTime() >= overview_due_s_) {
        overview_due_s_ = -1;
        scene_->redraw_overviews(state_, slots_);
    }
    if (pending_.rechosen) {
        pending_.rechosen = false;
        scene_->mark_chosen(state_, slots_);
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data)
                totals_[c].chosen = chosen_totals(*slots_[c].data, state_.chosen[c]);
    }
    start_stale_work();
}

}  // namespace viewer
