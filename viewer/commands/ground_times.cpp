#include "viewer/commands/ground_times.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "viewer/layers/density.h"
#include "viewer/layers/play_time.h"
#include "viewer/scene/hour_job.h"

namespace viewer {

nlohmann::json ground_times(AppState state, const std::array<CitySlot, city_slots>& slots,
                            Scene& scene) {
    using Clock = std::chrono::steady_clock;
    nlohmann::json json;
    std::shared_ptr<const Density> density;
    const auto made_in_ms = [&] {
        const auto start = Clock::now();
        const DensityMoment moment = scene.density_moment(state);
        density = std::make_shared<const Density>(
            density_of(density_inputs(state.layer, slots, moment), state.layer, palette_of(state),
                       density.get(), moment));
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    };
    const auto again_ms = [&](auto change) {
        std::vector<double> ms;
        for (int i = 0; i < 20; ++i) {
            change();
            ms.push_back(made_in_ms());
        }
        std::nth_element(ms.begin(), ms.begin() + ms.size() / 2, ms.end());
        return ms[ms.size() / 2];
    };
    for (const ShownAs shown : {ShownAs::columns, ShownAs::field}) {
        state.layer.shown = shown;
        density.reset();
        nlohmann::json& one = json[std::string(name_of(shown))];
        one["first_ms"] = made_in_ms();
        one["again_ms_p50"] = again_ms([] {});
        one["cells"] = density->cities[0] ? density->cities[0]->grid.count() : 0;
        if (!state.sun_time) continue;
        scene.set_hours(make_hours(state, slots));
        one["first_hour_ms"] = made_in_ms();
        one["next_hour_ms_p50"] =
            again_ms([&state] { *state.sun_time = stepped(*state.sun_time, 0.4f); });
    }
    return json;
}

}  // namespace viewer
