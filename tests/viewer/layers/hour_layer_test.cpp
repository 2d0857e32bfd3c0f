#include "viewer/layers/hour_layer.h"

#include <cmath>

#include "emissions/measures/uptake.h"
#include "emissions/model/baseline.h"
#include "geo/city/units.h"
#include "tests/support/catch.h"
#include "viewer/scene/hour_job.h"

using namespace viewer;
using emissions::DayKind;
using emissions::slot_of;

namespace {

std::shared_ptr<LoadedSlot> sample(const char* name) {
    auto made = load_slot({name, {}, {}, {}}, {}, emissions::Method::benchmark, {});
    if (!made) FAIL(made.error().message);
    return *made;
}
const HourLayer::Cities& cities() {
    static const HourLayer::Cities both{sample("sample:california"), sample("sample:china")};
    return both;
}

double year_of(const emissions::DayCounts& days, const auto& at) {
    double sum = 0;
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot)
        sum += static_cast<double>(at(slot)) * static_cast<double>(days.of_slot(slot));
    return sum;
}

}  // namespace

TEST_CASE("the hours of a layer add up to what its year shows, for buildings, roads and the city",
          "[viewer][hours]") {
    for (const auto& [quantity, per] :
         {std::pair{Quantity::energy, Per::total}, std::pair{Quantity::co2e, Per::total},
          std::pair{Quantity::electricity, Per::m2}}) {
        const HourLayer hours(cities(), {.quantity = quantity, .per = per}, {}, false);
        for (std::size_t c = 0; c < city_slots; ++c) {
            const LoadedSlot& slot = *cities()[c];
            const auto& days = slot.baseline->shapes.days;
            std::vector<float> buildings, roads, values;
            building_values(slot.loaded.city, slot.today, quantity, per, buildings);
            road_values(slot.loaded.city, slot.today, quantity, roads);
            for (const std::size_t i : {std::size_t{3}, std::size_t{700}})
                CHECK_THAT(
                    year_of(days, [&](std::size_t s) { return hours.rows(c).building_at(s, i); }),
                    WithinRel(static_cast<double>(buildings[i]), 1e-4));
            for (const std::size_t i : {std::size_t{0}, std::size_t{50}})
                CHECK_THAT(
                    year_of(days, [&](std::size_t s) { return hours.rows(c).road_at(s, i); }),
                    WithinRel(static_cast<double>(roads[i]), 1e-4));
            hours.rows(c).buildings_at(200, values);
            CHECK_THAT(values[700], WithinRel(hours.rows(c).building_at(200, 700), 1e-5f));
            const double base = per == Per::m2 ? slot.floor_area_m2 : 1.0;
            CHECK_THAT(year_of(days, [&](std::size_t s) { return hours.curve(c).total(s); }),
                       WithinRel(city_total(slot.today, quantity) / base, 1e-3));
        }
    }
}

TEST_CASE("one scale for all hours of both cities", "[viewer][hours]") {
    const HourLayer hours(
        cities(),
        {.quantity = Quantity::electricity, .per = Per::m2, .spacing = render::Spacing::linear}, {},
        false);
    float largest = 0;
    for (std::size_t c = 0; c < city_slots; ++c)
        for (std::size_t slot = 0; slot < emissions::slot_count; slot += 7) {
            std::vector<float> values;
            hours.rows(c).buildings_at(slot, values);
            std::nth_element(values.begin(),
                             values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                             values.end());
            largest = std::max(largest, values[values.size() / 2]);
        }
    CHECK(hours.building_scale().high() > largest);
    CHECK(hours.curve_top(0) == hours.curve_top(1));  // per m2 the curves compare
}

TEST_CASE("the difference of an hour is after minus before", "[viewer][hours]") {
    emissions::Scenario scenario;
    set_share(scenario, "led", 1.0f);
    LayerChoice layer{
        .quantity = Quantity::electricity, .per = Per::total, .compare = Compare::difference};
    const HourLayer difference(cities(), layer, scenario, false);
    layer.compare = Compare::after;
    const HourLayer after(cities(), layer, scenario, false);
    layer.compare = Compare::before;
    const HourLayer before(cities(), layer, scenario, false);
    const std::size_t evening = slot_of(0, DayKind::weekday, 19);
    const float now = after.rows(0).building_at(evening, 9),
                was = before.rows(0).building_at(evening, 9);
    CHECK(now < was);
    CHECK_THAT(difference.rows(0).building_at(evening, 9), WithinRel(now - was, 1e-3f));
    CHECK(difference.building_scale().low() < 0.0f);
    CHECK(after.curve(0).today[evening] > after.curve(0).total(evening));
}

TEST_CASE("traffic by the hour is a day's share of the road's vehicles", "[viewer][hours]") {
    const HourLayer hours(cities(), {.quantity = Quantity::traffic, .per = Per::total}, {}, false);
    const auto& roads = cities()[0]->today.roads;
    double day = 0;
    for (std::size_t slot = 0; slot < emissions::slot_count; ++slot)
        day += static_cast<double>(hours.rows(0).road_at(slot, 5) *
                                   cities()[0]->baseline->shapes.days.of_slot(slot)) /
               city::days_per_year;
    CHECK_THAT(day, WithinRel(static_cast<double>(roads.aadt[5]), 1e-4));
}

TEST_CASE("hours are made only when loads are asked for, and again only when something changes",
          "[viewer][hours]") {
    std::array<CitySlot, city_slots> slots;
    for (std::size_t c = 0; c < city_slots; ++c)
        slots[c].data = std::const_pointer_cast<LoadedSlot>(cities()[c]);
    AppState state;
    HourJob job;
    CHECK_FALSE(job.follow(state, slots));
    CHECK_FALSE(job.running());
    state.sun_time = SunTime{.loads = true};
    const auto wait = [&] {
        std::shared_ptr<const HourLayer> made;
        CHECK_FALSE(job.follow(state, slots));
        CHECK(job.running());
        while (job.running())
            if (const auto ready = job.follow(state, slots); ready && *ready) made = **ready;
        return made;
    };
    const auto first = wait();
    REQUIRE(first);
    CHECK(first->layer() == state.layer);
    state.sun_time->hour = 3.0f;  // the clock alone changes nothing
    CHECK_FALSE(job.follow(state, slots));
    CHECK_FALSE(job.running());
    state.layer.quantity = Quantity::cooling;
    const auto second = wait();
    REQUIRE(second);
    CHECK(second->layer().quantity == Quantity::cooling);
}
