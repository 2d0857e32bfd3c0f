#pragma once

#include <array>
#include <vector>

#include <imgui.h>

#include "text/i18n.h"
#include "viewer/slots/city_slot.h"
#include "viewer/state/app_state.h"
#include "viewer/state/city_totals.h"
#include "viewer/state/command.h"

namespace viewer {

struct Health;
struct ShownLayer;

/// Where things are on the screen, in pixels from the top left.
struct Layout {
    float scale = 1;  ///< 1 at 1080 lines and normal text
    ImVec2 size;
    float top_bar_h = 0, side_w = 0, summary_h = 0, margin = 0;
    float time_bar_h = 0;  ///< 0 while no date is chosen
    float curve_h = 0;     ///< part of summary_h: the day's course, while loads are shown
    std::size_t cities = 1;

    /// The map itself, without bars and totals: the whole pixels that the renderer fills, from the
    /// top left.
    struct Box {
        glm::vec2 low{0}, size{0};
    };
    Box map(std::size_t city) const;
    ImVec2 view_low(std::size_t city) const;  ///< top left corner of the city's view
    ImVec2 view_size() const;
    float below_views_h() const {
        return summary_h + time_bar_h;
    }  ///< what covers the window from below
};
Layout layout_for(ImVec2 size, const AppState& state, std::size_t cities);

/// What every panel may read. A panel owns nothing and pushes commands.
struct UiView {
    const AppState& state;
    const text::Messages& text;
    const Layout& layout;
    const std::array<CitySlot, city_slots>& slots;
    const std::array<CityTotals, city_slots>& totals;
    const ShownLayer* shown;         ///< none in tests without a GPU
    const Health* health = nullptr;  ///< none in pictures without a window
};
using Commands = std::vector<Command>;

void draw_top_bar(const UiView& view, Commands& commands);
void draw_layer_panel(const UiView& view, Commands& commands);
void draw_scenario_panel(const UiView& view, Commands& commands);
void draw_summary_panel(const UiView& view, std::size_t city, Commands& commands);
void draw_legend(const UiView& view);
/// Play, hour, month, kind of day, year or hour: along the bottom while a date is chosen.
void draw_time_bar(const UiView& view, Commands& commands);
/// Space plays and pauses, [ and ] step an hour, while the mouse is over the map.
void time_keys(const UiView& view, Commands& commands);
/// The city's typical day, stacked by end use, with a mark at the hour; in the window that is open,
/// from its cursor on.
void draw_load_curve(const UiView& view, std::size_t city, ImVec2 size, Commands& commands);
void draw_card(const UiView& view, std::size_t city, Selection shown, bool pinned,
               Commands& commands);
void draw_tool_strip(const UiView& view, Commands& commands);
void draw_bookmark_panel(const UiView& view, Commands& commands);
void draw_chosen_panel(const UiView& view, std::size_t city, Commands& commands);
void draw_load_offer(const UiView& view, std::size_t city, Commands& commands);
void draw_load_notes(const UiView& view, std::size_t city, Commands& commands);
/// Drawn on the map: what is being chosen or measured.
void draw_outline(const UiView& view);
void draw_measure(const UiView& view, Commands& commands);
/// Scale bar and north arrow.
void draw_map_furniture(const UiView& view, std::size_t city, Commands& commands);
/// The whole city small, with what the view shows outlined.
void draw_minimap(const UiView& view, std::size_t city, Commands& commands);
void draw_help(const UiView& view, Commands& commands);
/// Frame times, what is slow, memory, what the graphics card cannot do.
void draw_health_panel(const UiView& view, Commands& commands);
/// For some seconds after the start: what draws, and what is switched off because of it.
void draw_start_note(const UiView& view);
/// All of them.
void draw_ui(const UiView& view, Commands& commands);

void apply_style(bool dark, float scale);

}  // namespace viewer
