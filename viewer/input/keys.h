#pragma once

#include <vector>

#include "viewer/state/app_state.h"
#include "viewer/state/command.h"

namespace viewer {

/// A key as it is written on the user's keyboard: 'a'..'z', '0'..'9', '.', '+'... or one of these.
enum class Key : int {
    none = 0,
    home = 256,
    page_up,
    page_down,
    escape,
    enter,
    backspace,
    remove,
    f1,
    f2,
    f3,
    f4,
    f5,
    f11,
    left,
    right,
    up,
    down
};
constexpr Key key_for(char letter) {
    return static_cast<Key>(letter);
}

/// One press, with what was held beside it.
struct KeyPress {
    Key key = Key::none;
    bool ctrl = false, shift = false, alt = false;
};

/// What a press asks for. `cities` are shown. Pure.
void key_commands(const AppState& state, KeyPress press, std::size_t cities,
                  std::vector<Command>& commands);

/// The bookmark `by` steps on from where the talk stands, if there is one.
std::optional<Command> bookmark_step(const AppState& state, int by);

}  // namespace viewer
