#include "viewer/kit/chart_view.h"

#include "charts/load_curve.h"
#include "tests/support/catch.h"
#include "tests/support/screen.h"

namespace {

// What lands in a list between two frames.
struct Painted {
    int vertices = 0;
    ImVec2 low{1e9f, 1e9f}, high{-1e9f, -1e9f};
};

Painted painted(const charts::Drawing& drawing, ImVec2 at) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const int before = list.VtxBuffer.Size;
    viewer::paint(drawing, at, list);
    Painted result{list.VtxBuffer.Size - before, {1e9f, 1e9f}, {-1e9f, -1e9f}};
    for (int k = before; k < list.VtxBuffer.Size; ++k) {
        const ImVec2 p = list.VtxBuffer[k].pos;
        result.low = {std::min(result.low.x, p.x), std::min(result.low.y, p.y)};
        result.high = {std::max(result.high.x, p.x), std::max(result.high.y, p.y)};
    }
    return result;
}

}  // namespace

TEST_CASE("every mark of a chart is painted where it lies", "[viewer][kit]") {
    test::Screen screen;
    screen.frame(0, 0, false);  // fonts are loaded
    ImGui::NewFrame();
    const charts::Colour red{255, 0, 0, 255};
    const auto alone = [&](auto shape) {
        charts::Drawing drawing{
            .size = {100, 100}, .clip = {{0, 0}, {100, 100}}, .marks = {}, .regions = {}};
        drawing.add_clipped(std::move(shape));
        return painted(drawing, {300, 200});
    };
    for (const Painted& one :
         {alone(charts::Area{{{10, 20}, {60, 30}, {90, 20}}, {{10, 80}, {60, 80}, {90, 80}}, red}),
          alone(charts::Polyline{{{10, 20}, {60, 80}, {90, 30}}, red, 2}),
          alone(charts::Rectangle{{{10, 20}, {90, 80}}, red, 3}),
          alone(charts::Rule{{10, 20}, {90, 80}, red, 1}), alone(charts::Point{{50, 50}, 30, red}),
          alone(charts::Text{{90, 40}, charts::Anchor::end, 17, red, "text"})}) {
        CHECK(one.vertices >= 4);
        CHECK(one.low.x >= 305);
        CHECK(one.high.x <= 395);
        CHECK(one.low.y >= 215);
        CHECK(one.high.y <= 285);
    }
    ImGui::EndFrame();
}

TEST_CASE("the theme gives a chart its colours and its ruler", "[viewer][kit]") {
    test::Screen screen;
    screen.frame(0, 0, false);
    ImGui::NewFrame();
    const charts::Style style = viewer::chart_style(0.5f);
    CHECK(style.scale == 0.5f);
    CHECK(style.line_px == ImGui::GetTextLineHeight());
    CHECK(style.ink != style.ground);
    CHECK(std::abs(style.width_of("18:00 kW") - ImGui::CalcTextSize("18:00 kW").x) <= 1.0f);
    ImGui::EndFrame();
}
