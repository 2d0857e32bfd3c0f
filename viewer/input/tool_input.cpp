#include "viewer/input/tool_input.h"

#include <cmath>

#include "viewer/tools/ground.h"

namespace viewer {

namespace {

// Near enough to the first corner to mean it.
constexpr float closes_px = 12.0f;

void draw_outline(const AppState& state, const Pointer& pointer, std::vector<Command>& commands) {
    const bool drawing = !state.outline.points_px.empty();
    if (pointer.pressed)
        commands.push_back(StartOutline{pointer.city, pointer.size_px, pointer.at_px});
    else if (drawing && pointer.city == state.outline.city && (pointer.down || pointer.released))
        commands.push_back(ExtendOutline{pointer.at_px});
    if (!drawing || !pointer.released) return;
    if (pointer.clicked)
        commands.push_back(DropOutline{});  // the click itself takes what is under it
    else
        commands.push_back(ChooseInside{pointer.alt     ? Combine::remove
                                        : pointer.shift ? Combine::add
                                                        : Combine::replace});
}

void draw_measure(const AppState& state, const Pointer& pointer, std::vector<Command>& commands) {
    if (!pointer.clicked) return;
    const Tape& tape = state.tape;
    const render::Camera& camera = state.cameras[pointer.city];
    if (tape.city == pointer.city && !tape.closed && tape.points_local.size() >= 3) {
        const auto first =
            pixel_of(camera, glm::vec3(tape.points_local.front(), 0.0f), pointer.size_px);
        if (first &&
            std::hypot(first->x - pointer.at_px.x, first->y - pointer.at_px.y) <= closes_px) {
            commands.push_back(CloseMeasure{});
            return;
        }
    }
    if (const auto at = ground_point(camera, pointer.at_px, pointer.size_px))
        commands.push_back(AddMeasurePoint{pointer.city, *at});
}

}  // namespace

void tool_input(const AppState& state, const Pointer& pointer, std::vector<Command>& commands) {
    if (pointer.city >= city_slots || !(pointer.size_px.x > 0.0f) || !(pointer.size_px.y > 0.0f))
        return;
    if (state.tool == Tool::box || state.tool == Tool::lasso)
        draw_outline(state, pointer, commands);
    if (state.tool == Tool::measure) draw_measure(state, pointer, commands);
}

std::optional<Command> step_back(const AppState& state) {
    if (state.blank) return SetBlank{false};
    if (state.show_help) return ShowHelp{false};
    if (!state.outline.points_px.empty()) return DropOutline{};
    if (!state.tape.points_local.empty()) return ClearMeasure{};
    if (state.tool != Tool::navigate) return SetTool{Tool::navigate};
    if (state.show_bookmarks) return ShowBookmarks{false};
    for (std::size_t city = 0; city < city_slots; ++city)
        if (state.load_notes[city]) return ShowLoadNotes{city, false};
    for (std::size_t city = 0; city < city_slots; ++city)
        if (state.selected[city].building >= 0 || state.selected[city].road >= 0 ||
            state.selected[city].cell >= 0)
            return Select{city, {}};
    for (std::size_t city = 0; city < city_slots; ++city)
        if (!state.chosen[city].empty()) return ClearChosen{city};
    if (state.full_screen) return SetFullScreen{false};
    return std::nullopt;
}

}  // namespace viewer
