#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/number_text.h"
#include "viewer/layers/density.h"
#include "viewer/layers/flow_width.h"
#include "viewer/layers/layer_rows.h"
#include "viewer/layers/shown_layer.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

ImU32 packed(glm::vec3 c) {
    return ImGui::ColorConvertFloat4ToU32({c.x, c.y, c.z, 1.0f});
}

// What is drawn on the bar besides its colours: nothing, the lines of a field, or the heights of
// columns.
enum class Marks : std::uint8_t { none, lines, heights };

template <class TextOf>
void bar(const UiView& view, const render::ColorScale& scale, Marks marks, TextOf text_of) {
    const float s = view.layout.scale;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x,
                height = (marks == Marks::heights ? 30 : 14) * s;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float most = std::max(std::abs(scale.value_at(0.0f)), std::abs(scale.value_at(1.0f)));
    constexpr int steps = 64;
    for (int i = 0; i < steps; ++i) {
        const float a = static_cast<float>(i) / steps, b = static_cast<float>(i + 1) / steps,
                    middle = 0.5f * (a + b);
        // Columns: the bar is as high as they stand.
        const float rise =
            marks == Marks::heights && most > 0.0f
                ? 0.12f + 0.88f * std::min(std::abs(scale.value_at(middle)) / most, 1.0f)
                : 1.0f;
        draw->AddRectFilled({at.x + a * width, at.y + (1.0f - rise) * height},
                            {at.x + b * width + 1, at.y + height}, packed(scale.colour_at(middle)));
    }
    if (marks == Marks::lines)
        for (int k = 1; k < 8; ++k)
            draw->AddLine({at.x + width * static_cast<float>(k) / 8, at.y},
                          {at.x + width * static_cast<float>(k) / 8, at.y + height},
                          IM_COL32(60, 58, 64, 110), std::max(1.0f, s));
    ImGui::Dummy({width, height});
    // Three figures: the ends and the middle, aligned to the bar.
    const float y = ImGui::GetCursorPosY();
    for (const float place : {0.0f, 0.5f, 1.0f}) {
        const std::string label = text_of(static_cast<double>(scale.value_at(place)));
        const float text_width = ImGui::CalcTextSize(label.c_str()).x;
        ImGui::SetCursorPos({ImGui::GetStyle().WindowPadding.x + place * (width - text_width), y});
        ImGui::TextUnformatted(label.c_str());
    }
}

// Three streets as wide as they are drawn where the camera looks.
void flow_widths(const UiView& view) {
    const float most = view.shown->widest_flow_veh_d;
    if (!(most > 0.0f)) return;
    const float s = view.layout.scale, width = ImGui::GetContentRegionAvail().x;
    const float widest_px = std::min(
        widest_flow_px(view.state.cameras[0], view.layout.view_size().y - view.layout.summary_h),
        26 * s);
    ImGui::TextDisabled("%s", view.text["legend.flow_width"].c_str());
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // A round figure near the top, its half and its tenth.
    const float step = std::pow(10.0f, std::floor(std::log10(most)));
    const float top = std::floor(most / step) * step;
    const float shares[] = {0.1f, 0.5f, 1.0f};
    for (int k = 0; k < 3; ++k) {
        const float x = at.x + width * static_cast<float>(k) / 3, y = at.y + 0.5f * widest_px,
                    thick = std::max(shares[k] * top / most * widest_px, 1.0f);
        draw->AddRectFilled({x, y - 0.5f * thick}, {x + width * 0.24f, y + 0.5f * thick},
                            ImGui::GetColorU32(ImGuiCol_TextDisabled), 0.5f * thick);
    }
    ImGui::Dummy({width, widest_px});
    const float y = ImGui::GetCursorPosY();
    for (int k = 0; k < 3; ++k) {
        ImGui::SetCursorPos(
            {ImGui::GetStyle().WindowPadding.x + width * static_cast<float>(k) / 3, y});
        ImGui::TextUnformatted(
            (text::plain_text(static_cast<double>(shares[k] * top)) + (k == 2 ? " veh/d" : ""))
                .c_str());
    }
}

}  // namespace

void draw_legend(const UiView& view) {
    if (view.shown == nullptr) return;
    const text::Messages& text = view.text;
    const LayerChoice& layer = view.state.layer;
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    std::string title = text["quantity." + std::string(name_of(layer.quantity))];
    if (layer.compare != Compare::after)
        title += ", " + text["compare." + std::string(name_of(layer.compare))];
    const Density* density = view.shown->density;
    const bool hours = view.shown->shows_hours;
    // A density follows the clock a moment later.
    if (layer.shown == ShownAs::buildings ? hours : density != nullptr && density->moment.hours)
        title += ", " + text["legend.this_hour"];
    ImGui::TextUnformatted(title.c_str());
    ImGui::Separator();
    if (layer.shown != ShownAs::buildings && density != nullptr && !density->scale.empty()) {
        const bool field = layer.shown == ShownAs::field;
        bar(view, density->scale, field ? Marks::lines : Marks::heights, [&](double value) {
            return per_ha_text(density->layer.quantity, value, density->moment.hours != nullptr);
        });
        ImGui::TextDisabled("%s", fmt::format("{}, {} {:.0f} m", text["legend.per_ha"],
                                              text[field ? "legend.bandwidth" : "card.cell"],
                                              field ? density->bandwidth_m : density->cell_m)
                                      .c_str());
        if (!field) ImGui::TextDisabled("%s", text["legend.column_height"].c_str());
    } else if (layer.shown == ShownAs::buildings && on_buildings(layer.quantity) &&
               !view.shown->building_scale->empty()) {
        bar(view, *view.shown->building_scale, Marks::none, [&](double value) {
            return (hours ? hour_text(layer.quantity, layer.per, value)
                          : quantity_text(layer.quantity, layer.per, value)) +
                   (layer.per == Per::capita ? "/" + text["unit.person"] : "");
        });
    } else if (layer.per == Per::capita && layer.shown == ShownAs::buildings &&
               on_buildings(layer.quantity)) {
        ImGui::PushTextWrapPos(0.0f);
        ImGui::TextUnformatted(text["legend.no_population"].c_str());
        ImGui::PopTextWrapPos();
    }
    const bool roads_coloured =
        layer.flows || (on_roads(layer.quantity) && layer.shown == ShownAs::buildings);
    if (roads_coloured && !view.shown->road_scale->empty()) {
        const Quantity quantity = road_quantity(layer);
        const std::string title_of_roads =
            text["summary.roads"] +
            (quantity == layer.quantity
                 ? ""
                 : ", " + text["quantity." + std::string(name_of(quantity))]);
        ImGui::TextDisabled("%s", title_of_roads.c_str());
        bar(view, *view.shown->road_scale, Marks::none, [&](double value) {
            return hours ? hour_text_per_road_metre(quantity, value) : road_text(quantity, value);
        });
    }
    if (layer.flows) flow_widths(view);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float h = ImGui::GetTextLineHeight();
    draw->AddRectFilled(at, {at.x + 1.6f * h, at.y + h}, ImGui::GetColorU32(ImGuiCol_FrameBg));
    for (float x = 0; x < 1.6f * h; x += 0.4f * h)
        draw->AddLine({at.x + x, at.y + h}, {at.x + x + 0.4f * h, at.y},
                      ImGui::GetColorU32(ImGuiCol_TextDisabled), 1.5f);
    ImGui::Dummy({1.6f * h, h});
    ImGui::SameLine();
    ImGui::TextDisabled("%s", text["legend.missing"].c_str());
    if (view.layout.cities > 1) {
        const float needed = ImGui::CalcTextSize(text["legend.shared"].c_str()).x +
                             2 * ImGui::GetStyle().ItemSpacing.x;
        if (ImGui::GetItemRectMax().x + needed <
            ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
            ImGui::SameLine(0, 2 * ImGui::GetStyle().ItemSpacing.x);
        ImGui::TextDisabled("%s", text["legend.shared"].c_str());
    }
    if (layer.per == Per::capita && layer.shown == ShownAs::buildings)
        ImGui::TextDisabled("%s", text["legend.homes"].c_str());
}

}  // namespace viewer
