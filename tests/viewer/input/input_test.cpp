// Keys, wheel and game controller, pressed as plain numbers.
#include <cmath>

#include "tests/support/catch.h"
#include "viewer/input/camera_input.h"
#include "viewer/input/flight.h"
#include "viewer/input/gamepad.h"
#include "viewer/input/keys.h"
#include "viewer/state/apply.h"

using namespace viewer;

namespace {

template <class Wanted>
std::optional<Wanted> pressed(const AppState& state, KeyPress press) {
    std::vector<Command> commands;
    key_commands(state, press, 2, commands);
    for (const Command& command : commands)
        if (const auto* wanted = std::get_if<Wanted>(&command)) return *wanted;
    return std::nullopt;
}

AppState with_bookmarks(int count) {
    AppState state;
    for (int k = 0; k < count; ++k) apply(state, AddBookmark{"stop"});
    state.bookmark = -1;
    return state;
}

}  // namespace

TEST_CASE("letters take up tools, with Ctrl they do not", "[viewer][input]") {
    const AppState state;
    CHECK(pressed<SetTool>(state, {key_for('b')})->tool == Tool::box);
    CHECK(pressed<SetTool>(state, {key_for('l')})->tool == Tool::lasso);
    CHECK(pressed<SetTool>(state, {key_for('m')})->tool == Tool::measure);
    CHECK(pressed<SetTool>(state, {key_for('v')})->tool == Tool::navigate);
    CHECK_FALSE(pressed<SetTool>(state, {key_for('v'), true}));
    CHECK(pressed<Undo>(state, {key_for('z'), true}));
    CHECK(pressed<Redo>(state, {key_for('z'), true, true}));
}

TEST_CASE("a clicker walks the bookmarks, and without any switches the language",
          "[viewer][input]") {
    CHECK(pressed<SetLanguage>(AppState{}, {Key::page_down})->language == "zh");
    AppState state = with_bookmarks(3);
    CHECK_FALSE(pressed<SetLanguage>(state, {Key::page_down}));
    std::vector<std::size_t> visited;
    for (const Key key :
         {Key::page_down, Key::page_down, Key::page_down, Key::page_down, Key::page_up}) {
        const auto to = pressed<GoToBookmark>(state, {key});
        REQUIRE(to);
        visited.push_back(to->index);
        apply(state, *to);
    }
    CHECK(visited == std::vector<std::size_t>{0, 1, 2, 2, 1});
    CHECK(pressed<GoToBookmark>(state, {key_for('3')})->index == 2);
    CHECK_FALSE(pressed<GoToBookmark>(state, {key_for('4')}));
}

TEST_CASE("a blank screen comes back at any key", "[viewer][input]") {
    AppState state;
    apply(state, *pressed<SetBlank>(state, {key_for('.')}));
    CHECK(state.blank);
    CHECK_FALSE(pressed<SetTool>(state, {key_for('b')}));
    apply(state, *pressed<SetBlank>(state, {Key::page_down}));
    CHECK_FALSE(state.blank);
    CHECK(pressed<SetFullScreen>(state, {Key::f5})->on);
    CHECK(pressed<ShowHelp>(state, {Key::f1})->on);
    CHECK(pressed<ShowHelp>(state, {key_for('?')})->on);
}

TEST_CASE("N turns both maps north up, once when they are linked", "[viewer][input]") {
    AppState state;
    state.cameras[0].heading_rad = state.cameras[1].heading_rad = 1.0f;
    std::vector<Command> commands;
    key_commands(state, {key_for('n')}, 2, commands);
    REQUIRE(commands.size() == 1);
    CHECK(std::get<FlyTo>(commands[0]).camera.heading_rad == 0.0f);
    state.linked = false;
    commands.clear();
    key_commands(state, {key_for('n')}, 2, commands);
    CHECK(commands.size() == 2);
}

TEST_CASE("held keys move by time, whatever the frame rate", "[viewer][input]") {
    CameraInput input;
    input.keys_pan = {1, 0};
    input.keys_turn = 1;
    input.keys_zoom = 1;
    const render::Camera start;
    render::Camera slow = start, fast = start;
    input.seconds = 0.1f;
    for (int k = 0; k < 5; ++k) slow = moved(slow, input, 800);
    input.seconds = 0.01f;
    for (int k = 0; k < 50; ++k) fast = moved(fast, input, 800);
    CHECK(slow.distance_m < start.distance_m);
    CHECK(slow.heading_rad > start.heading_rad);
    CHECK_THAT(slow.distance_m, WithinRel(fast.distance_m, 0.001f));
    CHECK_THAT(slow.heading_rad, WithinAbs(fast.heading_rad, 0.001));
    CHECK(moved(start, {}, 800) == start);
    // Right is right: the map's target goes east when it is seen north up.
    CameraInput right;
    right.keys_pan = {1, 0};
    right.seconds = 0.05f;
    CHECK(moved(start, right, 800).target_local.x > 0);
    right.keys_pan = {0, 1};
    CHECK(moved(start, right, 800).target_local.y > 0);
}

TEST_CASE("a wheel zooms; two fingers that move sideways pan, with Ctrl they zoom",
          "[viewer][input]") {
    ScrollGesture gesture;
    CHECK_FALSE(gesture.pans({0, 1}, false, 0.0));
    CHECK(gesture.pans({0.4f, 0.1f}, false, 1.0));
    CHECK(gesture.pans({0, 0.3f}, false, 1.1));  // the same gesture, for a moment straight up
    CHECK_FALSE(gesture.pans({0, 0.3f}, true, 1.15));
    CHECK_FALSE(gesture.pans({0, 1}, false, 3.0));  // rested: a wheel again
    CameraInput input;
    input.wheel = {0, 1};
    CHECK(moved({}, input, 800).distance_m < render::Camera().distance_m);
    input.wheel_pans = true;
    CHECK(moved({}, input, 800).distance_m == render::Camera().distance_m);
    CHECK(moved({}, input, 800).target_local != render::Camera().target_local);
}

TEST_CASE("a stick rests in its dead zone and moves the map outside it", "[viewer][input]") {
    const render::Camera start;
    Gamepad pad;
    pad.left = {0.1f, -0.1f};
    pad.right_trigger = 0.1f;
    CHECK_FALSE(moves(pad));
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800) == start);
    pad.left = {1, 0};
    CHECK(moves(pad));
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800).target_local.x > 0);
    pad.left = {0, -1};  // away from the body
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800).target_local.y > 0);
    pad = {};
    pad.right = {1, 0};
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800).heading_rad > 0);
    pad = {};
    pad.right_trigger = 1;
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800).distance_m < start.distance_m);
    pad = {};
    pad.left_trigger = 1;
    CHECK(moved_by_gamepad(start, pad, 0.05f, 800).distance_m > start.distance_m);
}

TEST_CASE("a button of the controller counts once, when it goes down", "[viewer][input]") {
    AppState state = with_bookmarks(2);
    apply(state, SetTool{Tool::box});
    Gamepad up, down;
    down.b = down.right_bumper = true;
    std::vector<Command> commands;
    gamepad_commands(state, up, down, commands);
    REQUIRE(commands.size() == 2);
    CHECK(std::get<SetTool>(commands[0]).tool == Tool::navigate);
    CHECK(std::get<GoToBookmark>(commands[1]).index == 0);
    commands.clear();
    gamepad_commands(state, down, down, commands);
    CHECK(commands.empty());
}

TEST_CASE(
    "a flight over one linked city leaves the other over its place, at the same angle and scale",
    "[viewer][input]") {
    AppState state;
    state.cameras[1].target_local = {700, 300, 0};
    render::Camera to = state.cameras[0];
    to.target_local = {100, 50, 0};
    to.distance_m = 400;
    to.heading_rad = 1.0f;
    Flights flights;
    flights.start(state, 0, to);
    int frames = 0;
    for (; flights.under_way() && frames < 1000; ++frames) {
        flights.advance(state, 1.0f / 60);
        CHECK(state.cameras[1].distance_m == state.cameras[0].distance_m);
    }
    CHECK(frames > 10);
    CHECK(frames < 1000);
    CHECK(state.cameras[0].target_local == to.target_local);
    CHECK(state.cameras[1].target_local == glm::vec3(700, 300, 0));
    CHECK_THAT(state.cameras[1].heading_rad, WithinAbs(1.0, 1e-5));
    flights.start(state, 0, render::Camera());
    flights.advance(state, 0.05f);
    const auto half_way = state.cameras[0];
    flights.cancel();
    flights.advance(state, 0.05f);
    CHECK(state.cameras[0] == half_way);
    state.linked = false;
    flights.start(state, 0, render::Camera());
    const float heading_rad = state.cameras[1].heading_rad;
    for (int k = 0; k < 100; ++k) flights.advance(state, 0.05f);
    CHECK(state.cameras[1].heading_rad == heading_rad);
}
