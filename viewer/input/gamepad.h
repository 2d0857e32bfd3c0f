#pragma once

#include <optional>
#include <vector>

#include "viewer/state/app_state.h"
#include "viewer/state/command.h"

namespace viewer {

/// A game controller as it stands now: sticks -1..1 (right and down positive), triggers 0..1.
struct Gamepad {
    glm::vec2 left{0}, right{0};
    float left_trigger = 0, right_trigger = 0;
    bool a = false, b = false, left_bumper = false, right_bumper = false;
};

/// Left stick moves the map, right stick turns and tilts, right trigger closer, left trigger away.
/// Inside the dead zone a stick rests; outside the speed grows smoothly from nothing.
render::Camera moved_by_gamepad(render::Camera camera, const Gamepad& pad, float seconds,
                                float view_height_px);
/// True when a stick or a trigger is out of its dead zone.
bool moves(const Gamepad& pad);

/// Buttons that went down since `before`: B back, bumpers the bookmark before and after. A (take
/// what is in the middle) needs the picture and is the caller's.
void gamepad_commands(const AppState& state, const Gamepad& before, const Gamepad& now,
                      std::vector<Command>& commands);

}  // namespace viewer
