#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "emissions/scenario/scenario.h"
#include "render/camera.h"
#include "render/color_scale.h"
#include "viewer/quantity.h"
#include "viewer/search.h"
#include "viewer/tools/measure.h"
#include "viewer/tools/selection.h"
#include "viewer/tools/tool.h"

namespace viewer {

inline constexpr std::size_t city_slots = 2;

/// What carries the colours of a layer: the buildings themselves, or their (and the roads') density on the ground.
enum class ShownAs : std::uint8_t { buildings, field, columns, count_ };
std::string_view name_of(ShownAs shown);

struct LayerChoice {
    Quantity quantity = Quantity::co2e;
    Per per = Per::m2;
    render::Spacing spacing = render::Spacing::quantile;
    Compare compare = Compare::after;
    ShownAs shown = ShownAs::buildings;
    bool flows = false;       ///< roads as wide as their traffic
    float cell_m = 0.0f;      ///< of the columns; 0: what suits the larger city
    float bandwidth_m = 0.0f; ///< of the field; 0: what suits the larger city
    bool operator==(const LayerChoice&) const = default;
};

struct Selection {
    int building = -1, road = -1;
    int cell = -1;  ///< a column of the grid on the ground
    bool operator==(const Selection&) const = default;
};

/// What plays: the hours of one day, the typical days of twelve months, or the year at one hour.
enum class Play : std::uint8_t { day, year_of_days, year_at_hour, count_ };

/// A date and an hour for the sun, on each city's own clock (standard time), and for loads and traffic when they are shown.
struct SunTime {
    int month = 6, day = 21;
    float hour = 16.0f;  ///< 0..24
    bool playing = false;
    Play play = Play::day;
    float speed = 1.0f;     ///< 1: a day in 20 s
    float day_part = 0.0f;  ///< of the day that passes while the year plays at one hour
    bool loads = false;     ///< the layer shows what flows in this hour, not the year's amount
    bool weekend = false;
    bool operator==(const SunTime&) const = default;
};

/// A view that can be returned to: a stop of a talk.
struct Bookmark {
    std::string name;
    std::array<render::Camera, city_slots> cameras;
    LayerChoice layer;
    std::optional<SunTime> sun_time;
    std::array<Selection, city_slots> selected;
    std::array<ChosenRows, city_slots> chosen;
    /// Of the cities it was made with: rows mean something in a city of as many buildings only.
    std::array<std::size_t, city_slots> building_counts{};
    bool operator==(const Bookmark&) const = default;
};

/// Everything the screen shows or edits, as plain values. Changed by apply() alone.
struct AppState {
    std::string language = "en";
    bool dark = false, shadows = true, large_text = false, full_screen = false, linked = true;
    LayerChoice layer;
    std::optional<SunTime> sun_time;  ///< none: a fixed light that suits maps
    emissions::Scenario scenario;
    std::vector<emissions::Scenario> undo, redo;
    bool dragging = false;  ///< a slider is held: its whole way is one step of undo
    std::array<render::Camera, city_slots> cameras;
    std::array<Selection, city_slots> selected, hovered;
    std::array<std::size_t, city_slots> building_counts{};  ///< of the cities that are open
    Tool tool = Tool::navigate;
    Outline outline;  ///< being drawn; without points when nothing is
    std::array<ChosenRows, city_slots> chosen;
    Tape tape;
    std::vector<Bookmark> bookmarks;
    int bookmark = -1;  ///< where the talk stands
    bool show_bookmarks = false, show_help = false, show_health = false, show_sources = false, blank = false;
    std::vector<SearchHit> hits;  ///< of the search field, as one types
    std::string search, scenario_path = "scenario.toml", bookmark_path = "bookmarks.toml", export_name = "selection", message;
    bool quit = false;
};

}  // namespace viewer
