#pragma once

#include <cstdint>
#include <memory>

namespace emissions {

/// How the useful energy of buildings is found. Both stay selectable.
enum class Method : std::uint8_t {
    benchmark,  ///< cited intensities by use, era and climate x floor area
    physics,    ///< hourly zone model of every building
};

/// Where the traffic of an uncounted road comes from.
enum class TrafficMethod : std::uint8_t {
    road_class,  ///< the class's usual traffic x lanes over usual lanes
    assignment,  ///< trips of buildings and of the map's edge on the road graph; local streets keep
                 ///< at least the usual traffic
};

/// All of a city that does not depend on the scenario; see baseline.h.
struct Baseline;
using BaselinePtr =
    std::shared_ptr<const Baseline>;  // shared: the UI and a running job both read it

}  // namespace emissions
