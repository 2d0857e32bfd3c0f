#include "viewer/input/camera_input.h"

#include <algorithm>
#include <cmath>

namespace viewer {

namespace {
constexpr float turn_rad_per_px = 0.006f, tilt_rad_per_px = 0.005f, zoom_per_notch = 0.87f,
                pan_px_per_notch = 42.0f;
constexpr float keys_pan_share_per_s = 0.7f;  // of the view's height
constexpr float keys_turn_rad_per_s = 1.1f, keys_tilt_rad_per_s = 0.7f, keys_zoom_per_s = 0.35f;
}  // namespace

render::Camera moved(render::Camera camera, const CameraInput& input, float view_height_px) {
    if (input.turn_px != glm::vec2(0))
        camera.orbit(input.turn_px.x * turn_rad_per_px, input.turn_px.y * tilt_rad_per_px);
    if (input.pan_px != glm::vec2(0)) camera.pan(input.pan_px, view_height_px);
    if (input.wheel_pans)
        camera.pan(input.wheel * pan_px_per_notch, view_height_px);
    else if (input.wheel.y != 0.0f)
        camera.zoom(std::pow(zoom_per_notch, input.wheel.y));
    // A long pause (a dialog, a slow frame) must not throw the camera away.
    const float seconds = std::min(input.seconds, 0.1f);
    if (input.keys_pan != glm::vec2(0))
        camera.pan(glm::vec2(-input.keys_pan.x, input.keys_pan.y) *
                       (keys_pan_share_per_s * view_height_px * seconds),
                   view_height_px);
    if (input.keys_turn != 0.0f || input.keys_tilt != 0.0f)
        camera.orbit(input.keys_turn * keys_turn_rad_per_s * seconds,
                     input.keys_tilt * keys_tilt_rad_per_s * seconds);
    if (input.keys_zoom != 0.0f) camera.zoom(std::pow(keys_zoom_per_s, input.keys_zoom * seconds));
    return camera;
}

bool ScrollGesture::pans(glm::vec2 wheel, bool ctrl, double now_s) {
    constexpr double rest_s = 0.35;
    if (wheel == glm::vec2(0) || ctrl) return false;
    const bool sideways = wheel.x != 0.0f || now_s < sideways_until_s_;
    if (sideways) sideways_until_s_ = now_s + rest_s;
    return sideways;
}

}  // namespace viewer
