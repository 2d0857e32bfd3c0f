// Every mouse move and key, in the language of the screen; and the blank screen of a speaker.
#include "viewer/panels/overlay.h"

namespace viewer {

void draw_help(const UiView& view, Commands& commands) {
    const AppState& state = view.state;
    const float s = view.layout.scale;
    if (state.blank)
        ImGui::GetForegroundDrawList()->AddRectFilled({0, 0}, view.layout.size,
                                                      ImGui::GetColorU32({0, 0, 0, 1}));
    if (!state.show_help) return;
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, view.layout.size,
                                                  ImGui::GetColorU32({0, 0, 0, 0.45f}));
    ImGui::SetNextWindowPos({0.5f * view.layout.size.x, 0.5f * view.layout.size.y},
                            ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(26 * s, 20 * s));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8 * s);
    ImGui::Begin("##help", nullptr, floating_window);
    ImGui::TextUnformatted(view.text["help.title"].c_str());
    ImGui::Separator();
    // "what|how" in the catalogue.
    for (const char* key :
         {"help.turn", "help.move", "help.zoom", "help.click", "help.tools", "help.combine",
          "help.back", "help.home", "help.north", "help.health", "help.notes", "help.offer",
          "help.bookmarks", "help.stops", "help.clicker", "help.time", "help.undo", "help.drop",
          "help.gamepad"}) {
        const std::string& line = view.text[key];
        const std::size_t bar = std::min(line.find('|'), line.size());
        ImGui::TextUnformatted(line.substr(0, bar).c_str());
        ImGui::SameLine(300 * s);
        ImGui::TextDisabled("%s", line.substr(std::min(bar + 1, line.size())).c_str());
    }
    ImGui::Dummy({0, 4 * s});
    if (ImGui::Button(view.text["card.close"].c_str())) commands.push_back(ShowHelp{false});
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace viewer
