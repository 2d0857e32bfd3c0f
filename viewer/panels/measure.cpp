// The measuring line on the ground: length of each part, the whole, and the area once it is closed.
#include <cmath>

#include "text/number_text.h"
#include "viewer/panels/overlay.h"
#include "viewer/tools/ground.h"

namespace viewer {

void draw_measure(const UiView& view, Commands& commands) {
    (void)commands;
    const Tape& tape = view.state.tape;
    if (tape.points_local.empty() || tape.city >= view.layout.cities) return;
    const float s = view.layout.scale;
    ImDrawList& draw = begin_overlay(view, tape.city);
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_PlotHistogram),
                under = ImGui::GetColorU32(ImGuiCol_WindowBg);
    const auto place = [&](glm::vec2 p) { return on_screen(view, tape.city, glm::vec3(p, 0.0f)); };
    const auto line = [&](ImVec2 a, ImVec2 b) {
        draw.AddLine(a, b, under, 5.5f * s);
        draw.AddLine(a, b, ink, 2.8f * s);
    };
    const std::size_t count = tape.points_local.size(), segments = count - (tape.closed ? 0 : 1);
    std::vector<std::pair<ImVec2, std::string>> labels;
    for (std::size_t k = 0; k < segments; ++k) {
        const glm::vec2 a = tape.points_local[k], b = tape.points_local[(k + 1) % count];
        const auto from = place(a), to = place(b);
        if (!from || !to) continue;
        line(*from, *to);
        // A label longer than its line would only hide it.
        const std::string text = text::length_text(length_m({0, {a, b}, false}));
        if (segments > 1 && std::hypot(to->x - from->x, to->y - from->y) >
                                1.3f * ImGui::CalcTextSize(text.c_str()).x)
            labels.emplace_back(ImVec2(0.5f * (from->x + to->x), 0.5f * (from->y + to->y)), text);
    }
    // To the cursor, while the line is open and the tool in hand.
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Layout::Box map = view.layout.map(tape.city);
    const bool over = mouse.x >= map.low.x && mouse.y >= map.low.y &&
                      mouse.x < map.low.x + map.size.x && mouse.y < map.low.y + map.size.y;
    if (view.state.tool == Tool::measure && !tape.closed && over &&
        !ImGui::GetIO().WantCaptureMouse)
        if (const auto ground = ground_point(view.state.cameras[tape.city],
                                             {mouse.x - map.low.x, mouse.y - map.low.y}, map.size))
            if (const auto from = place(tape.points_local.back())) {
                draw.AddLine(*from, mouse, ImGui::GetColorU32(ImGuiCol_PlotHistogram, 0.7f),
                             2.0f * s);
                Tape to_cursor = tape;
                to_cursor.points_local.push_back(*ground);
                plate(draw, view, {mouse.x + 16 * s, mouse.y + 16 * s}, {0, 0},
                      text::length_text(length_m(to_cursor)));
            }
    for (const glm::vec2 p : tape.points_local)
        if (const auto at = place(p)) {
            draw.AddCircleFilled(*at, 6.0f * s, under);
            draw.AddCircleFilled(*at, 4.0f * s, ink);
        }
    for (const auto& [at, text] : labels) plate(draw, view, at, {0.5f, 0.5f}, text);
    if (segments > 0)
        if (const auto at = place(tape.points_local.back())) {
            std::string text =
                view.text["measure.length"] + "  " + text::length_text(length_m(tape));
            if (tape.closed)
                text += "    " + view.text["measure.area"] + "  " + text::area_text(area_m2(tape));
            plate(draw, view, {at->x, at->y - 14 * s}, {0.5f, 1.0f}, text);
        }
    end_overlay(draw);
}

}  // namespace viewer
