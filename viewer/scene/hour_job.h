#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "viewer/jobs/latest_job.h"
#include "viewer/layers/hour_layer.h"
#include "viewer/slots/city_slot.h"
#include "viewer/state/app_state.h"

namespace viewer {

/// Keeps a worker busy while loads are shown, so that their layer follows cities, layer and
/// sliders. The latest wish wins; what was made last stays on the screen until the next is there.
class HourJob {
  public:
    explicit HourJob(std::function<void()> wake = {}) : making_(std::move(wake)) {}
    /// Once a frame: starts what is needed, hands over what is done.
    std::optional<city::Result<std::shared_ptr<const HourLayer>>> follow(
        const AppState& state, const std::array<CitySlot, city_slots>& slots);
    bool running() const { return making_.running(); }
    void stop() { making_.cancel(); }

  private:
    struct Wish {
        HourLayer::Cities cities;
        std::array<emissions::BaselinePtr, city_slots>
            baselines;  ///< what a finished simulation replaces
        LayerChoice layer;
        emissions::Scenario scenario;
        bool dark = false;
        bool operator==(const Wish&) const = default;
    };
    Wish last_;
    LatestJob<std::shared_ptr<const HourLayer>> making_;
};

/// The same at once, for pictures and benchmarks. None while the state asks for no loads.
std::shared_ptr<const HourLayer> make_hours(const AppState& state,
                                            const std::array<CitySlot, city_slots>& slots);

}  // namespace viewer
