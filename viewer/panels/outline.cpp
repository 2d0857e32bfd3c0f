// The box or lasso that is being drawn.
#include "viewer/panels/overlay.h"

namespace viewer {

void draw_outline(const UiView& view) {
    const AppState& state = view.state;
    const Outline& outline = state.outline;
    if (outline.points_px.size() < 2) return;
    const Layout::Box map = view.layout.map(outline.city);
    std::vector<ImVec2> points;
    for (const glm::vec2 p : outline.points_px)
        points.emplace_back(map.low.x + p.x, map.low.y + p.y);
    ImDrawList& draw = begin_overlay(view, outline.city);
    const float s = view.layout.scale;
    const int count = static_cast<int>(points.size());
    if (state.tool == Tool::box && points.size() == 4)
        draw.AddRectFilled(points[0], points[2], ImGui::GetColorU32(ImGuiCol_PlotHistogram, 0.14f));
    // Light under dark: the line is seen on pale and on dark ground.
    draw.AddPolyline(points.data(), count, ImGui::GetColorU32(ImGuiCol_WindowBg),
                     ImDrawFlags_Closed, 4.5f * s);
    draw.AddPolyline(points.data(), count, ImGui::GetColorU32(ImGuiCol_PlotHistogram),
                     ImDrawFlags_Closed, 2.2f * s);
    end_overlay(draw);
}

}  // namespace viewer
