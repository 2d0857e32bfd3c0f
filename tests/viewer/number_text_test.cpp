#include "viewer/number_text.h"

#include <cmath>

#include "tests/support/catch.h"
#include "viewer/quantity.h"

TEST_CASE("numbers carry three digits and the prefix that keeps them short", "[viewer]") {
    CHECK(viewer::energy_text(84.0) == "84.0 kWh");
    CHECK(viewer::energy_text(1.234e6) == "1.23 GWh");
    CHECK(viewer::mass_text(0.012) == "12.0 g");
    CHECK(viewer::mass_text(45'600'000.0) == "45.6 kt");
    CHECK(viewer::mass_text(std::nan("")) == "\u2013");
    CHECK(viewer::plain_text(1234567.0) == "1 234 567");
    CHECK(viewer::change_text(88.0, 100.0) == "-12.0 %");
}

TEST_CASE("a layer name says quantity and reference", "[viewer]") {
    const auto layer = viewer::layer_from_name("co2e_per_m2");
    REQUIRE(layer);
    CHECK(layer->quantity == viewer::Quantity::co2e);
    CHECK(layer->per == viewer::Per::m2);
    CHECK(viewer::layer_from_name("pm25")->per == viewer::Per::total);
    CHECK(viewer::layer_from_name("co2e_per_capita")->per == viewer::Per::capita);
    CHECK_FALSE(viewer::layer_from_name("colour"));
    CHECK_FALSE(viewer::layer_from_name("_per_capita"));
}
