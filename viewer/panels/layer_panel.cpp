#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

// Fixed light and the year's amounts, or the sun of a date and an hour; the hours themselves are in
// the time bar.
void draw_sun_time(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const std::optional<SunTime>& now = view.state.sun_time;
    ImGui::TextDisabled("%s", text["sun.title"].c_str());
    if (ImGui::RadioButton(text["sun.fixed"].c_str(), !now)) commands.push_back(SetSunTime{});
    ImGui::SameLine();
    if (ImGui::RadioButton(text["sun.by_date"].c_str(), now.has_value()))
        commands.push_back(SetSunTime{SunTime{.loads = true}});
}

}  // namespace

void draw_layer_panel(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    LayerChoice layer = view.state.layer;
    ImGui::TextUnformatted(text["panel.layer"].c_str());
    ImGui::Separator();
    ImGui::PushItemWidth(-1);
    ImGui::TextDisabled("%s", text["layer.quantity"].c_str());
    const auto label = [&](Quantity quantity) {
        return text["quantity." + std::string(name_of(quantity))].c_str();
    };
    if (ImGui::BeginCombo("##quantity", label(layer.quantity), ImGuiComboFlags_HeightLargest)) {
        for (const Quantity quantity : city::all_of<Quantity>())
            if (ImGui::Selectable(label(quantity), quantity == layer.quantity)) {
                layer.quantity = quantity;
                commands.push_back(ShowLayer{layer});
            }
        ImGui::EndCombo();
    }
    ImGui::PopItemWidth();
    const auto choice =
        [&](const char* title, auto& value,
            std::initializer_list<std::pair<const char*, std::decay_t<decltype(value)>>> options) {
            ImGui::AlignTextToFramePadding();
            ImGui::TextDisabled("%s", text[title].c_str());
            const float column = 92 * view.layout.scale;
            bool first = true;
            for (const auto& [key, option] : options) {
                // Beside their title, as many in a row as fit.
                const float needed = ImGui::GetFrameHeight() +
                                     ImGui::GetStyle().ItemInnerSpacing.x +
                                     ImGui::CalcTextSize(text[key].c_str()).x;
                if (first)
                    ImGui::SameLine(column);
                else if (ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + needed <
                         ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
                    ImGui::SameLine();
                else
                    ImGui::SetCursorPosX(column);
                first = false;
                ImGui::PushID(key);
                if (ImGui::RadioButton(text[key].c_str(), value == option)) {
                    value = option;
                    commands.push_back(ShowLayer{layer});
                }
                ImGui::PopID();
            }
        };
    choice("layer.shown", layer.shown,
           {{"shown.buildings", ShownAs::buildings},
            {"shown.field", ShownAs::field},
            {"shown.columns", ShownAs::columns}});
    // A density is always per hectare of ground; how fine it is takes the place of what it is per.
    if (layer.shown == ShownAs::buildings)
        choice("layer.per", layer.per,
               {{"per.total", Per::total}, {"per.m2", Per::m2}, {"per.capita", Per::capita}});
    if (layer.shown == ShownAs::field)
        choice("layer.bandwidth", layer.bandwidth_m,
               {{"size.auto", 0.0f},
                {"size.100", 100.0f},
                {"size.250", 250.0f},
                {"size.500", 500.0f}});
    if (layer.shown == ShownAs::columns)
        choice("layer.cell", layer.cell_m,
               {{"size.auto", 0.0f},
                {"size.50", 50.0f},
                {"size.100", 100.0f},
                {"size.250", 250.0f},
                {"size.500", 500.0f}});
    choice("layer.roads", layer.flows, {{"roads.plain", false}, {"roads.flows", true}});
    choice("layer.scale", layer.spacing,
           {{"spacing.linear", render::Spacing::linear},
            {"spacing.log", render::Spacing::logarithmic},
            {"spacing.quantile", render::Spacing::quantile}});
    choice("layer.compare", layer.compare,
           {{"compare.after", Compare::after},
            {"compare.before", Compare::before},
            {"compare.difference", Compare::difference},
            {"compare.methods", Compare::methods}});
    draw_sun_time(view, commands);
}

}  // namespace viewer
