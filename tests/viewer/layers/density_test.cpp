#include "viewer/layers/density.h"

#include <cmath>

#include "emissions/measures/uptake.h"
#include "emissions/model/day_slots.h"
#include "geo/city/units.h"
#include "tests/support/catch.h"

using namespace viewer;

namespace {

std::shared_ptr<LoadedSlot> sample() {
    auto slot = load_slot({"sample:california", {}, {}, {}}, {}, emissions::Method::benchmark, {});
    REQUIRE(slot);
    return *slot;
}

struct Shown {
    std::array<CitySlot, city_slots> slots;
    LayerChoice layer{.shown = ShownAs::columns};
    Density density() const {
        return density_of(density_inputs(layer, slots), layer, render::Palette::amount);
    }
    Shown() { slots[0].data = sample(); }
};

// Density times area, over all cells.
double integral_of(const CityDensity& density) {
    double sum = 0.0;
    for (const float value : density.per_ha)
        if (!city::is_missing(value)) sum += static_cast<double>(value) * density.grid.cell_ha();
    return sum;
}

}  // namespace

TEST_CASE("the ground carries the city's total, buildings and roads, as columns and as a field",
          "[viewer][density]") {
    Shown shown;
    for (const ShownAs as : {ShownAs::columns, ShownAs::field})
        for (const Quantity quantity :
             {Quantity::co2e, Quantity::energy, Quantity::cooling, Quantity::nox}) {
            shown.layer.shown = as;
            shown.layer.quantity = quantity;
            INFO(name_of(as) << " " << name_of(quantity));
            const Density density = shown.density();
            REQUIRE(density.cities[0]);
            CHECK_THAT(integral_of(*density.cities[0]),
                       WithinRel(city_total(shown.slots[0].data->now, quantity), 1e-4));
            CHECK_FALSE(density.scale.empty());
        }
}

TEST_CASE("traffic on the ground is vehicle-km a day", "[viewer][density]") {
    Shown shown;
    shown.layer.quantity = Quantity::traffic;
    double expected = 0.0;
    for (const float km : shown.slots[0].data->now.roads.vehicle_km)
        expected += static_cast<double>(km) / city::days_per_year;
    CHECK_THAT(integral_of(*shown.density().cities[0]), WithinRel(expected, 1e-4));
}

TEST_CASE("a building without a result is counted and left out, not taken as zero",
          "[viewer][density]") {
    Shown shown;
    shown.layer.quantity = Quantity::cooling;
    const double before = integral_of(*shown.density().cities[0]);
    float& value = shown.slots[0].data->now.buildings.end_use_kwh[emissions::EndUse::cooling][7];
    const double lost = static_cast<double>(value);
    value = city::missing;
    const Density density = shown.density();
    CHECK(density.cities[0]->unknown_rows == 1);
    CHECK_THAT(integral_of(*density.cities[0]), WithinRel(before - lost, 1e-4));
    // All unknown: no cell says zero where something stands.
    for (float& each : shown.slots[0].data->now.buildings.end_use_kwh[emissions::EndUse::cooling])
        each = city::missing;
    for (const ShownAs as : {ShownAs::columns, ShownAs::field}) {
        shown.layer.shown = as;
        const Density unknown = shown.density();
        const CityDensity& ground = *unknown.cities[0];
        std::size_t hatched = 0, stands = 0;
        for (std::size_t c = 0; c < ground.per_ha.size(); ++c) {
            if (ground.sums.is_empty(c)) continue;
            ++stands;
            hatched += city::is_missing(ground.per_ha[c]) ? 1 : 0;
        }
        INFO(name_of(as));
        CHECK(stands > 100);
        CHECK(static_cast<double>(hatched) > 0.9 * static_cast<double>(stands));
    }
}

TEST_CASE(
    "the scale of the ground stays that of today while sliders move, a difference is below zero",
    "[viewer][density]") {
    Shown shown;
    const Density today = shown.density();
    emissions::Scenario scenario;
    set_share(scenario, "cleaner_grid", 0.8f);
    shown.slots[0].data->now = emissions::evaluate(*shown.slots[0].data->baseline, scenario);
    const Density cleaner = density_of(density_inputs(shown.layer, shown.slots), shown.layer,
                                       render::Palette::amount, &today);
    CHECK(cleaner.scale.high() == today.scale.high());
    CHECK(integral_of(*cleaner.cities[0]) < 0.95 * integral_of(*today.cities[0]));
    CHECK(cleaner.cities[0]->buildings ==
          today.cities[0]->buildings);  // what does not change is not made again
    shown.layer.compare = Compare::difference;
    const Density difference = density_of(density_inputs(shown.layer, shown.slots), shown.layer,
                                          render::Palette::difference, &cleaner);
    CHECK_THAT(integral_of(*difference.cities[0]),
               WithinRel(integral_of(*cleaner.cities[0]) - integral_of(*today.cities[0]), 1e-3));
    CHECK(difference.scale.low() == -difference.scale.high());
}

TEST_CASE("hour by hour the ground carries what the whole city does in that hour",
          "[viewer][density][hours]") {
    Shown shown;
    for (const ShownAs as : {ShownAs::columns, ShownAs::field})
        for (const Quantity quantity : {Quantity::co2e, Quantity::electricity, Quantity::traffic}) {
            shown.layer = {.quantity = quantity,
                           .per = Per::m2,
                           .shown = as};  // per m2 of floor means nothing on the ground
            INFO(name_of(as) << " " << name_of(quantity));
            const auto hours =
                std::make_shared<HourLayer>(HourLayer::Cities{shown.slots[0].data, nullptr},
                                            shown.layer, emissions::Scenario{}, false);
            const std::size_t night = emissions::slot_of(6, emissions::DayKind::weekday, 3),
                              evening = emissions::slot_of(6, emissions::DayKind::weekday, 18);
            const auto at = [&](const SlotMix& mix, const Density* previous) {
                const DensityMoment moment{hours, mix};
                return density_of(density_inputs(shown.layer, shown.slots, moment), shown.layer,
                                  render::Palette::amount, previous, moment);
            };
            const Density dark = at({night, night, 0.0f}, nullptr),
                          light = at({evening, evening, 0.0f}, &dark),
                          between = at({night, evening, 0.25f}, &light);
            CHECK(light.cities[0]->hourly);
            const double low = hours->curve(0).total(night), high = hours->curve(0).total(evening);
            CHECK(high > 1.2 * low);
            CHECK_THAT(integral_of(*dark.cities[0]), WithinRel(low, 1e-3));
            CHECK_THAT(integral_of(*light.cities[0]), WithinRel(high, 1e-3));
            CHECK_THAT(integral_of(*between.cities[0]), WithinRel(0.75 * low + 0.25 * high, 1e-3));
            // One scale for all of them, whichever comes first.
            CHECK(light.scale.high() == dark.scale.high());
            CHECK(at({evening, evening, 0.0f}, nullptr).scale.high() == dark.scale.high());
            CHECK(between.cities[0]->buildings == dark.cities[0]->buildings);
        }
}

TEST_CASE(
    "by the hour too the scale of the ground stays that of today, and a difference is below zero",
    "[viewer][density][hours]") {
    Shown shown;
    shown.layer = {.quantity = Quantity::electricity, .shown = ShownAs::columns};
    emissions::Scenario scenario;
    set_share(scenario, "led", 1.0f);
    const std::size_t evening = emissions::slot_of(0, emissions::DayKind::weekday, 19);
    const auto with = [&](const emissions::Scenario& one) {
        const DensityMoment moment{
            std::make_shared<HourLayer>(HourLayer::Cities{shown.slots[0].data, nullptr},
                                        shown.layer, one, false),
            {evening, evening, 0.0f}};
        return density_of(density_inputs(shown.layer, shown.slots, moment), shown.layer,
                          shown.layer.compare == Compare::difference ? render::Palette::difference
                                                                     : render::Palette::amount,
                          nullptr, moment);
    };
    const Density today = with({}), led = with(scenario);
    CHECK(integral_of(*led.cities[0]) < integral_of(*today.cities[0]));
    CHECK(led.scale.high() == today.scale.high());
    shown.layer.compare = Compare::difference;
    const Density difference = with(scenario);
    CHECK_THAT(integral_of(*difference.cities[0]),
               WithinRel(integral_of(*led.cities[0]) - integral_of(*today.cities[0]), 1e-3));
    CHECK(difference.scale.low() < 0.0f);
}

TEST_CASE("a density reads in hectares with the unit of the quantity", "[viewer][density]") {
    CHECK(per_ha_text(Quantity::co2e, 12'300.0) == "12.3 t/ha");
    CHECK(per_ha_text(Quantity::energy, 1.2e6) == "1.20 GWh/ha");
    CHECK(per_ha_text(Quantity::traffic, 1500.0) == "1 500 veh-km/d/ha");
    CHECK(road_text(Quantity::co2e, 1.5) == "1.50 t/km");
    CHECK(per_ha_text(Quantity::co2e, 12'300.0, true) == "12.3 t/(ha h)");
    CHECK(per_ha_text(Quantity::energy, 1'200.0, true) == "1.20 MW/ha");
    CHECK(per_ha_text(Quantity::traffic, 1500.0, true) == "1 500 veh-km/(ha h)");
    CHECK(amount_text(Quantity::traffic, 1500.0, true) == "1 500 veh-km/h");
    CHECK(amount_text(Quantity::energy, 1'200.0, true) == "1.20 MW");
}
