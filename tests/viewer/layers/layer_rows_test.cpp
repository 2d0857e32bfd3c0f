#include "viewer/layers/layer_rows.h"

#include "emissions/measures/uptake.h"
#include "geo/sample/sample_city.h"
#include "study/quantity.h"
#include "tests/support/loaded_slot.h"

using namespace viewer;

namespace {

const LoadedSlot& sample_slot() {
    static const auto slot = [] {
        emissions::Scenario scenario;
        set_share(scenario, "led", 0.5f);
        return test::slot_of(sample::make_sample_city(
                                 {.style = sample::Style::california, .buildings = 900, .seed = 4}),
                             scenario);
    }();
    return *slot;
}

}  // namespace

TEST_CASE("a difference is now less today, and any part of the rows is that part of all",
          "[viewer][layer]") {
    const LoadedSlot& slot = sample_slot();
    const LayerChoice layer{
        .quantity = Quantity::electricity, .per = Per::total, .compare = Compare::difference};
    std::vector<float> now, today;
    building_values(slot.loaded.city, slot.now, Quantity::electricity, Per::total, now);
    building_values(slot.loaded.city, slot.today, Quantity::electricity, Per::total, today);
    const std::vector<float> all = all_layer_values(slot, layer, false);
    REQUIRE(all.size() == now.size());
    std::size_t less = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        REQUIRE((all[i] == now[i] - today[i] || city::is_missing(now[i])));
        less += all[i] < 0.0f;
    }
    CHECK(less > all.size() / 4);  // some have new lamps now
    std::vector<float> some(50);
    layer_values(slot, layer, false)(400, some);
    for (std::size_t i = 0; i < some.size(); ++i)
        CHECK((some[i] == all[400 + i] || city::is_missing(all[400 + i])));
}

TEST_CASE("without a second method there is no difference between methods", "[viewer][layer]") {
    const LayerChoice layer{
        .quantity = Quantity::energy, .per = Per::m2, .compare = Compare::methods};
    for (const float value : all_layer_values(sample_slot(), layer, false))
        CHECK((value == 0.0f || city::is_missing(value)));
}

TEST_CASE(
    "offices per inhabitant and paths without motor traffic are plain, neither zero nor unknown",
    "[viewer][layer]") {
    auto model =
        sample::make_sample_city({.style = sample::Style::california, .buildings = 900, .seed = 4});
    model.info.population = 5000;
    const auto slot = test::slot_of(model);
    const city::CityModel& city = slot->loaded.city;
    for (const bool roads : {false, true}) {
        const LayerChoice layer{.quantity = Quantity::co2e, .per = Per::capita};
        const std::vector<float> values = all_layer_values(*slot, layer, roads);
        const std::span<const float> columns[] = {values};
        const auto scale =
            render::ColorScale::from_values(columns, render::Palette::amount, layer.spacing);
        std::vector<float> places(std::min<std::size_t>(values.size(), city::rows_per_chunk));
        layer_places(*slot, layer, roads, scale)(0, places);
        std::size_t plain = 0, on_scale = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool asked = roads ? carries_motor_traffic(city.roads.road_class[i])
                                     : is_residential(city.buildings.use[i]);
            REQUIRE((places[i] == render::place_plain) == !asked);
            plain += !asked;
            if (asked && !city::is_missing(values[i])) {
                REQUIRE(places[i] == scale.place_of(values[i]));
                ++on_scale;
            }
        }
        CHECK(on_scale > 50);
        if (!roads) CHECK(plain > 10);
    }
}

TEST_CASE("flows under a layer that roads do not have show their CO2e", "[viewer][layer]") {
    const LoadedSlot& slot = sample_slot();
    std::vector<float> co2e;
    road_values(slot.loaded.city, slot.now, Quantity::co2e, co2e);
    CHECK(road_quantity({.quantity = Quantity::cooling}) == Quantity::co2e);
    CHECK(all_layer_values(slot, {.quantity = Quantity::cooling}, true) == co2e);
}
