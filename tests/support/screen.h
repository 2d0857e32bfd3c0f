#pragma once
// Dear ImGui with no window: it draws into nothing, the mouse presses where a person would.
#include <algorithm>

#include "viewer/app/ui_context.h"
#include "viewer/panels/ui_view.h"

namespace test {

using namespace viewer;

struct Screen {
    UiContext context{false};
    AppState state;
    std::array<CitySlot, city_slots> slots;
    std::array<CityTotals, city_slots> totals{};
    const Health* health = nullptr;
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
        draw_ui({state, text::Messages::in(state.language), layout, slots, totals, nullptr, health},
                commands);
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
                    if (const auto* wanted = std::get_if<Wanted>(&command);
                        wanted != nullptr && test(*wanted))
                        return true;
        return false;
    }
};

}  // namespace test
