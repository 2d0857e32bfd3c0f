#pragma once

#include <glm/vec2.hpp>

#include "render/camera.h"

namespace viewer {

/// What moves a camera in one frame, from all hands. Plain numbers, so that a test can press them.
struct CameraInput {
    glm::vec2 turn_px{0}, pan_px{0};  ///< mouse drags
    glm::vec2 wheel{0};               ///< notches: x sideways (trackpads), y forward
    bool wheel_pans = false;          ///< a trackpad gesture without ctrl: two fingers move the map
    glm::vec2 keys_pan{0};            ///< -1..1: arrow keys held
    float keys_turn = 0, keys_tilt = 0, keys_zoom = 0;  ///< -1..1: Q/E, R/F, +/-
    float seconds = 0;  ///< since the last frame: what is held moves by time, not by frames
};

render::Camera moved(render::Camera camera, const CameraInput& input, float view_height_px);

/// Tells a trackpad from a wheel: a wheel has no sideways part. Once a gesture has moved sideways
/// it pans until it rests.
class ScrollGesture {
  public:
    bool pans(glm::vec2 wheel, bool ctrl, double now_s);

  private:
    double sideways_until_s_ = -1;
};

}  // namespace viewer
