// What the load curve and the legend say, without a screen.
#include "tests/support/catch.h"
#include "tests/support/loaded_slot.h"
#include "viewer/layers/legend_model.h"
#include "viewer/layers/load_curve_model.h"

using namespace viewer;

namespace {

const text::Messages& english() {
    return text::Messages::in("en");
}

render::ColorScale scale_of(std::vector<float> values) {
    const std::span<const float> column(values);
    return render::ColorScale::from_values({&column, 1}, render::Palette::amount,
                                           render::Spacing::linear);
}

}  // namespace

TEST_CASE("the load curve marks the moment with the total of its hour", "[viewer][hours]") {
    const HourLayer::Cities cities{test::slot_of(test::five_houses()), nullptr};
    const HourLayer layer(cities, {.quantity = Quantity::energy, .per = Per::total}, {}, false);
    const SunTime time{.month = 3, .day = 5, .hour = 18.5f, .loads = true};
    const auto model = load_curve_model(layer, 0, time, english());
    REQUIRE_FALSE(model.bands.empty());
    REQUIRE(model.now);
    CHECK(model.now->hour == 18.5f);
    CHECK(model.now->text.substr(0, 8) == "18:30   ");
    CHECK(model.title == "Final energy, typical weekday, March");
    // In the middle of an hour the bands of that hour make the total.
    float sum = 0;
    for (const auto& band : model.bands) sum += band.values[18];
    CHECK_THAT(model.now->total, WithinRel(sum, 1e-4f));
    CHECK(model.least_top >= sum);
    CHECK_FALSE(model.past);
}

TEST_CASE("the legend explains what is shown and nothing else", "[viewer]") {
    const render::ColorScale buildings = scale_of({0, 1, 2, 3, 4}), roads = scale_of({0, 10, 20});
    const render::ColorScale none = scale_of({});
    ShownLayer shown;
    shown.building_scale = &buildings;
    shown.road_scale = &roads;
    LayerChoice layer{.quantity = Quantity::heating, .per = Per::m2};
    const auto kinds = [&](std::size_t cities) {
        std::string found;
        for (const auto& part : legend_model(layer, shown, cities, 20, english()).parts)
            found += "nbwh"[part.index()];
        return found;
    };
    CHECK(kinds(1) == "bh");  // streets have no heating
    layer.quantity = Quantity::co2e;
    CHECK(kinds(1) == "bnbh");
    layer.flows = true;
    CHECK(kinds(1) == "bnbh");  // no traffic to be as wide as
    shown.widest_flow_veh_d = 43210;
    CHECK(kinds(2) == "bnbnwh");
    const auto model = legend_model(layer, shown, 2, 20, english());
    const auto& bar = std::get<charts::ColourBar>(model.parts[0]);
    CHECK(bar.steps.size() == 64);
    CHECK(bar.labels.size() == 3);
    CHECK(bar.heights.empty());
    const auto& widths = std::get<charts::WidthKey>(model.parts[4]);
    REQUIRE(widths.strokes.size() == 3);
    CHECK_THAT(widths.strokes[2].width_px, WithinRel(20 * 40000 / 43210.0f, 1e-4f));
    CHECK_THAT(widths.strokes[1].width_px, WithinRel(0.5f * widths.strokes[2].width_px, 1e-4f));
    const auto& hatch = std::get<charts::HatchKey>(model.parts[5]);
    CHECK(hatch.text == "not known");
    CHECK(hatch.beside == "same scale for both cities");
    CHECK(legend_title(layer, shown, english()) == "CO2e emissions");
    shown.shows_hours = true;
    layer.compare = Compare::difference;
    CHECK(legend_title(layer, shown, english()) == "CO2e emissions, Difference, in this hour");

    // Per person without a population: said instead of a bar; and it is of homes.
    layer = {.quantity = Quantity::energy, .per = Per::capita};
    shown = {};
    shown.building_scale = shown.road_scale = &none;
    CHECK(kinds(1) == "nhn");
}
