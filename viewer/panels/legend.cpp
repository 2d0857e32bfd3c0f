#include <cmath>

#include "viewer/panels/ui_view.h"
#include "viewer/scene.h"

namespace viewer {

namespace {

ImU32 packed(glm::vec3 c) { return ImGui::ColorConvertFloat4ToU32({c.x, c.y, c.z, 1.0f}); }

template <class ToText>
void bar(const UiView& view, const render::ColorScale& scale, ToText&& to_text) {
    const float s = view.layout.scale;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = 14 * s;
    constexpr int steps = 64;
    for (int i = 0; i < steps; ++i) {
        const float a = static_cast<float>(i) / steps, b = static_cast<float>(i + 1) / steps;
        draw->AddRectFilled({at.x + a * width, at.y}, {at.x + b * width + 1, at.y + height}, packed(scale.colour_at(0.5f * (a + b))));
    }
    ImGui::Dummy({width, height});
    // Three figures: the ends and the middle, aligned to the bar.
    const float y = ImGui::GetCursorPosY();
    for (const float place : {0.0f, 0.5f, 1.0f}) {
        const std::string label = to_text(static_cast<double>(scale.value_at(place)));
        const float text_width = ImGui::CalcTextSize(label.c_str()).x;
        ImGui::SetCursorPos({ImGui::GetStyle().WindowPadding.x + place * (width - text_width), y});
        ImGui::TextUnformatted(label.c_str());
    }
}

}  // namespace

void draw_legend(const UiView& view) {
    if (view.scene == nullptr) return;
    const Messages& text = view.text;
    const LayerChoice& layer = view.state.layer;
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    std::string title = text["quantity." + std::string(name_of(layer.quantity))];
    if (layer.compare != Compare::after) title += ", " + text["compare." + std::string(name_of(layer.compare))];
    if (view.scene->shows_hours(view.state)) title += ", " + text["legend.this_hour"];
    ImGui::TextUnformatted(title.c_str());
    ImGui::Separator();
    const bool hours = view.scene->shows_hours(view.state);
    if (on_buildings(layer.quantity) && !view.scene->building_scale().empty())
        bar(view, view.scene->building_scale(), [&](double value) {
            return (hours ? hour_text(layer.quantity, layer.per, value) : quantity_text(layer.quantity, layer.per, value)) + (layer.per == Per::capita ? "/" + text["unit.person"] : "");
        });
    if (on_roads(layer.quantity) && !view.scene->road_scale().empty()) {
        ImGui::TextDisabled("%s", text["summary.roads"].c_str());
        const char* suffix = layer.quantity == Quantity::traffic ? "" : "/m";
        bar(view, view.scene->road_scale(), [&](double value) { return hours ? hour_text_per_road_metre(layer.quantity, value) : quantity_text(layer.quantity, Per::total, value) + suffix; });
    }
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float h = ImGui::GetTextLineHeight();
    draw->AddRectFilled(at, {at.x + 1.6f * h, at.y + h}, ImGui::GetColorU32(ImGuiCol_FrameBg));
    for (float x = 0; x < 1.6f * h; x += 0.4f * h) draw->AddLine({at.x + x, at.y + h}, {at.x + x + 0.4f * h, at.y}, ImGui::GetColorU32(ImGuiCol_TextDisabled), 1.5f);
    ImGui::Dummy({1.6f * h, h});
    ImGui::SameLine();
    ImGui::TextDisabled("%s", text["legend.missing"].c_str());
    if (view.layout.cities > 1) ImGui::TextDisabled("%s", text["legend.shared"].c_str());
    if (layer.per == Per::capita) ImGui::TextDisabled("%s", text["legend.homes"].c_str());
}

}  // namespace viewer
