#pragma once

#include <array>

#include "viewer/state/app_state.h"

namespace viewer {

/// Cameras under way, one per city. A linked city that is not flown stays over its place and takes
/// on heading, pitch and distance only: the same words name other places there.
class Flights {
  public:
    void start(const AppState& state, std::size_t city, const render::Camera& to);
    /// Any input of the user ends them where they are.
    void cancel();
    bool under_way() const;
    void advance(AppState& state, float seconds);

  private:
    struct Flight {
        render::Camera from, to;
        float share = 1.0f;
    };
    std::array<Flight, city_slots> flights_;
};

}  // namespace viewer
