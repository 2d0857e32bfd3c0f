#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "emissions/measures/uptake.h"
#include "viewer/panels/action_list.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

// One slider a measure, for all that it can be done to.
void draw_measures(const UiView& view, Commands& commands) {
    for (const std::string& id : measures_here(view)) {
        float percent = share_of(view.state.scenario, id) * 100.0f;
        // The label stands in the slider itself: seven measures fit a small laptop.
        const std::string shown = measure_label(view.text, id) + "   %.0f %%";
        if (ImGui::SliderFloat(("##" + id).c_str(), &percent, 0.0f, 100.0f, shown.c_str()))
            commands.push_back(SetUptake{id, percent / 100.0f});
        if (ImGui::IsItemDeactivated()) commands.push_back(EndDrag{});
    }
    int year = view.state.scenario.year;
    if (ImGui::SliderInt("##year", &year, emissions::first_scenario_year,
                         emissions::last_scenario_year,
                         (view.text["scenario.year"] + "   %d").c_str()))
        commands.push_back(SetYear{year});
}

void draw_search(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const AppState& state = view.state;
    ImGui::TextDisabled("%s", text["panel.search"].c_str());
    char typed[128] = {};
    std::strncpy(typed, state.search.c_str(), sizeof typed - 1);
    if (ImGui::InputText("##search", typed, sizeof typed, ImGuiInputTextFlags_EnterReturnsTrue))
        commands.push_back(FindText{typed});
    if (state.search != typed) commands.push_back(SetSearch{typed});
    for (std::size_t k = 0; k < state.hits.size(); ++k) {
        const SearchHit& hit = state.hits[k];
        // Which of the two cities, then what was found.
        const std::string kind = hit.road >= 0 ? "   (" + text["search.road"] + ")" : "";
        const std::string label =
            std::to_string(hit.city + 1) + "   " + hit.label + kind + "##hit" + std::to_string(k);
        if (ImGui::Selectable(label.c_str())) commands.push_back(go_to_hit(hit));
    }
}

}  // namespace

void draw_scenario_panel(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const AppState& state = view.state;
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    ImGui::TextUnformatted(text["panel.scenario"].c_str());
    ImGui::Separator();
    ImGui::PushItemWidth(-1);
    draw_measures(view, commands);
    const auto button = [&](const char* key, bool enabled, const Command& command) {
        if (!enabled) ImGui::PushStyleVar(ImGuiStyleVar_Alpha, 0.45f);
        if (ImGui::Button(text[key].c_str()) && enabled) commands.push_back(command);
        if (!enabled) ImGui::PopStyleVar();
    };
    button("scenario.reset", true, ResetScenario{});
    ImGui::SameLine();
    button("scenario.undo", !state.undo.empty(), Undo{});
    ImGui::SameLine();
    button("scenario.redo", !state.redo.empty(), Redo{});
    button("scenario.save", true, SaveScenario{state.scenario_path});
    ImGui::SameLine();
    button("scenario.load", true, LoadScenario{state.scenario_path});
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    draw_search(view, commands);
    draw_action_list(view, commands);
    if (!state.message.empty()) {
        ImGui::PushTextWrapPos(0.0f);
        ImGui::TextUnformatted(state.message.c_str());
        ImGui::PopTextWrapPos();
    }
    ImGui::PopItemWidth();
}

}  // namespace viewer
