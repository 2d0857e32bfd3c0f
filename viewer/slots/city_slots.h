#pragma once

#include <cstddef>

namespace viewer {

/// Cities side by side.
inline constexpr std::size_t city_slots = 2;

}  // namespace viewer
