// The figures under a map, with a headless screen: their texts must not run into each other.
#include <imgui.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "emissions/measures/uptake.h"
#include "tests/support/catch.h"
#include "tests/support/loaded_slot.h"
#include "tests/support/screen.h"

using namespace viewer;
using test::Screen;

namespace {

struct Glyph {
    ImVec2 low, high;
};

// The letters that the window of this name has drawn: quads that show a part of the font's texture.
std::vector<Glyph> glyphs_of(const char* window) {
    const ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    float lines_low = 2.0f, lines_high = -1.0f;
    for (const ImVec4& line : fonts.TexUvLines) {
        lines_low = std::min(lines_low, line.y);
        lines_high = std::max(lines_high, line.w);
    }
    std::vector<Glyph> glyphs;
    const ImDrawData& drawn = *ImGui::GetDrawData();
    for (int n = 0; n < drawn.CmdListsCount; ++n) {
        const ImDrawList& list = *drawn.CmdLists[n];
        if (list._OwnerName == nullptr || std::strcmp(list._OwnerName, window) != 0) continue;
        for (int v = 0; v + 3 < list.VtxBuffer.Size; ++v) {
            const ImDrawVert &a = list.VtxBuffer[v], &b = list.VtxBuffer[v + 1],
                             &c = list.VtxBuffer[v + 2], &d = list.VtxBuffer[v + 3];
            const bool quad = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                              d.pos.x == a.pos.x && a.pos.x < b.pos.x && a.pos.y < d.pos.y;
            if (!quad || a.uv.x == b.uv.x || a.uv.y == d.uv.y ||
                (a.uv.y >= lines_low && a.uv.y <= lines_high))
                continue;
            glyphs.push_back({a.pos, c.pos});
            v += 3;
        }
    }
    return glyphs;
}

std::size_t overlaps(const std::vector<Glyph>& glyphs) {
    constexpr float touching_px = 1.5f;  // letters may lean over each other a little
    std::size_t count = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        for (std::size_t k = i + 1; k < glyphs.size(); ++k) {
            const Glyph &a = glyphs[i], &b = glyphs[k];
            const float x = std::min(a.high.x, b.high.x) - std::max(a.low.x, b.low.x),
                        y = std::min(a.high.y, b.high.y) - std::max(a.low.y, b.low.y);
            count += x > touching_px && y > touching_px ? 1 : 0;
        }
    return count;
}

}  // namespace

TEST_CASE("what has no room beside a figure is shown where the mouse rests on it", "[viewer][ui]") {
    const auto tooltip_letters = [](ImVec2 size) {
        Screen screen;
        set_share(screen.state.scenario, "led", 0.7f);
        screen.layout = layout_for(size, screen.state, 2);
        screen.slots[0].data = test::slot_of(test::five_houses(), screen.state.scenario);
        screen.totals[0] = totals_of(*screen.slots[0].data, screen.state.scenario);
        screen.context.restyle(screen.state, screen.layout, screen.slots);
        // Where each of the four figures begins, from the top of the panel to its bottom.
        std::size_t letters = 0;
        for (const float share : {0.0f, 0.25f, 0.5f, 0.75f})
            for (float y = size.y - screen.layout.summary_h; y < size.y; y += 4.0f)
                for (int frame = 0; frame < 3; ++frame) {
                    screen.frame(screen.layout.view_low(0).x + share * screen.layout.view_size().x +
                                     20.0f * screen.layout.scale,
                                 y, false);
                    letters = std::max({letters, glyphs_of("##Tooltip_00").size(),
                                        glyphs_of("##Tooltip_01").size()});
                }
        return letters;
    };
    CHECK(tooltip_letters({960, 540}) > 10);
    CHECK(tooltip_letters({2560, 1440}) == 0);  // all of it stands there
}

TEST_CASE("a city that loads can be cancelled beside its progress, in every language",
          "[viewer][ui][jobs]") {
    for (const char* language : {"en", "zh", "ko", "ja"}) {
        Screen screen;
        screen.state.language = language;
        screen.slots[1].loading = "town.gpkg";
        screen.slots[1].loading_share = 0.4f;
        screen.context.restyle(screen.state, screen.layout, screen.slots);
        const ImVec2 low = screen.layout.view_low(1), size = screen.layout.view_size();
        const float right = low.x + size.x, top = low.y + size.y - screen.layout.summary_h;
        const auto pressed = [&] {
            return screen.some_click_gives<CancelLoading>(
                right - 80, right, top, screen.layout.size.y, 6,
                [](const CancelLoading& c) { return c.city == 1; });
        };
        INFO(language);
        CHECK(pressed());
        // One that is not loading has nothing to cancel.
        screen.slots[1].loading.clear();
        CHECK_FALSE(pressed());
    }
}

TEST_CASE("half the screen whose load was cancelled says so", "[viewer][ui][jobs]") {
    Screen screen;
    screen.frame(-1, -1, false);
    screen.frame(-1, -1, false);
    const std::size_t before = glyphs_of("##summary0").size();
    screen.slots[0].cancelled = true;
    screen.frame(-1, -1, false);
    CHECK(glyphs_of("##summary0").size() > before + 10);
}

TEST_CASE("a frame that is left half laid out does not spoil the next", "[viewer][ui][jobs]") {
    Screen screen;
    screen.frame(-1, -1, false);
    ImGui::NewFrame();
    ImGui::Begin("one");
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, 0.5f);
    ImGui::BeginChild("inside");
    ImGui::PushID(3);
    ImGui::BeginGroup();
    screen.context.end_broken_frame();
    CHECK(ImGui::GetStyle().Alpha == 1.0f);
    // Dear ImGui asserts on a second frame in a first one, and on windows that were left open.
    screen.frame(-1, -1, false);
    CHECK_FALSE(glyphs_of("##summary0").empty());
    screen.context.end_broken_frame();  // nothing to end
    screen.frame(-1, -1, false);
    CHECK_FALSE(glyphs_of("##summary0").empty());
}

TEST_CASE("figures under a map do not run into each other, however narrow it is", "[viewer][ui]") {
    for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(1280, 720), ImVec2(960, 540)})
        for (const char* language : {"en", "zh"}) {
            Screen screen;
            screen.state.language = language;
            set_share(screen.state.scenario, "led", 0.7f);
            screen.layout = layout_for(size, screen.state, 2);
            for (std::size_t c = 0; c < city_slots; ++c) {
                screen.slots[c].data = test::slot_of(test::five_houses(), screen.state.scenario);
                screen.totals[c] = totals_of(*screen.slots[c].data, screen.state.scenario);
            }
            screen.context.restyle(screen.state, screen.layout, screen.slots);
            screen.frame(-1, -1, false);
            screen.frame(-1, -1, false);
            const std::vector<Glyph> glyphs = glyphs_of("##summary0");
            INFO(size.x << " " << language);
            CHECK(glyphs.size() > 40);
            CHECK(overlaps(glyphs) == 0);
        }
}
