#include "charts/load_curve.h"

#include <algorithm>

#include "charts/table.h"
#include "tests/charts/curve_model.h"
#include "tests/support/catch.h"

using charts::Area;
using charts::Drawing;
using charts::Polyline;

namespace {

constexpr glm::vec2 size{600, 240};

Drawing drawn(const charts::LoadCurveModel& model) {
    return charts::load_curve(model, test::plain_style(), size);
}

}  // namespace

TEST_CASE("areas stand on one another and end at the sum", "[charts]") {
    auto model = test::model_of({test::constant(10), test::rising(0, 2), test::constant(5)});
    model.past = {"before", test::rising(15, 2)};
    const Drawing drawing = drawn(model);
    const auto areas = test::all_of_shape<Area>(drawing);
    REQUIRE(areas.size() == 3);
    // The axis: 15 + 46 = 61 needs 80 in steps of 20, or 70 of 10.
    const float plot_h = drawing.clip.height();
    const auto past = test::all_of_shape<Polyline>(drawing).at(0).points;
    for (std::size_t k = 0; k < 26; ++k) {
        CHECK(areas[0].lower[k].y == drawing.clip.high.y);
        CHECK(areas[1].lower[k].y == areas[0].upper[k].y);
        CHECK(areas[2].lower[k].y == areas[1].upper[k].y);
        CHECK_THAT(areas[2].upper[k].y, WithinAbs(past[k].y, 1e-2f));
    }
    // At the middle of 20:00 to 21:00 the second band is 40, four times the first.
    const float first = areas[0].lower[21].y - areas[0].upper[21].y,
                second = areas[1].lower[21].y - areas[1].upper[21].y;
    CHECK_THAT(second, WithinRel(4 * first, 1e-3f));
    CHECK(first * 6.1f <= plot_h);
    CHECK(test::lies_inside(drawing));
}

TEST_CASE("a day closes over midnight", "[charts]") {
    charts::DayValues day = test::constant(0);
    day[23] = 10;
    CHECK(charts::value_at(day, 0) == 5.0f);
    CHECK(charts::value_at(day, 24) == 5.0f);
    CHECK(charts::value_at(day, 23.5f) == 10.0f);
    CHECK(charts::value_at(day, 0.5f) == 0.0f);
}

TEST_CASE("an hour is found under the pointer, and says what it consists of", "[charts]") {
    auto model = test::model_of({test::rising(1, 1), test::constant(test::missing)});
    const Drawing drawing = drawn(model);
    const charts::Box plot = drawing.clip;
    const glm::vec2 noon{plot.low.x + 0.51f * plot.width(), 0.5f * (plot.low.y + plot.high.y)};
    CHECK(drawing.datum_at(noon) == std::size_t{12});
    CHECK_FALSE(drawing.datum_at({1, 1}));
    CHECK_THAT(charts::hour_at(drawing, noon.x), WithinAbs(12.24f, 1e-2f));
    CHECK(charts::hour_at(drawing, -50) == 0.0f);
    CHECK(charts::hour_at(drawing, 5000) == 24.0f);
    CHECK(charts::hour_text(model, 12) == "12:00 \u2013 13:00\nband 1  \u2013\nband 0  13 kW");
}

TEST_CASE("a chart of nothing says so", "[charts]") {
    const Drawing drawing = drawn(test::model_of({}));
    CHECK(test::has_text(drawing, "nothing"));
    CHECK(drawing.regions.empty());
    CHECK(test::all_of_shape<Area>(drawing).empty());
}

TEST_CASE("a day of zeros is flat on an axis that has zero only", "[charts]") {
    const Drawing drawing = drawn(test::model_of({test::constant(0)}));
    for (const Area& area : test::all_of_shape<Area>(drawing))
        for (const glm::vec2 p : area.upper) CHECK(p.y == drawing.clip.high.y);
    CHECK(test::has_text(drawing, "0"));
    CHECK_FALSE(test::has_text(drawing, "1 kW"));
    CHECK(test::lies_inside(drawing));
}

TEST_CASE("where a value is missing the stack has a gap from there on upwards", "[charts]") {
    charts::DayValues holed = test::constant(10);
    holed[12] = test::missing;
    const Drawing drawing = drawn(test::model_of({test::constant(10), holed, test::constant(10)}));
    const auto areas = test::all_of_shape<Area>(drawing);
    REQUIRE(areas.size() == 5);  // one whole, two in two parts
    CHECK(areas[0].upper.size() == 26);
    CHECK(areas[1].upper.size() == 13);  // 0:00 and the middles of twelve hours
    CHECK(areas[2].upper.size() == 12);
    CHECK(areas[3].upper.size() == 13);
    CHECK(test::lies_inside(drawing));
    const Drawing unknown = drawn(test::model_of({test::constant(test::missing)}));
    CHECK(test::all_of_shape<Area>(unknown).empty());
    CHECK(test::lies_inside(unknown));
}

TEST_CASE("huge, tiny, endless and negative values stay inside the chart", "[charts]") {
    charts::DayValues spike = test::constant(1);
    spike[5] = 1e38f;
    charts::DayValues endless = test::constant(1);
    endless[5] = std::numeric_limits<float>::infinity();
    for (const charts::DayValues& day :
         {spike, endless, test::constant(3e38f), test::constant(1e-38f), test::constant(-5),
          test::rising(-100, 10)}) {
        auto model = test::model_of({test::constant(2), day});
        model.net = {"net", day};
        model.now = {6.0f, day[5], "06:00"};
        CHECK(test::lies_inside(drawn(model)));
    }
    // A line below zero is drawn below it.
    auto model = test::model_of({test::constant(10)});
    model.net = {"net", test::constant(-10)};
    const Drawing drawing = drawn(model);
    const auto line = test::all_of_shape<Polyline>(drawing).at(0).points;
    CHECK_THAT(line[3].y, WithinAbs(drawing.clip.high.y, 1e-3f));
    CHECK_THAT(test::all_of_shape<Area>(drawing)[0].lower[3].y,
               WithinAbs(0.5f * (drawing.clip.low.y + drawing.clip.high.y), 1e-3f));
    CHECK(test::has_text(drawing, "-10 kW"));
}

TEST_CASE("names and labels keep apart in any size", "[charts]") {
    std::vector<charts::DayValues> bands(12, test::constant(7));
    auto model = test::model_of(bands);
    model.title = "A very long title of a day that does not fit beside what is said of now";
    model.now = {18.0f, 30, "18:00   30 kW"};
    for (const glm::vec2 one : {glm::vec2(300, 120), glm::vec2(420, 160), glm::vec2(1200, 400),
                                glm::vec2(60, 30), glm::vec2(5, 5)}) {
        const charts::Style style = test::plain_style();
        const Drawing drawing = charts::load_curve(model, style, one);
        const auto texts = test::all_of_shape<charts::Text>(drawing);
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const auto box = [&](const charts::Text& text) {
                    const float width = style.width_of(text.text),
                                low = text.at.x - 0.5f * static_cast<float>(text.anchor) * width;
                    // Letters without the room above and below them.
                    return charts::Box{{low, text.at.y + 0.2f * text.line_px},
                                       {low + width, text.at.y + 0.85f * text.line_px}};
                };
                const charts::Box a = box(texts[i]), b = box(texts[j]);
                INFO(one.x << ": " << texts[i].text << " / " << texts[j].text);
                if (a.width() > 0 && b.width() > 0)
                    CHECK_FALSE((a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y &&
                                 b.low.y < a.high.y));
            }
    }
}

TEST_CASE("two charts with one top have one axis", "[charts]") {
    auto low = test::model_of({test::constant(3)}), high = test::model_of({test::constant(30)});
    low.least_top = high.least_top = 30;
    const float rise_low =
                    drawn(low).clip.high.y - test::all_of_shape<Area>(drawn(low))[0].upper[0].y,
                rise_high =
                    drawn(high).clip.high.y - test::all_of_shape<Area>(drawn(high))[0].upper[0].y;
    CHECK_THAT(rise_high, WithinRel(10 * rise_low, 1e-3f));
}

TEST_CASE("the table holds what the chart shows", "[charts]") {
    charts::DayValues holed = test::constant(0.5f);
    holed[1] = test::missing;
    auto model = test::model_of({test::rising(1, 1), holed});
    model.bands[0].name = "cold, \"dry\"";
    model.past = {"before", test::constant(9)};
    const std::string table = charts::table_text(model);
    CHECK(table.substr(0, table.find('\n')) == "hour,\"cold, \"\"dry\"\"\",band 1,before");
    CHECK(table.find("\n0,1,0.5,9\n1,2,,9\n") != std::string::npos);
    CHECK(std::count(table.begin(), table.end(), '\n') == 25);
}
