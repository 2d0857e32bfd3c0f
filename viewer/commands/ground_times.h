#pragma once

#include <array>
#include <nlohmann/json.hpp>

#include "viewer/scene/scene.h"

namespace viewer {

/// What a density on the ground takes a worker, in ms, as columns and as a field: at first, with
/// the shares of each building and road in its cells; again after a slider moved; where the state
/// has a clock, of an hour as well, at first with the scale of all hours.
nlohmann::json ground_times(AppState state, const std::array<CitySlot, city_slots>& slots,
                            Scene& scene);

}  // namespace viewer
