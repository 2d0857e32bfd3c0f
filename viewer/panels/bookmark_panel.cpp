// Saved views: the stops of a talk.
#include <fmt/format.h>

#include <cstring>

#include "viewer/panels/overlay.h"

namespace viewer {

void draw_bookmark_panel(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const AppState& state = view.state;
    const float s = view.layout.scale;
    ImGui::TextUnformatted(text["bookmark.title"].c_str());
    ImGui::Separator();
    for (std::size_t k = 0; k < state.bookmarks.size(); ++k) {
        ImGui::PushID(static_cast<int>(k));
        const bool here = state.bookmark == static_cast<int>(k);
        if (here) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_Header));
        if (ImGui::Button(fmt::format("{}##go", k + 1).c_str(), {34 * s, 0}))
            commands.push_back(GoToBookmark{k});
        if (here) ImGui::PopStyleColor();
        ImGui::SameLine();
        char typed[96] = {};
        std::strncpy(typed, state.bookmarks[k].name.c_str(), sizeof typed - 1);
        ImGui::SetNextItemWidth(226 * s);
        ImGui::InputText("##name", typed, sizeof typed);
        if (state.bookmarks[k].name != typed) commands.push_back(RenameBookmark{k, typed});
        ImGui::SameLine();
        if (ImGui::Button("x##remove", {30 * s, 0})) commands.push_back(RemoveBookmark{k});
        ImGui::PopID();
    }
    if (state.bookmarks.empty()) ImGui::TextDisabled("%s", text["bookmark.none"].c_str());
    if (ImGui::Button(text["bookmark.add"].c_str()))
        commands.push_back(
            AddBookmark{fmt::format("{} {}", text["bookmark.view"], state.bookmarks.size() + 1)});
    ImGui::TextDisabled("%s", text["bookmark.hint"].c_str());
}

}  // namespace viewer
