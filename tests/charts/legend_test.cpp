#include "charts/legend.h"

#include "tests/charts/curve_model.h"
#include "tests/support/catch.h"

using charts::ColourBar;
using charts::Drawing;
using Note = charts::LegendModel::Note;

namespace {

ColourBar bar_of(std::vector<std::string> texts) {
    ColourBar bar;
    for (int k = 0; k < 8; ++k) bar.steps.push_back({static_cast<std::uint8_t>(k), 0, 0, 255});
    for (std::size_t k = 0; k < texts.size(); ++k)
        bar.labels.push_back({0.5f * static_cast<float>(k), texts[k]});
    return bar;
}

}  // namespace

TEST_CASE("a bar fills its width in the order of its colours, its ends are labelled", "[charts]") {
    const Drawing drawing = charts::legend({{bar_of({"0", "5", "10"})}}, test::plain_style(), 200);
    const auto steps = test::all_of_shape<charts::Rectangle>(drawing);
    REQUIRE(steps.size() == 8);
    CHECK(steps.front().box.low.x == 0.0f);
    CHECK(steps.back().box.high.x == 200.0f);
    for (std::size_t k = 0; k < 8; ++k) {
        CHECK(steps[k].fill.red == k);
        if (k > 0) CHECK(steps[k].box.low.x <= steps[k - 1].box.high.x);
    }
    CHECK(test::has_text(drawing, "0"));
    CHECK(test::has_text(drawing, "5"));
    CHECK(test::has_text(drawing, "10"));
    CHECK(test::lies_inside(drawing));
}

TEST_CASE("figures that have no room leave the middle one out", "[charts]") {
    const Drawing drawing = charts::legend(
        {{bar_of({"0.063 g/(m2 h)", "2.25 g/(m2 h)", "57.9 g/(m2 h)"})}}, test::plain_style(), 250);
    CHECK(test::has_text(drawing, "0.063 g/(m2 h)"));
    CHECK_FALSE(test::has_text(drawing, "2.25 g/(m2 h)"));
    CHECK(test::has_text(drawing, "57.9 g/(m2 h)"));
}

TEST_CASE("heights rise with their shares, and an empty bar is no trouble", "[charts]") {
    ColourBar bar = bar_of({"a", "b", "c"});
    bar.heights = {0.0f, 0.1f, 0.2f, 0.3f, 0.5f, 0.7f, 1.0f, test::missing};
    bar.heights.back() = 2.0f;  // no higher than the bar
    const Drawing drawing = charts::legend({{bar}}, test::plain_style(), 200);
    const auto steps = test::all_of_shape<charts::Rectangle>(drawing);
    for (std::size_t k = 1; k < 7; ++k) CHECK(steps[k].box.height() > steps[k - 1].box.height());
    CHECK(steps[7].box.height() == steps[6].box.height());
    CHECK(test::lies_inside(drawing));
    CHECK(charts::legend({{ColourBar{}}}, test::plain_style(), 200).size.y > 0);
    CHECK(charts::legend({}, test::plain_style(), 200).size.y == 0.0f);
}

TEST_CASE("parts stand under one another; long notes take more lines", "[charts]") {
    const charts::Style style = test::plain_style();
    const auto height = [&](const charts::LegendModel& model) {
        return charts::legend(model, style, 200).size.y;
    };
    const charts::LegendModel one{{Note{"short"}}},
        two{{Note{"a note that is far too long for one line of it"}}},
        beside{{charts::HatchKey{"none", "same"}}},
        below{{charts::HatchKey{"not known", "the same scale for both"}}};
    CHECK(height(one) == style.line_px);
    CHECK(height(two) == 2 * style.line_px);
    CHECK(height(below) > height(beside));
    const charts::WidthKey widths{{{1, "10"}, {5, "50"}, {10, "100 veh/d"}}};
    const Drawing drawing = charts::legend({{widths}}, style, 200);
    const auto strokes = test::all_of_shape<charts::Rectangle>(drawing);
    REQUIRE(strokes.size() == 3);
    CHECK(strokes[1].box.height() == 5.0f);
    CHECK(strokes[2].box.height() == 10.0f);
    CHECK(test::lies_inside(drawing));
}
