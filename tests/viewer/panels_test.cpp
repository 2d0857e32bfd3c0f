// Panels without a window: Dear ImGui draws into nothing, the mouse presses where a person would.
#include "tests/support/catch.h"
#include "tests/viewer/screen.h"

using namespace viewer;
using test::Screen;

TEST_CASE("pressing in the middle of a slider sets about half the uptake", "[viewer][ui]") {
    Screen screen;
    const float middle = 0.5f * screen.layout.side_w;
    for (const auto measure : {emissions::Measure::led, emissions::Measure::cleaner_grid})
        CHECK(screen.some_click_gives<SetUptake>(middle, middle + 1, screen.layout.top_bar_h, 880, 8, [&](const SetUptake& c) {
            return c.measure == measure && c.share > 0.4f && c.share < 0.6f;
        }));
}

TEST_CASE("the language switch stands in the top bar", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<SetLanguage>(1200, 1600, 0.5f * screen.layout.top_bar_h, screen.layout.top_bar_h - 1, 24, [](const SetLanguage& c) { return c.language == "zh"; }));
}

TEST_CASE("radio buttons change the layer", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<ShowLayer>(10, screen.layout.side_w, screen.layout.top_bar_h, 400, 6, [](const ShowLayer& c) { return c.layer.spacing == render::Spacing::logarithmic; }));
    CHECK(screen.some_click_gives<ShowLayer>(10, screen.layout.side_w, screen.layout.top_bar_h, 400, 6, [](const ShowLayer& c) { return c.layer.compare == Compare::difference; }));
}

TEST_CASE("the layer of both methods and the sun of a date can be pressed", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<ShowLayer>(10, screen.layout.side_w, screen.layout.top_bar_h, 460, 6, [](const ShowLayer& c) { return c.layer.compare == Compare::methods; }));
    CHECK(screen.some_click_gives<SetSunTime>(10, screen.layout.side_w, screen.layout.top_bar_h, 520, 6, [](const SetSunTime& c) { return c.time.has_value(); }));
}

TEST_CASE("a hit of the search can be clicked", "[viewer][ui]") {
    Screen screen;
    screen.state.hits = {{1, 42, "Harbour hall  7"}};
    CHECK(screen.some_click_gives<GoToBuilding>(10, screen.layout.side_w, 300, screen.layout.size.y, 8, [](const GoToBuilding& c) { return c.city == 1 && c.building == 42; }));
}

TEST_CASE("undo is offered only when there is something to undo", "[viewer][ui]") {
    Screen screen;
    const auto any = [](const Undo&) { return true; };
    CHECK_FALSE(screen.some_click_gives<Undo>(10, screen.layout.side_w, 300, 880, 8, any));
    screen.state.undo.push_back({});
    CHECK(screen.some_click_gives<Undo>(10, screen.layout.side_w, 300, 880, 8, any));
}
