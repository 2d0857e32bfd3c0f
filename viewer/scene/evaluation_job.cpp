#include "viewer/scene/evaluation_job.h"

#include <utility>

namespace viewer {

void EvaluationJob::start(const AppState& state, const std::array<CitySlot, city_slots>& slots,
                          const std::array<CityTotals, city_slots>& totals) {
    Cities cities;
    std::array<std::optional<CityTotals>, city_slots> before;
    for (std::size_t c = 0; c < city_slots; ++c) {
        if (!slots[c].data) continue;
        cities[c].of = slots[c].data;
        cities[c].baseline = slots[c].data->baseline;
        cities[c].now = std::exchange(spare_[c], {});
        cities[c].chosen = state.chosen[c];
        if (summed_[c] == cities[c].baseline) before[c] = totals[c];
    }
    job_.start([cities = std::move(cities), before, scenario = state.scenario](
                   const city::Progress& progress) mutable -> city::Result<Cities> {
        for (std::size_t c = 0; c < city_slots; ++c) {
            Evaluated& city = cities[c];
            if (!city.of) continue;
            if (progress.cancelled()) return city::fail(city::cancelled_message);
            emissions::evaluate_into(*city.baseline, scenario, city.now);
            city.totals =
                totals_of(*city.of, city.now, scenario, before[c] ? &*before[c] : nullptr);
            city.totals.chosen = chosen_totals(*city.of, city.now, city.chosen);
        }
        return std::move(cities);
    });
}

std::optional<city::Result<void>> EvaluationJob::take(const AppState& state,
                                                      std::array<CitySlot, city_slots>& slots,
                                                      std::array<CityTotals, city_slots>& totals) {
    auto made = job_.take();
    if (!made) return std::nullopt;
    if (!*made) return city::Result<void>(tl::unexpected(made->error()));
    for (std::size_t c = 0; c < city_slots; ++c) {
        Evaluated& city = (**made)[c];
        if (!city.of || slots[c].data != city.of || slots[c].data->baseline != city.baseline)
            continue;
        std::swap(slots[c].data->now, city.now);
        spare_[c] = std::move(city.now);
        totals[c] = std::move(city.totals);
        summed_[c] = city.baseline;
        if (state.chosen[c] != city.chosen)
            totals[c].chosen = chosen_totals(*slots[c].data, state.chosen[c]);
    }
    return city::Result<void>();
}

}  // namespace viewer
