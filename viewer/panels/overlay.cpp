#include "viewer/panels/overlay.h"

#include "viewer/tools/ground.h"

namespace viewer {

ImDrawList& begin_overlay(const UiView& view, std::size_t city) {
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    const Layout::Box map = view.layout.map(city);
    draw.PushClipRect({map.low.x, map.low.y}, {map.low.x + map.size.x, map.low.y + map.size.y},
                      true);
    return draw;
}

void end_overlay(ImDrawList& draw) {
    draw.PopClipRect();
}

std::optional<ImVec2> on_screen(const UiView& view, std::size_t city, glm::vec3 local) {
    const Layout::Box map = view.layout.map(city);
    const auto at = pixel_of(view.state.cameras[city], local, map.size);
    if (!at) return std::nullopt;
    return ImVec2(map.low.x + at->x, map.low.y + at->y);
}

void plate(ImDrawList& draw, const UiView& view, ImVec2 at, ImVec2 anchor,
           const std::string& text) {
    const float s = view.layout.scale;
    const ImVec2 padding(7 * s, 3 * s), inner = ImGui::CalcTextSize(text.c_str());
    const ImVec2 size(inner.x + 2 * padding.x, inner.y + 2 * padding.y),
        low(at.x - anchor.x * size.x, at.y - anchor.y * size.y);
    draw.AddRectFilled(low, {low.x + size.x, low.y + size.y}, ImGui::GetColorU32(ImGuiCol_WindowBg),
                       4 * s);
    draw.AddRect(low, {low.x + size.x, low.y + size.y}, ImGui::GetColorU32(ImGuiCol_Border), 4 * s);
    draw.AddText({low.x + padding.x, low.y + padding.y}, ImGui::GetColorU32(ImGuiCol_Text),
                 text.c_str());
}

}  // namespace viewer
