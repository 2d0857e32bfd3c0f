#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "emissions/model/scenario.h"
#include "render/camera.h"
#include "viewer/layers/layer_choice.h"
#include "viewer/layers/sun_time.h"
#include "viewer/slots/city_slots.h"
#include "viewer/state/search.h"
#include "viewer/tools/measure.h"
#include "viewer/tools/selection.h"
#include "viewer/tools/tool.h"

namespace viewer {

struct Selection {
    int building = -1, road = -1;
    int cell = -1;  ///< a column of the grid on the ground
    bool operator==(const Selection&) const = default;
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

/// What a city's opening leaves to a person, to be taken up by one key or button.
struct LoadOffer {
    std::vector<std::string> servers;  ///< to be asked for it, without their passwords
    bool undo_offset = false;          ///< its report has found one
    bool empty() const { return servers.empty() && !undo_offset; }
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
    bool show_bookmarks = false, show_help = false, show_health = false, show_sources = false,
         blank = false;
    std::vector<SearchHit> hits;  ///< of the search field, as one types
    std::string search, scenario_path = "scenario.toml", bookmark_path = "bookmarks.toml",
                        export_name = "selection", message;
    /// Whether it is told what opening the city repaired, guessed or left out.
    std::array<bool, city_slots> load_notes{};
    std::array<LoadOffer, city_slots> load_offers;
    bool quit = false;
};

}  // namespace viewer
