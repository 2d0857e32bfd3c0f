#include <fmt/format.h>

#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

// A button that looks pressed while its option is on.
bool toggle(const char* label, bool on) {
    if (on) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_Header));
    const bool pressed = ImGui::Button(label);
    if (on) ImGui::PopStyleColor();
    return pressed;
}

}  // namespace

void draw_top_bar(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const AppState& state = view.state;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({view.layout.size.x, view.layout.top_bar_h});
    ImGui::Begin("##top", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(text["app.title"].c_str());
    ImGui::SameLine(view.layout.side_w);
    if (toggle(text["menu.link"].c_str(), state.linked))
        commands.push_back(LinkCameras{!state.linked});
    ImGui::SameLine();
    if (ImGui::Button(text["menu.home"].c_str()))
        for (std::size_t city = 0; city < view.layout.cities; ++city)
            commands.push_back(ShowWholeCity{city});
    ImGui::SameLine();
    if (toggle(text["menu.shadows"].c_str(), state.shadows))
        commands.push_back(SetShadows{!state.shadows});
    ImGui::SameLine();
    if (toggle(text["menu.dark"].c_str(), state.dark)) commands.push_back(SetDark{!state.dark});
    ImGui::SameLine();
    if (toggle(text["menu.large_text"].c_str(), state.large_text))
        commands.push_back(SetLargeText{!state.large_text});
    ImGui::SameLine();
    if (toggle(text["menu.full_screen"].c_str(), state.full_screen))
        commands.push_back(SetFullScreen{!state.full_screen});
    ImGui::SameLine();
    if (toggle(text["menu.health"].c_str(), state.show_health))
        commands.push_back(ShowHealth{!state.show_health});
    const std::pair<const char*, const char*> languages[] = {
        {"en", "English"}, {"zh", "中文"}, {"ko", "한국어"}, {"ja", "日本語"}};
    float width = 0;
    for (const auto& [code, name] : languages)
        width += ImGui::CalcTextSize(name).x + 2 * ImGui::GetStyle().FramePadding.x +
                 ImGui::GetStyle().ItemSpacing.x;
    ImGui::SameLine(view.layout.size.x - width - view.layout.margin);
    for (const auto& [code, name] : languages) {
        if (toggle(name, state.language == code)) commands.push_back(SetLanguage{code});
        ImGui::SameLine();
    }
    ImGui::End();
}

}  // namespace viewer
