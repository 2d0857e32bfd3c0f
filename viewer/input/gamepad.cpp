#include "viewer/input/gamepad.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "viewer/input/keys.h"
#include "viewer/input/tool_input.h"

namespace viewer {

namespace {

constexpr float dead_zone = 0.16f;  // worn sticks rest at up to a tenth
constexpr float pan_share_per_s = 0.9f, turn_rad_per_s = 1.6f, tilt_rad_per_s = 0.9f,
                zoom_per_s = 0.28f;

float live(float value) {
    const float size = std::abs(value);
    if (!(size > dead_zone)) return 0.0f;
    const float share = std::min((size - dead_zone) / (1.0f - dead_zone), 1.0f);
    return std::copysign(share * share, value);  // fine near the middle
}

// Round, not square: a diagonal is no faster.
glm::vec2 live(glm::vec2 stick) {
    const float size = std::min(glm::length(stick), 1.0f), speed = live(size);
    return speed > 0.0f ? stick / glm::length(stick) * speed : glm::vec2(0);
}

}  // namespace

bool moves(const Gamepad& pad) {
    return live(pad.left) != glm::vec2(0) || live(pad.right) != glm::vec2(0) ||
           live(pad.left_trigger) != 0.0f || live(pad.right_trigger) != 0.0f;
}

render::Camera moved_by_gamepad(render::Camera camera, const Gamepad& pad, float seconds,
                                float view_height_px) {
    if (!moves(pad)) return camera;
    seconds = std::min(seconds, 0.1f);
    camera.pan(-live(pad.left) * (pan_share_per_s * view_height_px * seconds), view_height_px);
    const glm::vec2 turn = live(pad.right);
    camera.orbit(turn.x * turn_rad_per_s * seconds, turn.y * tilt_rad_per_s * seconds);
    camera.zoom(std::pow(zoom_per_s, (live(pad.right_trigger) - live(pad.left_trigger)) * seconds));
    return camera;
}

void gamepad_commands(const AppState& state, const Gamepad& before, const Gamepad& now,
                      std::vector<Command>& commands) {
    const auto add = [&](std::optional<Command> command) {
        if (command) commands.push_back(std::move(*command));
    };
    if (now.b && !before.b) add(step_back(state));
    if (now.left_bumper && !before.left_bumper) add(bookmark_step(state, -1));
    if (now.right_bumper && !before.right_bumper) add(bookmark_step(state, 1));
}

}  // namespace viewer
