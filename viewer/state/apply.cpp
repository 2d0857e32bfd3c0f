#include "viewer/state/apply.h"

#include <cmath>

#include <algorithm>

#include "emissions/measures/acted.h"
#include "emissions/measures/filter_text.h"
#include "emissions/measures/uptake.h"

namespace viewer {

namespace {

constexpr std::size_t longest_history = 200;
using emissions::first_scenario_year, emissions::last_scenario_year;

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
        drag();
        set_share(state.scenario, c.measure, std::clamp(c.share, 0.0f, 1.0f));
        return evaluated();
    }
    Effects operator()(const AddAction& c) {
        if (state.scenario.actions.size() >= emissions::ActedMeasures::most_actions) return {};
        remember(state);
        state.scenario.actions.push_back(c.action);
        return evaluated();
    }
    Effects operator()(const EditAction& c) {
        if (c.index >= state.scenario.actions.size()) return {};
        drag();
        emissions::Action& action = state.scenario.actions[c.index];
        action.measure = c.action.measure;
        action.share = std::clamp(c.action.share, 0.0f, 1.0f);
        action.start_year =
            std::clamp(c.action.start_year, first_scenario_year, last_scenario_year);
        action.end_year = std::clamp(c.action.end_year, action.start_year, last_scenario_year);
        return evaluated();
    }
    Effects operator()(const AimAction& c) {
        if (c.index >= state.scenario.actions.size()) return {};
        auto where = emissions::read_filter(c.where);
        if (!where) {
            state.message = where.error().message;
            return {};
        }
        if (*where == state.scenario.actions[c.index].where) return {};
        remember(state);
        state.message.clear();
        state.scenario.actions[c.index].where = std::move(*where);
        return evaluated();
    }
    Effects operator()(const RemoveAction& c) {
        if (c.index >= state.scenario.actions.size()) return {};
        remember(state);
        state.scenario.actions.erase(state.scenario.actions.begin() +
                                     static_cast<std::ptrdiff_t>(c.index));
        return evaluated();
    }
    Effects operator()(const AddPlace& c) {
        if (c.place.name.empty()) return {};
        remember(state);
        auto& places = state.scenario.places;
        const auto same = std::find_if(places.begin(), places.end(), [&](const auto& place) {
            return place.name == c.place.name;
        });
        if (same == places.end())
            places.push_back(c.place);
        else
            *same = c.place;  // drawn anew
        return evaluated();
    }
    Effects operator()(const RemovePlace& c) {
        if (c.index >= state.scenario.places.size()) return {};
        remember(state);
        state.scenario.places.erase(state.scenario.places.begin() +
                                    static_cast<std::ptrdiff_t>(c.index));
        return evaluated();
    }
    Effects operator()(const EndDrag&) {
        state.dragging = false;
        return {};
    }
    Effects operator()(const SetYear& c) {
        if (c.year == state.scenario.year) return {};
        remember(state);
        state.scenario.year = std::clamp(c.year, first_scenario_year, last_scenario_year);
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
        const auto shows_loads = [&] { return state.sun_time && state.sun_time->loads; };
        const bool before = shows_loads();
        state.sun_time = c.time;
        if (state.sun_time)
            state.sun_time->hour = std::fmod(std::fmod(state.sun_time->hour, 24.0f) + 24.0f, 24.0f);
        return {.recolour = before != shows_loads()};
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
        // Linked: same metres per pixel and same angle; each city keeps its own place, moved by as
        // much.
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
    // A city that is flown over leaves the other where it is, also when linked: see
    // viewer/input/flight.h.
    Effects operator()(const GoToBuilding& c) { return go_to(c.city, {c.building, -1}); }
    Effects operator()(const GoToRoad& c) { return go_to(c.city, {-1, c.road}); }
    Effects operator()(const GoToPlace& c) { return go_to(c.city, {}); }
    Effects operator()(const SetTool& c) {
        state.tool = c.tool;
        state.outline.points_px.clear();
        return {};
    }
    Effects operator()(const StartOutline& c) {
        state.outline = {c.city, c.size_px, {c.at_px}};
        return {};
    }
    Effects operator()(const ExtendOutline& c) {
        auto& points = state.outline.points_px;
        if (points.empty()) return {};
        if (state.tool == Tool::box) {
            const glm::vec2 from = points.front();
            points = {from, {c.at_px.x, from.y}, c.at_px, {from.x, c.at_px.y}};
        } else if (std::hypot(c.at_px.x - points.back().x, c.at_px.y - points.back().y) >= 3.0f) {
            points.push_back(c.at_px);  // a finer lasso could not be seen
        }
        return {};
    }
    Effects operator()(const DropOutline&) {
        state.outline.points_px.clear();
        return {};
    }
    Effects operator()(const ChooseRows& c) {
        if (c.city >= city_slots) return {};
        state.chosen[c.city] = combined(state.chosen[c.city], c.rows, c.combine);
        state.outline.points_px.clear();
        return {.rechosen = true};
    }
    Effects operator()(const ClearChosen& c) {
        if (c.city >= city_slots) return {};
        state.chosen[c.city] = {};
        return {.rechosen = true};
    }
    Effects operator()(const AddMeasurePoint& c) {
        // A line stays in one city; the next click after a closed one starts anew.
        if (state.tape.city != c.city || state.tape.closed) state.tape = {c.city, {}, false};
        state.tape.points_local.push_back(c.at_local);
        return {};
    }
    Effects operator()(const CloseMeasure&) {
        state.tape.closed = state.tape.points_local.size() >= 3;
        return {};
    }
    Effects operator()(const ClearMeasure&) {
        state.tape = {};
        return {};
    }
    Effects operator()(const AddBookmark& c) {
        state.bookmarks.push_back({c.name, state.cameras, state.layer, state.sun_time,
                                   state.selected, state.chosen, state.building_counts});
        state.bookmark = static_cast<int>(state.bookmarks.size()) - 1;
        return {.bookmarks = true};
    }
    Effects operator()(const RenameBookmark& c) {
        if (c.index >= state.bookmarks.size() || state.bookmarks[c.index].name == c.name) return {};
        state.bookmarks[c.index].name = c.name;
        return {.bookmarks = true};
    }
    Effects operator()(const RemoveBookmark& c) {
        if (c.index >= state.bookmarks.size()) return {};
        state.bookmarks.erase(state.bookmarks.begin() + static_cast<std::ptrdiff_t>(c.index));
        state.bookmark = std::min(state.bookmark, static_cast<int>(state.bookmarks.size()) - 1);
        return {.bookmarks = true};
    }
    // The cameras fly there: see viewer/input/flight.h.
    Effects operator()(const GoToBookmark& c) {
        if (c.index >= state.bookmarks.size()) return {};
        const Bookmark& mark = state.bookmarks[c.index];
        state.bookmark = static_cast<int>(c.index);
        state.layer = mark.layer;
        state.sun_time = mark.sun_time;
        for (std::size_t city = 0; city < city_slots; ++city) {
            const bool same = mark.building_counts[city] == state.building_counts[city];
            state.selected[city] = same ? mark.selected[city] : Selection{};
            state.chosen[city] = same ? mark.chosen[city] : ChosenRows{};
        }
        return {.recolour = true, .rechosen = true};
    }
    Effects operator()(const ShowBookmarks& c) { return set(state.show_bookmarks, c.on); }
    Effects operator()(const ShowHelp& c) { return set(state.show_help, c.on); }
    Effects operator()(const ShowHealth& c) { return set(state.show_health, c.on); }
    Effects operator()(const ShowSources& c) { return set(state.show_sources, c.on); }
    Effects operator()(const SetBlank& c) { return set(state.blank, c.on); }
    Effects operator()(const SetSearch& c) {
        state.search = c.text;
        return {};
    }
    Effects operator()(const ShowLoadNotes& c) {
        return c.city < city_slots ? set(state.load_notes[c.city], c.on) : Effects{};
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
    Effects operator()(const AppCommand&) {
        return {};
    }

  private:
    static Effects evaluated() { return {.recolour = true, .reevaluate = true}; }
    // The whole way of a slider is one step of undo.
    void drag() {
        if (state.dragging) return;
        remember(state);
        state.dragging = true;
    }
    Effects go_to(std::size_t city, Selection selection) {
        if (city >= city_slots) return {};
        state.selected[city] = selection;
        state.hits.clear();
        state.message.clear();
        return {};
    }
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

Effects apply(AppState& state, const Command& command) {
    return std::visit(Apply{state}, command);
}

}  // namespace viewer
