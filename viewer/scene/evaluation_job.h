#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "viewer/jobs/latest_job.h"
#include "viewer/slots/city_slot.h"
#include "viewer/state/app_state.h"
#include "viewer/state/city_totals.h"

namespace viewer {

/// Evaluates the screen's scenario and sums its totals, both on a worker. The screen's thread only
/// swaps what comes with what it shows; what it had is written over by the next evaluation.
class EvaluationJob {
  public:
    explicit EvaluationJob(std::function<void()> wake = {}) : job_(std::move(wake)) {}

    /// Not while one is running: each that was begun is shown, so that colours follow a slider that
    /// does not rest. The worker reads the slots' baselines and `today`, which must stay.
    void start(const AppState& state, const std::array<CitySlot, city_slots>& slots,
               const std::array<CityTotals, city_slots>& totals);
    /// Hands over what is done: results and totals of the cities that are still the same.
    std::optional<city::Result<void>> take(const AppState& state,
                                           std::array<CitySlot, city_slots>& slots,
                                           std::array<CityTotals, city_slots>& totals);
    bool running() const { return job_.running(); }
    void stop() { job_.cancel(); }

  private:
    struct Evaluated {
        std::shared_ptr<const LoadedSlot> of;  ///< none: no city there
        emissions::BaselinePtr baseline;
        emissions::Results now;
        ChosenRows chosen;
        CityTotals totals;
    };
    using Cities = std::array<Evaluated, city_slots>;
    LatestJob<Cities> job_;
    std::array<emissions::Results, city_slots> spare_;       ///< storage of the next
    std::array<emissions::BaselinePtr, city_slots> summed_;  ///< what the totals' today is of
};

}  // namespace viewer
