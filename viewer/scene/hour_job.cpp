#include "viewer/scene/hour_job.h"

#include <algorithm>

namespace viewer {

namespace {

bool wanted(const AppState& state) {
    return state.sun_time && state.sun_time->loads && HourLayer::can_show(state.layer);
}

HourLayer::Cities cities_of(const std::array<CitySlot, city_slots>& slots) {
    HourLayer::Cities cities;
    for (std::size_t c = 0; c < city_slots; ++c) cities[c] = slots[c].data;
    return cities;
}

}  // namespace

std::optional<city::Result<std::shared_ptr<const HourLayer>>> HourJob::follow(
    const AppState& state, const std::array<CitySlot, city_slots>& slots) {
    auto made = making_.take();
    if (!wanted(state) || making_.running()) return made;
    // A simulation that is still under way will replace what the hours are made from.
    if (std::any_of(slots.begin(), slots.end(),
                    [](const CitySlot& slot) { return slot.simulating; }))
        return made;
    std::array<emissions::BaselinePtr, city_slots> baselines;
    for (std::size_t c = 0; c < city_slots; ++c)
        if (slots[c].data) baselines[c] = slots[c].data->baseline;
    Wish wish{cities_of(slots), std::move(baselines), state.layer, state.scenario, state.dark};
    if (wish == last_) return made;
    last_ = wish;
    making_.start([wish = std::move(wish)](
                      const city::Progress&) -> city::Result<std::shared_ptr<const HourLayer>> {
        return std::make_shared<HourLayer>(wish.cities, wish.layer, wish.scenario, wish.dark);
    });
    return made;
}

std::shared_ptr<const HourLayer> make_hours(const AppState& state,
                                            const std::array<CitySlot, city_slots>& slots) {
    return wanted(state) ? std::make_shared<HourLayer>(cities_of(slots), state.layer,
                                                       state.scenario, state.dark)
                         : nullptr;
}

}  // namespace viewer
