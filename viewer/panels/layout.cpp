#include <algorithm>

#include "viewer/panels/ui_view.h"

namespace viewer {

Layout layout_for(ImVec2 size, const AppState& state, std::size_t cities) {
    Layout layout;
    layout.size = size;
    layout.cities = cities;
    layout.scale = std::clamp(size.y / 1080.0f, 0.6f, 3.0f) * (state.large_text ? 1.35f : 1.0f);
    layout.top_bar_h = 52.0f * layout.scale;
    layout.side_w = 308.0f * layout.scale;
    if (state.sun_time) layout.time_bar_h = 50.0f * layout.scale;
    if (state.sun_time && state.sun_time->loads) layout.curve_h = 148.0f * layout.scale;
    layout.summary_h = 118.0f * layout.scale + layout.curve_h;
    layout.margin = 12.0f * layout.scale;
    return layout;
}

ImVec2 Layout::view_size() const {
    const float gap = 2.0f;
    return {(size.x - side_w - gap * static_cast<float>(cities - 1)) / static_cast<float>(cities),
            size.y - top_bar_h - time_bar_h};
}

ImVec2 Layout::view_low(std::size_t city) const {
    return {side_w + static_cast<float>(city) * (view_size().x + 2.0f), top_bar_h};
}

Layout::Box Layout::map(std::size_t city) const {
    constexpr int gap = 2;
    const int shown = static_cast<int>(std::max<std::size_t>(cities, 1)),
              side = static_cast<int>(side_w), top = static_cast<int>(top_bar_h),
              below = static_cast<int>(below_views_h());
    const int width = (static_cast<int>(size.x) - side - gap * (shown - 1)) / shown,
              height = static_cast<int>(size.y) - top - below;
    return {{side + static_cast<int>(city) * (width + gap), top}, {width, height}};
}

void apply_style(bool dark, float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    if (dark)
        ImGui::StyleColorsDark();
    else
        ImGui::StyleColorsLight();
    const ImVec4 accent = dark ? ImVec4(0.31f, 0.76f, 0.97f, 1) : ImVec4(0.06f, 0.40f, 0.66f, 1);
    const auto faint = [&](float alpha) { return ImVec4(accent.x, accent.y, accent.z, alpha); };
    ImVec4* colour = style.Colors;
    colour[ImGuiCol_WindowBg] =
        dark ? ImVec4(0.07f, 0.10f, 0.13f, 0.94f) : ImVec4(0.99f, 0.99f, 0.985f, 0.95f);
    colour[ImGuiCol_Text] = dark ? ImVec4(0.93f, 0.95f, 0.97f, 1) : ImVec4(0.10f, 0.12f, 0.15f, 1);
    colour[ImGuiCol_TextDisabled] =
        dark ? ImVec4(0.66f, 0.71f, 0.76f, 1) : ImVec4(0.36f, 0.40f, 0.45f, 1);
    colour[ImGuiCol_FrameBg] =
        dark ? ImVec4(0.16f, 0.20f, 0.25f, 1) : ImVec4(0.91f, 0.92f, 0.93f, 1);
    colour[ImGuiCol_FrameBgHovered] = faint(0.22f);
    colour[ImGuiCol_FrameBgActive] = faint(0.32f);
    colour[ImGuiCol_CheckMark] = accent;
    // The label stands in the slider: it must be read through the grab.
    colour[ImGuiCol_SliderGrab] = faint(0.45f);
    colour[ImGuiCol_SliderGrabActive] = faint(0.65f);
    colour[ImGuiCol_Button] =
        dark ? ImVec4(0.18f, 0.23f, 0.28f, 1) : ImVec4(0.90f, 0.91f, 0.93f, 1);
    colour[ImGuiCol_ButtonHovered] = faint(0.30f);
    colour[ImGuiCol_ButtonActive] = faint(0.50f);
    colour[ImGuiCol_Header] = faint(0.22f);
    colour[ImGuiCol_HeaderHovered] = faint(0.32f);
    colour[ImGuiCol_PlotHistogram] = accent;
    colour[ImGuiCol_Border] = dark ? ImVec4(1, 1, 1, 0.10f) : ImVec4(0, 0, 0, 0.12f);
    style.WindowRounding = 0.0f;
    style.FrameRounding = 4.0f;
    style.GrabRounding = 4.0f;
    style.WindowBorderSize = 1.0f;
    style.WindowPadding = ImVec2(14, 12);
    style.ItemSpacing = ImVec2(8, 7);
    style.ScaleAllSizes(scale);
    style.WindowBorderSize = 1.0f;
}

}  // namespace viewer
