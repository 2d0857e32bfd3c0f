#pragma once

#include <array>
#include <memory>
#include <stop_token>
#include <vector>

#include "viewer/app/ui_context.h"
#include "viewer/app/window_glfw.h"
#include "viewer/health/health.h"
#include "viewer/input/camera_input.h"
#include "viewer/input/flight.h"
#include "viewer/input/gamepad.h"
#include "viewer/jobs/frame_guard.h"
#include "viewer/jobs/latest_job.h"
#include "viewer/scene/evaluation_job.h"
#include "viewer/scene/hour_job.h"
#include "viewer/scene/scene.h"
#include "viewer/slots/city_loading.h"
#include "viewer/state/apply.h"

namespace viewer {

/// Owns window, renderer, state and jobs; the frame loop.
class App {
  public:
    static city::Result<std::unique_ptr<App>> open(const std::vector<geo_io::CitySource>& sources,
                                                   AppState state, emissions::Method method);
    ~App();
    /// Until the window closes, `stop` is asked for or no frame can be finished any more.
    int run(const std::stop_token& stop);

  private:
    App(Window window, AppState state, emissions::Method method);
    void open_city(std::size_t city, const geo_io::CitySource& source);
    /// How long to wait for input before the next frame, in seconds: not at all while something
    /// moves, long when nothing can change.
    double wait_s() const;
    void draw_frame(glm::ivec2 size);
    void take_finished_work();
    void take_loads();
    void take_load_offer(std::size_t city);
    void take_early(std::size_t city, const mesh::CityMesh& mesh);
    float view_aspect() const;
    void take_loaded(std::size_t city);
    void take_evaluation();
    void take_hours();
    void take_density();
    void take_export();
    void recolour();
    void send_near();
    void start_stale_work();
    /// On the screen and in the log.
    void tell(const city::Error& error);
    void carry_out(const Command& command);
    void open_bookmarks();
    void begin_health();
    void follow_health(const FrameTime& frame, const render::FrameStatistics& drawn, float seconds);
    void carry_out_files(const Command& command);
    void carry_out_views(const Command& command);
    void take_input(Commands& commands);
    void mouse(Commands& commands);
    void keyboard(Commands& commands);
    void gamepad(Commands& commands);
    void move_camera(std::size_t city, const render::Camera& to);
    void hover();
    Selection picked(std::size_t city, glm::vec2 at_px) const;
    std::vector<SearchHit> hits_of(const std::string& text) const;
    void choose_inside(Combine combine);
    void fly_over(std::size_t city, glm::vec2 at_local, float distance_m);
    std::size_t city_under_cursor(glm::vec2& in_view_px) const;
    render::FrameView frame() const;

    Window window_;
    AppState state_;
    emissions::Method method_;
    std::unique_ptr<render::Renderer> renderer_;
    std::unique_ptr<Scene> scene_;
    std::unique_ptr<UiContext> ui_;
    std::array<CitySlot, city_slots> slots_;
    std::array<geo_io::CitySource, city_slots> asked_for_;  ///< what was opened last
    std::array<CityTotals, city_slots> totals_{};
    std::array<mesh::NearMesh, city_slots>
        arriving_;  ///< on its way to the GPU, some of it each frame
    PendingWork pending_;
    bool densify_again_ = false;  ///< what the ground shows is stale
    Layout layout_;
    Health health_;
    glm::ivec2 size_px_{0};
    double overview_due_s_ =
        -1;  ///< when the small maps are drawn anew; below zero: they are as they should be
    bool held_ = false;  ///< a key or a stick moves the camera, frames must follow
    Flights flights_;
    ScrollGesture scroll_;
    Gamepad pad_;
    std::string export_path_;  ///< of the table that is being written
    glm::vec2 cursor_px_{0}, last_cursor_px_{-1};
    int quiet_frames_ = 0;  ///< drawn since anything happened
    bool press_moved_ = false;
    FrameGuard guard_;
    // Last: they end before what they wake.
    std::array<CityLoading, city_slots> loading_{CityLoading(&Window::wake),
                                                 CityLoading(&Window::wake)};
    EvaluationJob evaluation_{&Window::wake};
    HourJob hours_job_{&Window::wake};
    LatestJob<std::shared_ptr<const Density>> density_{&Window::wake};
    LatestJob<void> export_{&Window::wake};
};

}  // namespace viewer
