// Mouse, keys and game controller of one frame, turned into commands by the pure functions of
// input/ and tools/.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "viewer/app/app.h"
#include "viewer/input/tool_input.h"

namespace viewer {

render::FrameView App::frame() const {
    const int side = static_cast<int>(layout_.side_w),
              summary = static_cast<int>(layout_.below_views_h()),
              top = static_cast<int>(layout_.top_bar_h);
    return scene_->frame(state_, slots_,
                         {side, summary, size_px_.x - side, size_px_.y - top - summary}, size_px_);
}

std::size_t App::city_under_cursor(glm::vec2& in_view_px) const {
    const render::FrameView now = frame();
    const glm::vec2 from_below(cursor_px_.x, static_cast<float>(size_px_.y) - cursor_px_.y);
    for (std::size_t c = 0; c < now.cities.size(); ++c) {
        const glm::vec2 in = from_below - glm::vec2(now.cities[c].low_px);
        const glm::vec2 size(now.cities[c].size_px);
        if (in.x < 0 || in.y < 0 || in.x >= size.x || in.y >= size.y) continue;
        in_view_px = {in.x, size.y - in.y};
        return c;
    }
    return city_slots;
}

Selection App::picked(std::size_t city, glm::vec2 at_px) const {
    return slots_[city].data ? selection_of(renderer_->pick(frame().cities[city], at_px))
                             : Selection{};
}

void App::hover() {
    if (cursor_px_ == last_cursor_px_) return;
    for (Selection& hovered : state_.hovered) hovered = {};
    glm::vec2 at;
    const std::size_t city = city_under_cursor(at);
    if (city == city_slots || ImGui::GetIO().WantCaptureMouse || ImGui::IsMouseDown(0) ||
        ImGui::IsMouseDown(1) || state_.tool == Tool::measure)
        return;
    state_.hovered[city] = picked(city, at);
}

void App::move_camera(std::size_t city, const render::Camera& to) {
    if (to == state_.cameras[city]) return;
    flights_.cancel();
    carry_out(MoveCamera{city, to});
}

void App::mouse(Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    glm::vec2 at;
    std::size_t city = city_under_cursor(at);
    if (ImGui::IsMouseClicked(0)) press_moved_ = false;
    if (std::abs(io.MouseDelta.x) + std::abs(io.MouseDelta.y) > 0 &&
        (ImGui::IsMouseDragging(0, 4.0f) || ImGui::IsMouseDragging(1) || ImGui::IsMouseDragging(2)))
        press_moved_ = true;
    const bool drawing = !state_.outline.points_px.empty();
    if (drawing) {
        // An outline belongs to its view, also while the cursor is beside it.
        city = state_.outline.city;
        const Layout::Box map = layout_.map(city);
        at = glm::clamp(cursor_px_ - map.low, glm::vec2(0), map.size);
    } else if (io.WantCaptureMouse || city == city_slots) {
        return;
    }
    const Layout::Box map = layout_.map(city);
    const Pointer pointer{city,
                          at,
                          map.size,
                          ImGui::IsMouseClicked(0),
                          ImGui::IsMouseDown(0),
                          ImGui::IsMouseReleased(0),
                          ImGui::IsMouseDoubleClicked(0),
                          ImGui::IsMouseReleased(0) && !press_moved_,
                          io.KeyShift,
                          io.KeyAlt};
    tool_input(state_, pointer, commands);
    const bool draws = state_.tool == Tool::box || state_.tool == Tool::lasso;
    CameraInput input;
    const glm::vec2 drag(io.MouseDelta.x, io.MouseDelta.y);
    if (ImGui::IsMouseDragging(1) || ImGui::IsMouseDragging(2))
        input.pan_px = drag;
    else if (ImGui::IsMouseDragging(0, 4.0f) && !draws)
        (io.KeyShift ? input.pan_px : input.turn_px) = drag;
    if (!drawing) {
        input.wheel = {io.MouseWheelH, io.MouseWheel};
        input.wheel_pans = scroll_.pans(input.wheel, io.KeyCtrl, ImGui::GetTime());
    }
    move_camera(city, moved(state_.cameras[city], input, map.size.y));
    if (!pointer.clicked || state_.tool == Tool::measure) return;
    const Selection under = picked(city, at);
    if (!draws) {
        commands.push_back(Select{city, under});
        return;
    }
    ChosenRows one;
    if (under.building >= 0) one.buildings.push_back(static_cast<std::uint32_t>(under.building));
    if (under.road >= 0) one.roads.push_back(static_cast<std::uint32_t>(under.road));
    commands.push_back(ChooseRows{city, one,
                                  io.KeyAlt     ? Combine::remove
                                  : io.KeyShift ? Combine::add
                                                : Combine::replace});
}

void App::keyboard(Commands& commands) {
    const std::vector<KeyPress> presses = window_.take_keys();
    held_ = false;
    if (ImGui::GetIO().WantTextInput) return;
    for (const KeyPress& press : presses) key_commands(state_, press, layout_.cities, commands);
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl) return;
    const auto held = [this](Key key) { return window_.is_held(key) ? 1.0f : 0.0f; };
    const auto held_letter = [&](char letter) { return held(key_for(letter)); };
    CameraInput input;
    input.keys_pan = {held(Key::right) - held(Key::left), held(Key::up) - held(Key::down)};
    input.keys_turn = held_letter('e') - held_letter('q');
    input.keys_tilt = held_letter('r') - held_letter('f');
    input.keys_zoom = held_letter('+') - held_letter('-');
    input.seconds = io.DeltaTime;
    held_ = input.keys_pan != glm::vec2(0) || input.keys_turn != 0 || input.keys_tilt != 0 ||
            input.keys_zoom != 0;
    if (!held_) return;
    glm::vec2 ignored;
    const std::size_t under = city_under_cursor(ignored), city = under < layout_.cities ? under : 0;
    move_camera(city, moved(state_.cameras[city], input, layout_.map(city).size.y));
}

void App::gamepad(Commands& commands) {
    const std::optional<Gamepad> pad = Window::gamepad();
    if (!pad) return;
    gamepad_commands(state_, pad_, *pad, commands);
    glm::vec2 ignored;
    const std::size_t under = city_under_cursor(ignored), city = under < layout_.cities ? under : 0;
    const Layout::Box map = layout_.map(city);
    if (pad->a && !pad_.a) commands.push_back(Select{city, picked(city, 0.5f * map.size)});
    if (moves(*pad)) {
        held_ = true;
        move_camera(city, moved_by_gamepad(state_.cameras[city], *pad, ImGui::GetIO().DeltaTime,
                                           map.size.y));
    }
    pad_ = *pad;
}

void App::take_input(Commands& commands) {
    keyboard(commands);
    gamepad(commands);
    mouse(commands);
}

}  // namespace viewer
