// Panels without a window: Dear ImGui draws into nothing, the mouse presses where a person would.
#include <cmath>
#include <optional>

#include "tests/support/catch.h"
#include "tests/support/screen.h"
#include "viewer/state/apply.h"

using namespace viewer;
using test::Screen;

TEST_CASE("pressing in the middle of a slider sets about half the uptake", "[viewer][ui]") {
    Screen screen;
    const float middle = 0.5f * screen.layout.side_w;
    for (const auto measure : {"led", "cleaner_grid"})
        CHECK(screen.some_click_gives<SetUptake>(
            middle, middle + 1, screen.layout.top_bar_h, 880, 8, [&](const SetUptake& c) {
                return c.measure == measure && c.share > 0.4f && c.share < 0.6f;
            }));
}

TEST_CASE("the language switch stands in the top bar", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<SetLanguage>(
        1200, 1600, 0.5f * screen.layout.top_bar_h, screen.layout.top_bar_h - 1, 24,
        [](const SetLanguage& c) { return c.language == "zh"; }));
}

TEST_CASE("radio buttons change the layer", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<ShowLayer>(
        10, screen.layout.side_w, screen.layout.top_bar_h, 400, 6,
        [](const ShowLayer& c) { return c.layer.spacing == render::Spacing::logarithmic; }));
    CHECK(screen.some_click_gives<ShowLayer>(
        10, screen.layout.side_w, screen.layout.top_bar_h, 400, 6,
        [](const ShowLayer& c) { return c.layer.compare == Compare::difference; }));
}

TEST_CASE("the layer of both methods and the sun of a date can be pressed", "[viewer][ui]") {
    Screen screen;
    CHECK(screen.some_click_gives<ShowLayer>(
        10, screen.layout.side_w, screen.layout.top_bar_h, 460, 6,
        [](const ShowLayer& c) { return c.layer.compare == Compare::methods; }));
    CHECK(screen.some_click_gives<SetSunTime>(
        10, screen.layout.side_w, screen.layout.top_bar_h, 520, 6,
        [](const SetSunTime& c) { return c.time.has_value(); }));
}

TEST_CASE("density as field or columns, its cell and flows can be pressed", "[viewer][ui]") {
    Screen screen;
    const auto pressed = [&](auto test) {
        return screen.some_click_gives<ShowLayer>(10, screen.layout.side_w, screen.layout.top_bar_h,
                                                  420, 6, test);
    };
    CHECK(pressed([](const ShowLayer& c) { return c.layer.shown == ShownAs::field; }));
    CHECK(pressed([](const ShowLayer& c) { return c.layer.shown == ShownAs::columns; }));
    CHECK(pressed([](const ShowLayer& c) { return c.layer.flows; }));
    CHECK_FALSE(pressed(
        [](const ShowLayer& c) { return c.layer.cell_m > 0.0f; }));  // only where there are cells
    apply(screen.state, ShowLayer{{.shown = ShownAs::columns}});
    CHECK(pressed([](const ShowLayer& c) { return c.layer.cell_m == 250.0f; }));
    apply(screen.state, ShowLayer{{.shown = ShownAs::field}});
    CHECK(pressed([](const ShowLayer& c) { return c.layer.bandwidth_m == 100.0f; }));
    CHECK(screen.state.undo.empty());
}

TEST_CASE("a hit of the search can be clicked", "[viewer][ui]") {
    Screen screen;
    screen.state.hits = {{1, 42, "Harbour hall  7", -1, {}},
                         {0, -1, "Pine Street", 7, {}},
                         {1, -1, "121.5° E", -1, glm::vec2(3, 4)}};
    CHECK(screen.some_click_gives<GoToBuilding>(
        10, screen.layout.side_w, 300, screen.layout.size.y, 8,
        [](const GoToBuilding& c) { return c.city == 1 && c.building == 42; }));
    CHECK(screen.some_click_gives<GoToRoad>(
        10, screen.layout.side_w, 300, screen.layout.size.y, 8,
        [](const GoToRoad& c) { return c.city == 0 && c.road == 7; }));
    CHECK(screen.some_click_gives<GoToPlace>(
        10, screen.layout.side_w, 300, screen.layout.size.y, 8,
        [](const GoToPlace& c) { return c.city == 1 && c.at_local == glm::vec2(3, 4); }));
}

TEST_CASE("undo is offered only when there is something to undo", "[viewer][ui]") {
    Screen screen;
    const auto any = [](const Undo&) { return true; };
    CHECK_FALSE(screen.some_click_gives<Undo>(10, screen.layout.side_w, 300, 880, 8, any));
    screen.state.undo.push_back({});
    CHECK(screen.some_click_gives<Undo>(10, screen.layout.side_w, 300, 880, 8, any));
}

namespace {

// The bar stands below everything while a date is chosen.
struct TimeScreen : Screen {
    TimeScreen() {
        state.sun_time = SunTime{.hour = 9.5f};
        layout = layout_for({1600, 900}, state, 2);
    }
    template <class Test>
    bool bar_gives(float x0, float x1, Test test) {
        return some_click_gives<SetSunTime>(
            x0, x1, layout.size.y - 0.5f * layout.time_bar_h,
            layout.size.y - 0.5f * layout.time_bar_h + 1, 6,
            [&](const SetSunTime& c) { return c.time && test(*c.time); });
    }
    Commands type(char character, float x, float y) {
        frame(x, y, false);
        frame(x, y, false);  // Dear ImGui knows a frame later what the mouse is over
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(character));
        return frame(x, y, false);
    }
};

}  // namespace

TEST_CASE("the time bar plays, goes to an hour, and shows the hour's loads or the weekend",
          "[viewer][ui][time]") {
    TimeScreen screen;
    const float left = screen.layout.side_w, right = screen.layout.size.x;
    CHECK(screen.bar_gives(left, left + 120, [](const SunTime& t) { return t.playing; }));
    CHECK(screen.bar_gives(left + 300, right,
                           [](const SunTime& t) { return std::abs(t.hour - 15.0f) < 1.0f; }));
    CHECK(screen.bar_gives(right - 500, right, [](const SunTime& t) { return t.weekend; }));
    CHECK(screen.bar_gives(right - 300, right, [](const SunTime& t) { return t.loads; }));
}

TEST_CASE("without a date there is no time bar", "[viewer][ui][time]") {
    Screen screen;
    CHECK_FALSE(screen.some_click_gives<SetSunTime>(screen.layout.side_w, screen.layout.size.x, 874,
                                                    900, 8,
                                                    [](const SetSunTime&) { return true; }));
}

TEST_CASE("space plays, brackets step an hour, while the mouse is over the map",
          "[viewer][ui][time]") {
    TimeScreen screen;
    const auto sun_of = [](const Commands& commands) {
        std::optional<SunTime> time;
        for (const Command& command : commands)
            if (const auto* set = std::get_if<SetSunTime>(&command)) time = set->time;
        return time;
    };
    const float x = screen.layout.side_w + 300, y = 300;
    const auto played = sun_of(screen.type(' ', x, y)), later = sun_of(screen.type(']', x, y)),
               earlier = sun_of(screen.type('[', x, y));
    REQUIRE((played && later && earlier));
    CHECK(played->playing);
    CHECK(later->hour == 10.0f);
    CHECK(earlier->hour == 9.0f);
    CHECK_FALSE(sun_of(screen.type(' ', 20, 400)));  // over the panel it is not for the map
}
