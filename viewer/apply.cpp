#include "viewer/apply.h"

#include <cmath>

#include <algorithm>

namespace viewer {

namespace {

constexpr std::size_t longest_history = 200;

void remember(AppState& state) {
    state.undo.push_back(state.scenario);
    if (state.undo.size() > longest_history) state.undo.erase(state.undo.begin());
    state.redo.clear();
}

struct Apply {
    AppState& state;

    Effects operator()(const ShowLayer& c) {
        state.layer = c.layer;
        return {.recolour = true};
    }
    Effects operator()(const SetUptake& c) {
        if (!state.dragging) {
            remember(state);
            state.dragging = true;
        }
        state.scenario.uptake_share[c.measure] = std::clamp(c.share, 0.0f, 1.0f);
        return {.recolour = true, .reevaluate = true};
    }
    Effects operator()(const EndDrag&) {
        state.dragging = false;
        return {};
    }
    Effects operator()(const SetYear& c) {
        if (c.year == state.scenario.year) return {};
        remember(state);
        state.scenario.year = std::clamp(c.year, 2015, 2060);
        return {.recolour = true, .reevaluate = true};
    }
    Effects operator()(const ResetScenario&) {
        remember(state);
        state.scenario = {};
        return {.recolour = true, .reevaluate = true};
    }
    Effects operator()(const Undo&) { return step(state.undo, state.redo); }
    Effects operator()(const Redo&) { return step(state.redo, state.undo); }
    Effects operator()(const SetLanguage& c) {
        state.language = c.language;
        return {.new_fonts = true};
    }
    Effects operator()(const SetDark& c) {
        state.dark = c.on;
        return {.recolour = true, .new_fonts = true};
    }
    Effects operator()(const SetSunTime& c) {
        state.sun_time = c.time;
        if (state.sun_time) state.sun_time->hour = std::fmod(std::fmod(state.sun_time->hour, 24.0f) + 24.0f, 24.0f);
        return {};
    }
    Effects operator()(const SetShadows& c) { return set(state.shadows, c.on); }
    Effects operator()(const SetLargeText& c) {
        state.large_text = c.on;
        return {.new_fonts = true};
    }
    Effects operator()(const SetFullScreen& c) { return set(state.full_screen, c.on); }
    Effects operator()(const LinkCameras& c) { return set(state.linked, c.on); }
    Effects operator()(const MoveCamera& c) {
        const render::Camera before = state.cameras[c.city];
        state.cameras[c.city] = c.camera;
        if (!state.linked) return {};
        // Linked: same metres per pixel and same angle; each city keeps its own place, moved by as much.
        for (std::size_t other = 0; other < city_slots; ++other) {
            if (other == c.city) continue;
            render::Camera& camera = state.cameras[other];
            camera.target_local += c.camera.target_local - before.target_local;
            camera.distance_m = c.camera.distance_m;
            camera.heading_rad = c.camera.heading_rad;
            camera.pitch_rad = c.camera.pitch_rad;
        }
        return {};
    }
    Effects operator()(const Select& c) {
        state.selected[c.city] = c.selection;
        return {};
    }
    Effects operator()(const GoToBuilding& c) {
        if (c.city >= city_slots) return {};
        state.selected[c.city] = {c.building, -1};
        state.linked = false;
        state.hits.clear();
        state.message.clear();
        return {};
    }
    Effects operator()(const SetSearch& c) {
        state.search = c.text;
        return {};
    }
    Effects operator()(const ShowMessage& c) {
        state.message = c.text;
        return {};
    }
    Effects operator()(const Quit&) {
        state.quit = true;
        return {};
    }
    template <class AppCommand>
    Effects operator()(const AppCommand&) { return {}; }

  private:
    static Effects set(bool& flag, bool value) {
        flag = value;
        return {};
    }
    Effects step(std::vector<emissions::Scenario>& from, std::vector<emissions::Scenario>& to) {
        if (from.empty()) return {};
        to.push_back(state.scenario);
        state.scenario = from.back();
        from.pop_back();
        state.dragging = false;
        return {.recolour = true, .reevaluate = true};
    }
};

}  // namespace

Effects apply(AppState& state, const Command& command) { return std::visit(Apply{state}, command); }

}  // namespace viewer
