// Panels without a window: Dear ImGui draws into nothing, the mouse presses where a person would.
#include <algorithm>

#include "tests/support/catch.h"
#include "viewer/panels/ui_view.h"
#include "viewer/ui_context.h"

using namespace viewer;

namespace {

struct Screen {
    UiContext context{false};
    AppState state;
    std::array<CitySlot, city_slots> slots;
    std::array<CityTotals, city_slots> totals{};
    Layout layout = layout_for({1600, 900}, state, 2);

    Screen() { context.restyle(state, layout, slots); }

    Commands frame(float x, float y, bool down) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = layout.size;
        io.DeltaTime = 1.0f / 60.0f;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
#if IMGUI_VERSION_NUM >= 18700
        io.AddMousePosEvent(x, y);
        io.AddMouseButtonEvent(0, down);
#else
        io.MousePos = {x, y};
        io.MouseDown[0] = down;
#endif
        ImGui::NewFrame();
        Commands commands;
        draw_ui({state, Messages::in(state.language), layout, slots, totals, nullptr}, commands);
        ImGui::Render();
        return commands;
    }

    // Moves there, presses, lets go; all commands of the way.
    Commands click(float x, float y) {
        Commands all;
        for (const bool down : {false, false, true, true, false, false}) {
            Commands some = frame(x, y, down);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

    template <class Wanted, class Test>
    bool some_click_gives(float x0, float x1, float y0, float y1, float step, Test test) {
        for (float y = y0; y < y1; y += step)
            for (float x = x0; x < x1; x += step * 4)
                for (const Command& command : click(x, y))
                    if (const auto* wanted = std::get_if<Wanted>(&command); wanted != nullptr && test(*wanted)) return true;
        return false;
    }
};

}  // namespace

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
