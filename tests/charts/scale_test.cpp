#include "charts/scale.h"

#include <cmath>
#include <limits>

#include "charts/axes.h"
#include "tests/charts/curve_model.h"
#include "tests/support/catch.h"

using charts::round_ticks;

TEST_CASE("ticks are 1, 2 or 5 times a power of ten apart and hold the data", "[charts]") {
    for (const auto& [low, high] :
         {std::pair{0.0, 1.0}, std::pair{0.0, 7.3}, std::pair{0.0, 1e30}, std::pair{-3.0, 12.0},
          std::pair{0.0, 3e-7}, std::pair{-950.0, -20.0}, std::pair{1e6, 1e6 + 3.0}})
        for (const int most : {1, 2, 4, 10}) {
            INFO(low << " to " << high << ", " << most << " steps");
            const charts::Ticks ticks = round_ticks(low, high, most);
            REQUIRE(ticks.values.size() >= 2);
            CHECK(ticks.values.size() <= static_cast<std::size_t>(std::max(most, 2)) + 1);
            const double step = ticks.values[1] - ticks.values[0],
                         digit = step / std::pow(10.0, std::floor(std::log10(step * 1.0001)));
            CHECK(std::min({std::abs(digit - 1), std::abs(digit - 2), std::abs(digit - 5)}) < 1e-6);
            CHECK(ticks.low <= low + 1e-9 * (high - low));
            CHECK(ticks.high >= high - 1e-9 * (high - low));
            // No step more than need be.
            CHECK(ticks.low > low - 1.0001 * step);
            CHECK(ticks.high < high + 1.0001 * step);
            for (const double value : ticks.values)
                CHECK(std::abs(value / step - std::round(value / step)) < 1e-6);
        }
    CHECK(round_ticks(0, 10, 5).values == std::vector<double>{0, 2, 4, 6, 8, 10});
}

TEST_CASE("ticks of nothing, of one value and of what is no number", "[charts]") {
    const double inf = std::numeric_limits<double>::infinity(), nan = std::nan("");
    for (const auto& [low, high] :
         {std::pair{0.0, 0.0}, std::pair{nan, 1.0}, std::pair{0.0, inf}, std::pair{0.0, 1e-310},
          std::pair{-1.7e308, 1.7e308}, std::pair{2.0, 1.0}}) {
        const charts::Ticks ticks = round_ticks(low, high, 4);
        CHECK(ticks.values == std::vector<double>{0.0});
        CHECK(ticks.low == 0.0);
        CHECK(ticks.high == 1.0);
    }
    // One value stands over zero.
    CHECK(round_ticks(7, 7, 4).low == 0.0);
    CHECK(round_ticks(7, 7, 4).high == 8.0);
    CHECK(round_ticks(-7, -7, 4).low == -8.0);
    CHECK(round_ticks(-7, -7, 4).high == 0.0);
    // Too close for a double to tell them apart by tenths.
    CHECK(round_ticks(1e20, 1e20 + 20000, 4).values.size() == 2);
}

TEST_CASE("a scale goes to pixels and back, downwards too", "[charts]") {
    const charts::LinearScale y{0, 200, 300, 100};
    CHECK(y.at(0) == 300.0f);
    CHECK(y.at(200) == 100.0f);
    CHECK(y.at(50) == 250.0f);
    CHECK_THAT(y.value_at(250), WithinAbs(50, 1e-9));
    const charts::CategoryScale slots{4, 10, 50};
    CHECK(slots.low(0) == 10.0f);
    CHECK(slots.low(3) == 40.0f);
}

TEST_CASE("round values at an axis have no needless zeros, and zero has no unit", "[charts]") {
    charts::Drawing drawing{.size = {300, 200}, .clip = {}, .marks = {}, .regions = {}};
    const charts::Box plot{{80, 10}, {290, 180}};
    add_value_axis(
        drawing, plot, {0, 20, 180, 10}, {{0, 2.5, 20}, 0, 20},
        [](double value) { return fmt::format("{:.2f} g/(m h)", value); }, test::plain_style());
    CHECK(test::has_text(drawing, "0"));
    CHECK(test::has_text(drawing, "2.5 g/(m h)"));
    CHECK(test::has_text(drawing, "20 g/(m h)"));
}
