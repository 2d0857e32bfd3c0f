#pragma once

#include <string>
#include <vector>

#include "viewer/panels/ui_view.h"

namespace viewer {

/// Ids of the measures that the cities on the screen have; before there is one, of all there are.
std::vector<std::string> measures_here(const UiView& view);

/// The measure's name on screen; its id, readable, where the catalogue of messages has none.
std::string measure_label(const text::Messages& text, const std::string& id);

/// Actions with a place or dates of their own, one under the other: measure, where, share, years;
/// and the names given to drawn areas, at which they can be aimed like at the city's districts.
void draw_action_list(const UiView& view, Commands& commands);

}  // namespace viewer
