#include "viewer/input/keys.h"

#include <algorithm>

#include "viewer/input/tool_input.h"

namespace viewer {

std::optional<Command> bookmark_step(const AppState& state, int by) {
    if (state.bookmarks.empty()) return std::nullopt;
    const int last = static_cast<int>(state.bookmarks.size()) - 1;
    const int to =
        state.bookmark < 0 ? (by > 0 ? 0 : last) : std::clamp(state.bookmark + by, 0, last);
    return GoToBookmark{static_cast<std::size_t>(to)};
}

void key_commands(const AppState& state, KeyPress press, std::size_t cities,
                  std::vector<Command>& commands) {
    const auto is = [&](char letter) { return press.key == key_for(letter); };
    if (press.ctrl) {
        if (is('z')) commands.push_back(press.shift ? Command(Redo{}) : Command(Undo{}));
        if (is('y')) commands.push_back(Redo{});
        return;
    }
    // The room is dark: any key brings the picture back.
    if (state.blank) {
        commands.push_back(SetBlank{false});
        return;
    }
    for (const Tool tool : city::all_of<Tool>())
        if (is(key_of(tool))) commands.push_back(SetTool{tool});
    if (press.key >= key_for('1') && press.key <= key_for('9')) {
        const auto index = static_cast<std::size_t>(static_cast<int>(press.key) - '1');
        if (index < state.bookmarks.size()) commands.push_back(GoToBookmark{index});
    }
    if (is('k')) commands.push_back(ShowBookmarks{!state.show_bookmarks});
    if (is('n'))
        for (std::size_t city = 0; city < cities; ++city) {
            render::Camera camera = state.cameras[city];
            camera.heading_rad = 0.0f;
            commands.push_back(FlyTo{city, camera});
            if (state.linked) break;  // the other follows
        }
    if (is('?') || press.key == Key::f1) commands.push_back(ShowHelp{!state.show_help});
    if (press.key == Key::f2) commands.push_back(ShowHealth{!state.show_health});
    if (press.key == Key::f3)
        for (std::size_t city = 0; city < cities; ++city)
            commands.push_back(ShowLoadNotes{city, !state.load_notes[city]});
    if (press.key == Key::f4)
        for (std::size_t city = 0; city < cities; ++city)
            if (!state.load_offers[city].empty()) commands.push_back(TakeLoadOffer{city});
    // What presentation clickers send: page keys, "." for a blank screen, F5 to begin.
    if (is('.')) commands.push_back(SetBlank{true});
    if (press.key == Key::f5 || press.key == Key::f11)
        commands.push_back(SetFullScreen{!state.full_screen});
    if (press.key == Key::page_down || press.key == Key::page_up) {
        if (const auto step = bookmark_step(state, press.key == Key::page_down ? 1 : -1))
            commands.push_back(*step);
        else
            commands.push_back(SetLanguage{state.language == "en" ? "zh" : "en"});
    }
    if (press.key == Key::home)
        for (std::size_t city = 0; city < cities; ++city) commands.push_back(ShowWholeCity{city});
    if (press.key == Key::enter && state.tool == Tool::measure) commands.push_back(CloseMeasure{});
    if (press.key == Key::backspace || press.key == Key::remove) {
        if (!state.tape.points_local.empty()) commands.push_back(ClearMeasure{});
        for (std::size_t city = 0; city < city_slots; ++city)
            if (!state.chosen[city].empty()) commands.push_back(ClearChosen{city});
    }
    if (press.key == Key::escape)
        if (const auto back = step_back(state)) commands.push_back(*back);
}

}  // namespace viewer
