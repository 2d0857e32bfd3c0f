#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/city/enum_array.h"

namespace city {

/// Functional class, in OpenStreetMap's words. `path` carries no motor traffic.
enum class RoadClass : std::uint8_t {
    unknown,
    motorway,
    trunk,
    primary,
    secondary,
    tertiary,
    residential,
    service,
    path,
    rail,
    count_
};

std::string_view name_of(RoadClass road_class);
std::optional<RoadClass> road_class_from_name(std::string_view name);

constexpr bool carries_motor_traffic(RoadClass road_class) {
    return road_class != RoadClass::path && road_class != RoadClass::rail;
}

}  // namespace city
