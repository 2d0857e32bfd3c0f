#include "viewer/app.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <filesystem>

#include "geo/io/table_export.h"
#include "render/offscreen.h"
#include "viewer/scenario_file.h"

namespace viewer {

namespace {
// Dear ImGui 1.87 changed what a key's number is.
#if IMGUI_VERSION_NUM >= 18700
ImGuiKey index_of(ImGuiKey key) { return key; }
#else
int index_of(ImGuiKey key) { return ImGui::GetKeyIndex(key); }
#endif
}  // namespace

App::App(Window window, AppState state, emissions::Method method) : window_(std::move(window)), state_(std::move(state)), method_(method) {}

App::~App() {
    for (auto& job : jobs_)
        if (job) job->thread.request_stop();
    jobs_ = {};
    if (evaluation_.valid()) evaluation_.wait();
    if (ui_) ImGui_ImplGlfw_Shutdown();
    ui_.reset();
    scene_.reset();
    renderer_.reset();
}

city::Result<std::unique_ptr<App>> App::open(const std::vector<geo_io::CitySource>& sources, AppState state, emissions::Method method) {
    auto window = Window::open(1600, 900, "Twinscape");
    if (!window) return tl::unexpected(window.error());
    auto app = std::unique_ptr<App>(new App(std::move(*window), std::move(state), method));
    if (auto loaded = render::load_gl(&Window::gl_address); !loaded) return tl::unexpected(loaded.error());
    auto renderer = render::Renderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    app->renderer_ = std::move(*renderer);
    spdlog::info("drawing with {}", app->renderer_->gl_renderer());
    if (app->renderer_->is_software()) {
        app->state_.shadows = false;
        spdlog::info("software renderer: shadows are off, the button in the top bar switches them on");
    }
    app->scene_ = std::make_unique<Scene>(*app->renderer_);
    app->ui_ = std::make_unique<UiContext>(true);
    ImGui_ImplGlfw_InitForOpenGL(app->window_.handle(), true);
    for (std::size_t c = 0; c < std::min(sources.size(), city_slots); ++c) app->open_city(c, sources[c]);
    return app;
}

void App::open_city(std::size_t city, const geo_io::CitySource& source) {
    if (jobs_[city]) jobs_[city]->thread.request_stop();
    jobs_[city] = std::make_unique<LoadJob>();
    LoadJob& job = *jobs_[city];
    job.result = job.promise.get_future();
    const std::string path = !source.city.empty() ? source.city : !source.buildings.empty() ? source.buildings[0] : source.roads.empty() ? "" : source.roads[0];
    slots_[city].loading = std::filesystem::path(path).filename().string();
    slots_[city].failed.clear();
    job.thread = std::jthread([&job, source, scenario = state_.scenario, method = method_](std::stop_token stop) {
        city::Progress progress;
        progress.stop = stop;
        progress.report = [&job](float share, std::string_view) { job.share = share; };
        job.promise.set_value(load_slot(source, scenario, method, progress));
    });
}

void App::take_finished_work() {
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!jobs_[c]) continue;
        slots_[c].loading_share = jobs_[c]->share;
        if (jobs_[c]->result.wait_for(std::chrono::seconds(0)) != std::future_status::ready) continue;
        auto loaded = jobs_[c]->result.get();
        jobs_[c].reset();
        slots_[c].loading.clear();
        if (!loaded) {
            slots_[c].failed = loaded.error().message;
            spdlog::error("{}", loaded.error().message);
            continue;
        }
        slots_[c].data = *loaded;
        if (auto uploaded = scene_->upload(slots_[c]); !uploaded) slots_[c].failed = uploaded.error().message;
        state_.selected[c] = state_.hovered[c] = {};
        const ImVec2 view = layout_for({static_cast<float>(size_px_.x), static_cast<float>(size_px_.y)}, state_, shown_cities(slots_)).view_size();
        state_.cameras[c] = home_camera(*slots_[c].data, std::max(view.x, 1.0f) / std::max(view.y, 1.0f));
        if (state_.linked && slots_[0].data && slots_[1].data) {
            // Same metres per pixel from the start, the city that is looked at first decides.
            state_.cameras[1].distance_m = state_.cameras[0].distance_m = std::min(state_.cameras[0].distance_m, state_.cameras[1].distance_m);
            state_.cameras[1].heading_rad = state_.cameras[0].heading_rad;
            state_.cameras[1].pitch_rad = state_.cameras[0].pitch_rad;
        }
        recolour_ = restyle_ = true;
        evaluate_again_ = true;
    }
    if (evaluation_.valid() && evaluation_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto results = evaluation_.get();
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data && results[c].buildings.count() == slots_[c].data->now.buildings.count()) slots_[c].data->now = std::move(results[c]);
        recolour_ = true;
    }
    if (evaluate_again_ && !evaluation_.valid()) start_evaluation();
    if (recolour_) {
        recolour_ = false;
        scene_->recolour(state_, slots_);
        for (std::size_t c = 0; c < city_slots; ++c)
            if (slots_[c].data) totals_[c] = totals_of(*slots_[c].data, state_.layer.quantity, state_.scenario);
    }
}

// The latest scenario wins: while one runs, moves of the slider only leave a note that it is stale.
void App::start_evaluation() {
    evaluate_again_ = false;
    std::array<emissions::BaselinePtr, city_slots> baselines;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots_[c].data) baselines[c] = slots_[c].data->baseline;
    evaluation_ = std::async(std::launch::async, [baselines, scenario = state_.scenario] {
        std::array<emissions::Results, city_slots> results;
        for (std::size_t c = 0; c < city_slots; ++c)
            if (baselines[c]) results[c] = emissions::evaluate(*baselines[c], scenario);
        return results;
    });
}

void App::fly(std::size_t city, const render::Camera& to) { flight_ = {city, state_.cameras[city], to, 0.0f}; }

std::vector<SearchHit> App::hits_of(const std::string& text) const {
    constexpr std::size_t most = 6;
    std::vector<SearchHit> hits;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots_[c].data)
            for (SearchHit& hit : find_buildings(slots_[c].data->loaded.city, c, text, most)) hits.push_back(std::move(hit));
    if (hits.size() > most) hits.resize(most);
    return hits;
}

void App::go_to(std::size_t c, int building) {
    if (c >= city_slots || !slots_[c].data || building < 0) return;
    const city::CityModel& city = slots_[c].data->loaded.city;
    const auto i = static_cast<std::size_t>(building);
    if (i >= city.buildings.count()) return;
    render::Camera to = state_.cameras[c];
    to.target_local = glm::vec3(city.frame.to_local(city.buildings.footprints.outer(i)[0]), 0.0f);
    to.distance_m = std::max(300.0f, 4.0f * city.buildings.height_m[i]);
    fly(c, to);
}

void App::carry_out(const Command& command) {
    const Effects effects = apply(state_, command);
    recolour_ = recolour_ || effects.recolour;
    evaluate_again_ = evaluate_again_ || effects.reevaluate;
    restyle_ = restyle_ || effects.new_fonts;
    if (const auto* open = std::get_if<OpenCity>(&command)) open_city(open->city, {open->path, {}, {}, {}});
    if (const auto* search = std::get_if<SetSearch>(&command)) state_.hits = hits_of(search->text);
    if (const auto* search = std::get_if<FindText>(&command)) {
        // Enter takes the first of the list.
        const auto hits = hits_of(search->text);
        if (!hits.empty()) carry_out(GoToBuilding{hits.front().city, hits.front().building});
        else if (!search->text.empty()) state_.message = "? " + search->text;
    }
    if (const auto* there = std::get_if<GoToBuilding>(&command)) go_to(there->city, there->building);
    if (const auto* whole = std::get_if<ShowWholeCity>(&command); whole != nullptr && slots_[whole->city].data) {
        const ImVec2 view = layout_.view_size();
        render::Camera to = home_camera(*slots_[whole->city].data, view.x / view.y);
        state_.cameras[whole->city] = to;
        if (state_.linked && whole->city > 0) state_.cameras[0].distance_m = state_.cameras[1].distance_m = std::min(state_.cameras[0].distance_m, state_.cameras[1].distance_m);
    }
    if (const auto* save = std::get_if<SaveScenario>(&command)) {
        const auto written = geo_io::write_text(save->path, scenario_text(state_.scenario));
        state_.message = written ? save->path : written.error().message;
    }
    if (const auto* load = std::get_if<LoadScenario>(&command)) {
        if (auto read = read_scenario_file(load->path)) {
            state_.undo.push_back(state_.scenario);
            state_.scenario = *read;
            evaluate_again_ = recolour_ = true;
            state_.message = load->path;
        } else {
            state_.message = read.error().message;
        }
    }
    if (std::get_if<SetFullScreen>(&command)) window_.set_full_screen(state_.full_screen);
}

render::FrameView App::frame() const {
    const int side = static_cast<int>(layout_.side_w), summary = static_cast<int>(layout_.summary_h), top = static_cast<int>(layout_.top_bar_h);
    return scene_->frame(state_, slots_, {side, summary, size_px_.x - side, size_px_.y - top - summary}, size_px_);
}

std::size_t App::city_under_cursor(glm::vec2& in_view_px) const {
    const render::FrameView now = frame();
    const glm::vec2 from_below(cursor_px_.x, static_cast<float>(size_px_.y) - cursor_px_.y);
    for (std::size_t c = 0; c < now.cities.size(); ++c) {
        const glm::vec2 in = from_below - glm::vec2(now.cities[c].low_px);
        const glm::vec2 size(now.cities[c].size_px);
        if (in.x < 0 || in.y < 0 || in.x >= size.x || in.y >= size.y) continue;
        in_view_px = {in.x, size.y - in.y};
        return c;
    }
    return city_slots;
}

void App::hover() {
    if (cursor_px_ == last_cursor_px_) return;
    for (Selection& hovered : state_.hovered) hovered = {};
    glm::vec2 at;
    const std::size_t city = city_under_cursor(at);
    if (city == city_slots || ImGui::GetIO().WantCaptureMouse || ImGui::IsMouseDown(0) || ImGui::IsMouseDown(1)) return;
    const render::Picked picked = renderer_->pick(frame().cities[city], at);
    if (picked.kind == render::Picked::Kind::building) state_.hovered[city].building = static_cast<int>(picked.row);
    if (picked.kind == render::Picked::Kind::road) state_.hovered[city].road = static_cast<int>(picked.row);
}

void App::camera_input() {
    const ImGuiIO& io = ImGui::GetIO();
    glm::vec2 at;
    const std::size_t city = city_under_cursor(at);
    if (ImGui::IsMouseClicked(0)) press_moved_ = false;
    if (std::abs(io.MouseDelta.x) + std::abs(io.MouseDelta.y) > 0 && (ImGui::IsMouseDragging(0, 4.0f) || ImGui::IsMouseDragging(1) || ImGui::IsMouseDragging(2))) press_moved_ = true;
    if (io.WantCaptureMouse || city == city_slots) return;
    render::Camera camera = state_.cameras[city];
    const float view_h = static_cast<float>(frame().cities[city].size_px.y);
    const float pixels = static_cast<float>(size_px_.y) / std::max(io.DisplaySize.y, 1.0f);
    if (ImGui::IsMouseDragging(1) || ImGui::IsMouseDragging(2) || (ImGui::IsMouseDragging(0, 4.0f) && io.KeyShift)) camera.pan({io.MouseDelta.x * pixels, io.MouseDelta.y * pixels}, view_h);
    else if (ImGui::IsMouseDragging(0, 4.0f)) camera.orbit(io.MouseDelta.x * 0.006f, io.MouseDelta.y * 0.005f);
    if (io.MouseWheel != 0.0f) camera.zoom(std::pow(0.87f, io.MouseWheel));
    const float step = 12.0f;
    if (!io.WantTextInput) {
        const auto down = [](ImGuiKey key) { return ImGui::IsKeyDown(index_of(key)); };
        if (down(ImGuiKey_LeftArrow)) camera.pan({step, 0}, view_h);
        if (down(ImGuiKey_RightArrow)) camera.pan({-step, 0}, view_h);
        if (down(ImGuiKey_UpArrow)) camera.pan({0, step}, view_h);
        if (down(ImGuiKey_DownArrow)) camera.pan({0, -step}, view_h);
    }
    if (!(camera == state_.cameras[city])) carry_out(MoveCamera{city, camera});
    if (ImGui::IsMouseReleased(0) && !press_moved_) {
        const render::Picked picked = renderer_->pick(frame().cities[city], at);
        Selection selection;
        if (picked.kind == render::Picked::Kind::building) selection.building = static_cast<int>(picked.row);
        if (picked.kind == render::Picked::Kind::road) selection.road = static_cast<int>(picked.row);
        carry_out(Select{city, selection});
    }
}

void App::keyboard(Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(index_of(key), false); };
    if (io.KeyCtrl && pressed(ImGuiKey_Z)) commands.push_back(io.KeyShift ? Command(Redo{}) : Command(Undo{}));
    if (io.KeyCtrl && pressed(ImGuiKey_Y)) commands.push_back(Redo{});
    if (pressed(ImGuiKey_Home))
        for (std::size_t c = 0; c < layout_.cities; ++c) commands.push_back(ShowWholeCity{c});
    // A presentation clicker sends page keys: forward changes the language of the room, back returns.
    if (pressed(ImGuiKey_PageDown) || pressed(ImGuiKey_PageUp)) commands.push_back(SetLanguage{state_.language == "en" ? "zh" : "en"});
    if (pressed(ImGuiKey_Escape) && state_.full_screen) commands.push_back(SetFullScreen{false});
}

int App::run(const std::stop_token& stop) {
    while (!window_.should_close() && !state_.quit && !stop.stop_requested()) {
        const bool busy = evaluation_.valid() || flight_.share < 1.0f || ImGui::GetIO().MouseDown[0] || ImGui::GetIO().MouseDown[1];
        Window::poll(busy ? 0.0 : 0.05);
        glm::ivec2 size;
        window_.framebuffer_size(size.x, size.y);
        if (size.x < 8 || size.y < 8) continue;
        if (size != size_px_) restyle_ = true;
        size_px_ = size;
        for (const std::string& path : window_.take_dropped()) {
            glm::vec2 ignored;
            const std::size_t city = city_under_cursor(ignored);
            carry_out(OpenCity{city == city_slots ? 0 : city, path});
        }
        take_finished_work();
        layout_ = layout_for({static_cast<float>(size.x), static_cast<float>(size.y)}, state_, shown_cities(slots_));
        if (restyle_) {
            restyle_ = false;
            ui_->restyle(state_, layout_, slots_);
        }
        if (state_.sun_time && state_.sun_time->playing) {
            SunTime time = *state_.sun_time;
            time.hour += ImGui::GetIO().DeltaTime * 1.2f;  // a day in twenty seconds
            carry_out(SetSunTime{time});
        }
        if (flight_.share < 1.0f) {
            flight_.share = std::min(1.0f, flight_.share + ImGui::GetIO().DeltaTime / 1.2f);
            state_.cameras[flight_.city] = render::flown(flight_.from, flight_.to, flight_.share);
        }
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        // Panels are laid out in framebuffer pixels, so that text is sharp on 2x displays.
        ImGuiIO& io = ImGui::GetIO();
        const float pixels = io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1.0f;
        io.DisplaySize = {static_cast<float>(size.x), static_cast<float>(size.y)};
        io.DisplayFramebufferScale = {1, 1};
        io.MousePos = {io.MousePos.x * pixels, io.MousePos.y * pixels};
        double x = 0, y = 0;
        window_.cursor_px(x, y);
        cursor_px_ = {static_cast<float>(x), static_cast<float>(y)};
        ImGui::NewFrame();
        Commands commands;
        draw_ui({state_, Messages::in(state_.language), layout_, slots_, totals_, scene_.get()}, commands);
        keyboard(commands);
        camera_input();
        hover();
        last_cursor_px_ = cursor_px_;
        for (const Command& command : commands) carry_out(command);
        render::FrameView now = frame();
        now.detail = renderer_->is_software() ? 0.6f : 1.0f;
        renderer_->draw(now, 0);
        ui_->render_gl();
        window_.swap();
        if (!renderer_->problem().empty()) spdlog::warn("drawing: {}", renderer_->problem());
    }
    return stop.stop_requested() ? 130 : 0;
}

}  // namespace viewer
