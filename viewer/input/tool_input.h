#pragma once

#include <vector>

#include "viewer/state/app_state.h"
#include "viewer/state/command.h"

namespace viewer {

/// The mouse over one city's view, in pixels of the view (origin top left).
struct Pointer {
    std::size_t city = 0;
    glm::vec2 at_px{0}, size_px{0};
    bool pressed = false, down = false, released = false,
         double_clicked = false;  ///< left button, this frame
    bool clicked = false;         ///< released where it was pressed
    bool shift = false, alt = false;
};

/// What the left button does under box, lasso and measure; nothing under navigate. Pure: the state
/// and a pointer in, commands out.
void tool_input(const AppState& state, const Pointer& pointer, std::vector<Command>& commands);

/// What Escape (and B of a game controller) leaves first: the outermost thing that is open, chosen
/// or measured.
std::optional<Command> step_back(const AppState& state);

}  // namespace viewer
