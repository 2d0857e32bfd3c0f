#include "viewer/input/flight.h"

#include <algorithm>

namespace viewer {

namespace {
constexpr float flight_s = 1.2f;
}

void Flights::start(const AppState& state, std::size_t city, const render::Camera& to) {
    if (city < city_slots) flights_[city] = {state.cameras[city], to, 0.0f};
}

void Flights::cancel() {
    for (Flight& flight : flights_) flight.share = 1.0f;
}

bool Flights::under_way() const {
    return std::any_of(flights_.begin(), flights_.end(),
                       [](const Flight& flight) { return flight.share < 1.0f; });
}

void Flights::advance(AppState& state, float seconds) {
    std::array<bool, city_slots> flown{};
    for (std::size_t city = 0; city < city_slots; ++city) {
        Flight& flight = flights_[city];
        if (flight.share >= 1.0f) continue;
        flown[city] = true;
        flight.share = std::min(1.0f, flight.share + std::min(seconds, 0.1f) / flight_s);
        state.cameras[city] = render::flown(flight.from, flight.to, flight.share);
    }
    if (!state.linked) return;
    for (std::size_t city = 0; city < city_slots; ++city)
        for (std::size_t other = 0; flown[city] && other < city_slots; ++other) {
            if (flown[other]) continue;
            state.cameras[other].distance_m = state.cameras[city].distance_m;
            state.cameras[other].heading_rad = state.cameras[city].heading_rad;
            state.cameras[other].pitch_rad = state.cameras[city].pitch_rad;
        }
}

}  // namespace viewer
