#include "text/number_text.h"

#include <cmath>

#include "tests/support/catch.h"

TEST_CASE("numbers carry three digits and the prefix that keeps them short", "[text]") {
    CHECK(text::energy_text(84.0) == "84.0 kWh");
    CHECK(text::energy_text(1.234e6) == "1.23 GWh");
    CHECK(text::mass_text(0.012) == "12.0 g");
    CHECK(text::mass_text(45'600'000.0) == "45.6 kt");
    CHECK(text::mass_text(std::nan("")) == "\u2013");
    CHECK(text::plain_text(1234567.0) == "1 234 567");
    CHECK(text::change_text(88.0, 100.0) == "-12.0 %");
}
