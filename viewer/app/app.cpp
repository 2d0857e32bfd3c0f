#include "viewer/app/app.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>

#include "render/offscreen.h"
#include "render/warm_up.h"
#include "viewer/health/frame_clock.h"
#include "viewer/layers/play_time.h"

namespace viewer {

App::App(Window window, AppState state, emissions::Method method)
    : window_(std::move(window)), state_(std::move(state)), method_(method) {}

App::~App() {
    // All are asked to stop before the first is waited for, which is when the members go. A table
    // that is being written does not listen: it is finished.
    for (CityLoading& loading : loading_) loading.stop();
    evaluation_.stop();
    hours_job_.stop();
    density_.cancel();
    if (ui_) ImGui_ImplGlfw_Shutdown();
    ui_.reset();
    scene_.reset();
    renderer_.reset();
}

city::Result<std::unique_ptr<App>> App::open(const std::vector<geo_io::CitySource>& sources,
                                             AppState state, emissions::Method method) {
    auto window = Window::open(1600, 900, "Twinscape");
    if (!window) return tl::unexpected(window.error());
    auto app = std::unique_ptr<App>(new App(std::move(*window), std::move(state), method));
    if (auto loaded = render::load_gl(&Window::gl_address); !loaded)
        return tl::unexpected(loaded.error());
    auto renderer = render::Renderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    app->renderer_ = std::move(*renderer);
    app->begin_health();
    app->scene_ = std::make_unique<Scene>(*app->renderer_);
    app->ui_ = std::make_unique<UiContext>(true);
    ImGui_ImplGlfw_InitForOpenGL(app->window_.handle(), true);
    app->open_bookmarks();
    for (std::size_t c = 0; c < std::min(sources.size(), city_slots); ++c)
        app->open_city(c, sources[c]);
    // While the cities load.
    glm::ivec2 size{0};
    app->window_.framebuffer_size(size.x, size.y);
    render::warm_up(*app->renderer_, 0, glm::max(size, glm::ivec2(16)), app->state_.shadows);
    return app;
}

float App::view_aspect() const {
    const ImVec2 view = layout_for({static_cast<float>(size_px_.x), static_cast<float>(size_px_.y)},
                                   state_, shown_cities(slots_))
                            .view_size();
    return std::max(view.x, 1.0f) / std::max(view.y, 1.0f);
}

namespace {
constexpr double short_wait_s = 0.05;  // something may change by itself
constexpr double idle_wait_s = 0.5;    // nothing can: only looks whether it shall end
constexpr int frames_to_settle =
    4;  // Dear ImGui sizes a window by what it held a frame or two before
}  // namespace

double App::wait_s() const {
    const ImGuiIO& io = ImGui::GetIO();
    if ((state_.sun_time && state_.sun_time->playing) || flights_.under_way() || held_ ||
        io.MouseDown[0] || io.MouseDown[1])
        return 0.0;
    if (std::any_of(arriving_.begin(), arriving_.end(),
                    [](const mesh::NearMesh& mesh) { return !mesh.tiles.empty(); }))
        return 0.0;
    const bool loading = std::any_of(loading_.begin(), loading_.end(),
                                     [](const CityLoading& city) { return city.under_way(); });
    // What changes without input: progress, the small maps' delay, graphs, a note that goes away, a
    // text cursor, a controller. A worker that is done ends the wait.
    const bool may_change = loading || evaluation_.running() || hours_job_.running() ||
                            density_.running() || export_.running() || overview_due_s_ >= 0 ||
                            state_.show_health || health_.note_seconds_left > 0 ||
                            io.WantTextInput || Window::gamepad();
    return may_change ? short_wait_s : idle_wait_s;
}

void App::draw_frame(glm::ivec2 size) {
    if (size != size_px_) pending_.restyle = true;
    size_px_ = size;
    for (const std::string& path : window_.take_dropped()) {
        glm::vec2 ignored;
        const std::size_t city = city_under_cursor(ignored);
        carry_out(OpenCity{city == city_slots ? 0 : city, path});
    }
    FrameClock clock;
    FrameTime spent;
    take_finished_work();
    spent.upload_ms = clock.lap_ms();
    layout_ = layout_for({static_cast<float>(size.x), static_cast<float>(size.y)}, state_,
                         shown_cities(slots_));
    if (pending_.restyle) {
        pending_.restyle = false;
        ui_->restyle(state_, layout_, slots_);
    }
    if (state_.sun_time && state_.sun_time->playing) {
        carry_out(SetSunTime{stepped(*state_.sun_time, ImGui::GetIO().DeltaTime)});
    }
    flights_.advance(state_, ImGui::GetIO().DeltaTime);
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
    const ShownLayer shown = scene_->shown(state_);
    draw_ui(
        {state_, text::Messages::in(state_.language), layout_, slots_, totals_, &shown, &health_},
        commands);
    take_input(commands);
    hover();
    last_cursor_px_ = cursor_px_;
    for (const Command& command : commands) carry_out(command);
    render::FrameView now = frame();
    now.detail = renderer_->usual_detail();
    now.timed = state_.show_health;
    spent.update_ms = spent.upload_ms + clock.lap_ms();
    const render::FrameStatistics drawn = renderer_->draw(now, 0);
    ui_->render_gl();
    spent.draw_ms = clock.lap_ms();
    window_.swap();
    spent.wait_ms = clock.lap_ms();
    spent.gpu_ms = drawn.gpu_ms();
    follow_health(spent, drawn, io.DeltaTime);
}

int App::run(const std::stop_token& stop) {
    while (!window_.should_close() && !state_.quit && !stop.stop_requested()) {
        double wait = wait_s();
        if (wait < idle_wait_s)
            quiet_frames_ = 0;
        else if (quiet_frames_ < frames_to_settle)
            wait = short_wait_s;
        FrameClock waiting;
        Window::poll(wait);
        // Back before its time: something came. A picture in which nothing can have changed is not
        // drawn again.
        if (static_cast<double>(waiting.lap_ms()) < 900.0 * wait)
            quiet_frames_ = 0;
        else if (wait >= idle_wait_s)
            continue;
        ++quiet_frames_;
        glm::ivec2 size;
        window_.framebuffer_size(size.x, size.y);
        if (size.x < 8 || size.y < 8) continue;
        if (const auto thrown = guard_.run([&] { draw_frame(size); })) {
            ui_->end_broken_frame();
            tell(*thrown);
            if (guard_.gives_up()) return 1;
            quiet_frames_ = 0;  // the next one says so
        }
    }
    return stop.stop_requested() ? 130 : 0;
}

}  // namespace viewer
