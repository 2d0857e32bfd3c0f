// Scale bar and north arrow of each map.
#include <cmath>

#include "text/number_text.h"
#include "viewer/panels/overlay.h"
#include "viewer/tools/scale_bar.h"

namespace viewer {

namespace {

void draw_scale(const UiView& view, std::size_t city, ImVec2 corner) {
    const float s = view.layout.scale;
    const Layout::Box map = view.layout.map(city);
    const ScaleBar bar = scale_bar(view.state.cameras[city].metres_per_px(map.size.y), 150 * s);
    if (!(bar.px > 0.0f)) return;
    const std::string text =
        text::plain_text(static_cast<double>(bar.metres < 1000 ? bar.metres : bar.metres / 1000)) +
        (bar.metres < 1000 ? " m" : " km");
    const ImVec2 inner = ImGui::CalcTextSize(text.c_str());
    const float width = std::max(bar.px, inner.x) + 20 * s, height = inner.y + 18 * s;
    const ImVec2 low(corner.x - width, corner.y - height);
    ImDrawList& draw = begin_overlay(view, city);
    draw.AddRectFilled(low, corner, ImGui::GetColorU32(ImGuiCol_WindowBg), 4 * s);
    draw.AddRect(low, corner, ImGui::GetColorU32(ImGuiCol_Border), 4 * s);
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
    draw.AddText({low.x + 0.5f * (width - inner.x), low.y + 3 * s}, ink, text.c_str());
    const float x0 = low.x + 0.5f * (width - bar.px), x1 = x0 + bar.px, y = corner.y - 7 * s;
    draw.AddLine({x0, y}, {x1, y}, ink, 2 * s);
    for (const float x : {x0, x1}) draw.AddLine({x, y - 5 * s}, {x, y + s}, ink, 2 * s);
    end_overlay(draw);
}

// Turns with the heading; a click turns the map north up.
void draw_north(const UiView& view, std::size_t city, ImVec2 corner, Commands& commands) {
    const float s = view.layout.scale, size = 54 * s;
    const render::Camera& camera = view.state.cameras[city];
    ImGui::SetNextWindowPos({corner.x - size, corner.y - size});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::Begin(("##north" + std::to_string(city)).c_str(), nullptr,
                 floating_window | ImGuiWindowFlags_NoBackground);
    if (ImGui::InvisibleButton("north", {size, size})) {
        render::Camera to = camera;
        to.heading_rad = 0.0f;
        commands.push_back(FlyTo{city, to});
    }
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetTooltip("%s   N", view.text["map.north_up"].c_str());
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 middle(corner.x - 0.5f * size, corner.y - 0.5f * size);
    draw.AddCircleFilled(middle, 0.48f * size, ImGui::GetColorU32(ImGuiCol_WindowBg), 40);
    draw.AddCircle(middle, 0.48f * size,
                   ImGui::GetColorU32(hovered ? ImGuiCol_PlotHistogram : ImGuiCol_Border), 40,
                   1.5f * s);
    const ImVec2 north(-std::sin(camera.heading_rad), -std::cos(camera.heading_rad)),
        east(-north.y, north.x);
    const auto at = [&](float along, float across) {
        return ImVec2(middle.x + size * (along * north.x + across * east.x),
                      middle.y + size * (along * north.y + across * east.y));
    };
    // The needle's northern half is the strong one; the letter turns with it but stays upright.
    draw.AddTriangleFilled(at(0.19f, 0), at(-0.08f, 0.10f), at(-0.08f, -0.10f),
                           ImGui::GetColorU32(ImGuiCol_PlotHistogram));
    draw.AddTriangleFilled(at(-0.36f, 0), at(-0.08f, 0.10f), at(-0.08f, -0.10f),
                           ImGui::GetColorU32(ImGuiCol_TextDisabled, 0.55f));
    const std::string& letter = view.text["map.north"];
    const float font = 0.8f * ImGui::GetFontSize();
    const ImVec2 text = ImGui::GetFont()->CalcTextSizeA(font, 1e9f, 0.0f, letter.c_str()),
                 top = at(0.325f, 0);
    draw.AddText(ImGui::GetFont(), font, {top.x - 0.5f * text.x, top.y - 0.5f * text.y},
                 ImGui::GetColorU32(ImGuiCol_Text), letter.c_str());
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace

void draw_map_furniture(const UiView& view, std::size_t city, Commands& commands) {
    if (!view.slots[city].data) return;
    const float margin = view.layout.margin;
    const Layout::Box map = view.layout.map(city);
    const ImVec2 corner(map.low.x + map.size.x - margin, map.low.y + map.size.y - margin);
    draw_scale(view, city, corner);
    draw_north(
        view, city,
        {corner.x, corner.y - ImGui::GetTextLineHeight() - 18 * view.layout.scale - 0.6f * margin},
        commands);
}

}  // namespace viewer
