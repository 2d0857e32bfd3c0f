#pragma once

#include <cstdint>
#include <vector>

#include "emissions/model/parameters.h"

namespace emissions {

/// What drives on every road: few states, as many as sets of measures meet on one road.
struct FleetOfRoads {
    std::vector<FleetParameters> states{1};
    std::vector<std::uint32_t> state_of_road;  ///< empty: all roads have the first state

    const FleetParameters& on(std::size_t road) const {
        return states[state_of_road.empty() ? 0 : state_of_road[road]];
    }
};

}  // namespace emissions
