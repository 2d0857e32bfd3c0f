#pragma once

#include <optional>
#include <string>

#include "viewer/panels/ui_view.h"

namespace viewer {

// What is drawn on the map itself, under all windows.

/// A list that draws inside one city's map only, until end_overlay.
ImDrawList& begin_overlay(const UiView& view, std::size_t city);
void end_overlay(ImDrawList& draw);

/// Screen place of a point of a city, in pixels of the window; none behind the eye.
std::optional<ImVec2> on_screen(const UiView& view, std::size_t city, glm::vec3 local);

/// Text on a plate that is readable over any map; `anchor` 0..1 says which point of the plate
/// stands at `at`.
void plate(ImDrawList& draw, const UiView& view, ImVec2 at, ImVec2 anchor, const std::string& text);

/// Position and flags of a small window that floats on the map.
constexpr int floating_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                ImGuiWindowFlags_AlwaysAutoResize |
                                ImGuiWindowFlags_NoSavedSettings;

}  // namespace viewer
