// One move of a slider: evaluated and summed on a worker, swapped in on the screen's thread.
#include "viewer/scene/evaluation_job.h"
#include "emissions/measures/uptake.h"

#include <chrono>
#include <thread>

#include "emissions/evaluate.h"
#include "study/quantity.h"
#include "tests/support/loaded_slot.h"

using namespace viewer;
using study::Quantity;

namespace {

struct Desk {
    AppState state;
    std::array<CitySlot, city_slots> slots;
    std::array<CityTotals, city_slots> totals{};
    EvaluationJob job;

    Desk() { slots[0].data = test::slot_of(test::five_houses()); }
    bool finish() {
        for (int i = 0; i < 5000 && job.running(); ++i) {
            if (const auto made = job.take(state, slots, totals)) return made->has_value();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return false;
    }
    void start(float share) {
        set_share(state.scenario, "led", share);
        job.start(state, slots, totals);
    }
};

}  // namespace

TEST_CASE("a move of a slider brings results and the totals that belong to them",
          "[viewer][jobs]") {
    Desk desk;
    desk.state.chosen[0] = {{0, 1}, {}};
    for (const float share : {0.3f, 1.0f, 0.0f}) {
        desk.start(share);
        REQUIRE(desk.finish());
        const LoadedSlot& slot = *desk.slots[0].data;
        const auto expected = emissions::evaluate(*slot.baseline, desk.state.scenario);
        CHECK(city_total(slot.now, Quantity::co2e) == city_total(expected, Quantity::co2e));
        const CityTotals sums = totals_of(slot, desk.state.scenario);
        CHECK(desk.totals[0].co2e_kg == sums.co2e_kg);
        CHECK(desk.totals[0].co2e_range_kg.high == sums.co2e_range_kg.high);
        CHECK(desk.totals[0].energy_today_kwh == city_total(slot.today, Quantity::energy));
        CHECK(desk.totals[0].chosen.buildings == 2);
        CHECK(desk.totals[0].chosen.co2e_kg.now ==
              chosen_totals(slot, desk.state.chosen[0]).co2e_kg.now);
    }
    CHECK(desk.totals[0].co2e_kg == desk.totals[0].co2e_today_kg);
}

TEST_CASE("results of a city that was replaced meanwhile are not shown as the new one's",
          "[viewer][jobs]") {
    Desk desk;
    desk.start(1.0f);
    desk.slots[0].data = test::slot_of(test::five_houses());
    REQUIRE(desk.finish());
    const LoadedSlot& slot = *desk.slots[0].data;
    CHECK(city_total(slot.now, Quantity::co2e) == city_total(slot.today, Quantity::co2e));
    CHECK(desk.totals[0].co2e_kg == 0.0);
    // The next one is of the new city, its sums of today too.
    desk.start(1.0f);
    REQUIRE(desk.finish());
    CHECK(desk.totals[0].co2e_kg < desk.totals[0].co2e_today_kg);
}

TEST_CASE("rows that were chosen while a worker summed are the ones that are told",
          "[viewer][jobs]") {
    Desk desk;
    desk.state.chosen[0] = {{0}, {}};
    desk.start(0.5f);
    desk.state.chosen[0] = {{1, 2, 3}, {}};
    REQUIRE(desk.finish());
    CHECK(desk.totals[0].chosen.buildings == 3);
}

TEST_CASE("sums of today follow a simulation that replaces them", "[viewer][jobs]") {
    Desk desk;
    desk.start(0.0f);
    REQUIRE(desk.finish());
    LoadedSlot& slot = *desk.slots[0].data;
    SimulatedSlot simulated{*emissions::prepare(slot.loaded.city, test::reference_tables()),
                            slot.today, slot.now};
    for (auto& column : simulated.today.buildings.carrier_kwh)
        for (float& kwh : column) kwh *= 2.0f;
    take_over(slot, std::move(simulated));
    desk.start(0.0f);
    REQUIRE(desk.finish());
    CHECK(desk.totals[0].energy_today_kwh == city_total(slot.today, Quantity::energy));
    CHECK(desk.totals[0].energy_today_kwh > 1.5 * desk.totals[0].energy_kwh);
}
