#pragma once

#include <cstdint>
#include <string_view>

#include "geo/city/enum_array.h"

namespace viewer {

/// What the left mouse button does on the map.
enum class Tool : std::uint8_t { navigate, box, lasso, measure, count_ };

/// Also the key of its label, "tool.box"; `key` is the letter that takes it up.
constexpr std::string_view name_of(Tool tool) {
    constexpr std::string_view names[] = {"navigate", "box", "lasso", "measure"};
    return names[static_cast<std::size_t>(tool)];
}
constexpr char key_of(Tool tool) {
    constexpr char keys[] = {'v', 'b', 'l', 'm'};
    return keys[static_cast<std::size_t>(tool)];
}

}  // namespace viewer
