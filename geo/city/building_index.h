#pragma once

#include <cstdint>

namespace city {

/// Row of a building in every column, vertex attribute, picked pixel and selection.
enum class BuildingIndex : std::uint32_t {};
/// Row of a road segment.
enum class RoadIndex : std::uint32_t {};

inline constexpr BuildingIndex no_building{0xffffffffu};
inline constexpr RoadIndex no_road{0xffffffffu};

constexpr std::uint32_t row(BuildingIndex index) {
    return static_cast<std::uint32_t>(index);
}
constexpr std::uint32_t row(RoadIndex index) {
    return static_cast<std::uint32_t>(index);
}

}  // namespace city
