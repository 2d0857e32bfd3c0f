// The tools that stand on the map: navigate, box, lasso, measure; bookmarks; help.
#include <cctype>

#include "viewer/panels/overlay.h"

namespace viewer {

namespace {

using Icon = void (*)(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width);

ImVec2 on(ImVec2 at, float size, float x, float y) {
    return {at.x + x * size, at.y + y * size};
}

void navigate_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width) {
    const ImVec2 points[] = {on(at, size, 0.32f, 0.20f), on(at, size, 0.32f, 0.74f),
                             on(at, size, 0.45f, 0.61f), on(at, size, 0.55f, 0.82f),
                             on(at, size, 0.63f, 0.78f), on(at, size, 0.54f, 0.58f),
                             on(at, size, 0.71f, 0.57f)};
    draw.AddPolyline(points, 7, ink, ImDrawFlags_Closed, width);
}

void box_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width) {
    // Dashed, as the outline of something that is not there yet.
    const auto dashes = [&](ImVec2 a, ImVec2 b) {
        for (const float from : {0.0f, 0.4f, 0.8f}) {
            const float to = from + 0.2f;
            draw.AddLine({a.x + from * (b.x - a.x), a.y + from * (b.y - a.y)},
                         {a.x + to * (b.x - a.x), a.y + to * (b.y - a.y)}, ink, width);
        }
    };
    const ImVec2 a = on(at, size, 0.24f, 0.28f), b = on(at, size, 0.76f, 0.28f),
                 c = on(at, size, 0.76f, 0.72f), d = on(at, size, 0.24f, 0.72f);
    dashes(a, b);
    dashes(b, c);
    dashes(c, d);
    dashes(d, a);
}

void lasso_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width) {
    draw.AddBezierCubic(on(at, size, 0.36f, 0.62f), on(at, size, 0.05f, 0.44f),
                        on(at, size, 0.36f, 0.16f), on(at, size, 0.58f, 0.24f), ink, width);
    draw.AddBezierCubic(on(at, size, 0.58f, 0.24f), on(at, size, 0.96f, 0.30f),
                        on(at, size, 0.82f, 0.68f), on(at, size, 0.36f, 0.62f), ink, width);
    draw.AddBezierCubic(on(at, size, 0.36f, 0.62f), on(at, size, 0.26f, 0.72f),
                        on(at, size, 0.44f, 0.72f), on(at, size, 0.34f, 0.84f), ink, width);
}

void measure_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width) {
    draw.AddRect(on(at, size, 0.18f, 0.38f), on(at, size, 0.82f, 0.64f), ink, 0.0f, 0, width);
    for (const float x : {0.31f, 0.44f, 0.57f, 0.70f})
        draw.AddLine(on(at, size, x, 0.38f), on(at, size, x, 0.50f), ink, width);
}

void bookmark_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float width) {
    const ImVec2 points[] = {on(at, size, 0.34f, 0.22f), on(at, size, 0.66f, 0.22f),
                             on(at, size, 0.66f, 0.78f), on(at, size, 0.50f, 0.62f),
                             on(at, size, 0.34f, 0.78f)};
    draw.AddPolyline(points, 5, ink, ImDrawFlags_Closed, width);
}

void help_icon(ImDrawList& draw, ImVec2 at, float size, ImU32 ink, float) {
    const ImVec2 text = ImGui::CalcTextSize("?");
    draw.AddText({at.x + 0.5f * (size - text.x), at.y + 0.5f * (size - text.y)}, ink, "?");
}

bool icon_button(const UiView& view, const char* id, Icon icon, bool on, const std::string& tip) {
    const float s = view.layout.scale, size = 40 * s;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {size, size});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + size, at.y + size);
    if (on)
        draw.AddRectFilled(at, end, ImGui::GetColorU32(ImGuiCol_PlotHistogram), 5 * s);
    else if (ImGui::IsItemHovered())
        draw.AddRectFilled(at, end, ImGui::GetColorU32(ImGuiCol_ButtonHovered), 5 * s);
    icon(draw, at, size, on ? ImGui::GetColorU32({1, 1, 1, 1}) : ImGui::GetColorU32(ImGuiCol_Text),
         1.9f * s);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", tip.c_str());
    return pressed;
}

}  // namespace

void draw_tool_strip(const UiView& view, Commands& commands) {
    const AppState& state = view.state;
    const float s = view.layout.scale;
    const Layout::Box map = view.layout.map(0);
    ImGui::SetNextWindowPos({map.low.x + view.layout.margin, map.low.y + view.layout.margin});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(4 * s, 4 * s));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(2 * s, 2 * s));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6 * s);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::Begin("##tools", nullptr, floating_window);
    constexpr Icon icons[] = {navigate_icon, box_icon, lasso_icon, measure_icon};
    for (const Tool tool : city::all_of<Tool>()) {
        const std::string name(name_of(tool));
        const std::string tip =
            view.text["tool." + name] + "   " + static_cast<char>(std::toupper(key_of(tool)));
        if (icon_button(view, name.c_str(), icons[static_cast<std::size_t>(tool)],
                        state.tool == tool, tip))
            commands.push_back(SetTool{tool});
    }
    ImGui::Dummy({0, 2 * s});
    if (icon_button(view, "bookmarks", bookmark_icon, state.show_bookmarks,
                    view.text["bookmark.title"] + "   K"))
        commands.push_back(ShowBookmarks{!state.show_bookmarks});
    if (icon_button(view, "help", help_icon, state.show_help, view.text["help.title"] + "   F1"))
        commands.push_back(ShowHelp{!state.show_help});
    ImGui::End();
    ImGui::PopStyleVar(4);
}

}  // namespace viewer
