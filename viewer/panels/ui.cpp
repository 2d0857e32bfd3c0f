// All panels of a frame, and the column that floats at the left of each map.
#include "viewer/panels/overlay.h"

namespace viewer {

namespace {

// What to do with the tool in hand, bookmarks, totals of what is chosen, what opening the city
// found: one window, so that none
// covers another.
void draw_left_column(const UiView& view, std::size_t city, Commands& commands) {
    const bool bookmarks = city == 0 && view.state.show_bookmarks,
               chosen = view.slots[city].data && !view.state.chosen[city].empty(),
               notes = view.slots[city].data && view.state.load_notes[city],
               offer = !view.state.load_offers[city].empty();
    const bool hint = city == 0 && view.state.tool != Tool::navigate;
    if (!bookmarks && !chosen && !hint && !notes && !offer) return;
    const float s = view.layout.scale, margin = view.layout.margin,
                strip = city == 0 ? 48 * s + margin : 0.0f;
    const Layout::Box map = view.layout.map(city);
    ImGui::SetNextWindowPos({map.low.x + margin + strip, map.low.y + margin});
    ImGui::SetNextWindowSize({358 * s, 0});
    ImGui::Begin(("##column" + std::to_string(city)).c_str(), nullptr, floating_window);
    if (hint) {
        ImGui::PushTextWrapPos(0.0f);
        ImGui::TextDisabled("%s",
                            view.text["hint." + std::string(name_of(view.state.tool))].c_str());
        ImGui::PopTextWrapPos();
        if (bookmarks || chosen || notes || offer) ImGui::Dummy({0, 0.5f * margin});
    }
    if (bookmarks) draw_bookmark_panel(view, commands);
    if (bookmarks && chosen) ImGui::Dummy({0, 0.5f * margin});
    if (chosen) draw_chosen_panel(view, city, commands);
    if ((notes || offer) && (bookmarks || chosen)) ImGui::Dummy({0, 0.5f * margin});
    if (offer) draw_load_offer(view, city, commands);
    if (offer && notes) ImGui::Dummy({0, 0.5f * margin});
    if (notes) draw_load_notes(view, city, commands);
    ImGui::End();
}

}  // namespace

void draw_ui(const UiView& view, Commands& commands) {
    draw_top_bar(view, commands);
    ImGui::SetNextWindowPos({0, view.layout.top_bar_h});
    ImGui::SetNextWindowSize({view.layout.side_w, view.layout.size.y - view.layout.top_bar_h});
    ImGui::Begin("##side", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_layer_panel(view, commands);
    draw_legend(view);
    draw_scenario_panel(view, commands);
    ImGui::End();
    for (std::size_t city = 0; city < view.layout.cities; ++city) {
        draw_summary_panel(view, city, commands);
        draw_map_furniture(view, city, commands);
        draw_minimap(view, city, commands);
        draw_left_column(view, city, commands);
        const Selection pinned = view.state.selected[city];
        const bool is_pinned = pinned.building >= 0 || pinned.road >= 0 || pinned.cell >= 0;
        draw_card(view, city, is_pinned ? pinned : view.state.hovered[city], is_pinned, commands);
    }
    draw_time_bar(view, commands);
    time_keys(view, commands);
    draw_tool_strip(view, commands);
    draw_outline(view);
    draw_measure(view, commands);
    draw_health_panel(view, commands);
    draw_start_note(view);
    draw_help(view, commands);
}

}  // namespace viewer
