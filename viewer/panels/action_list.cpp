#include "viewer/panels/action_list.h"

#include <algorithm>
#include <cstring>

#include "emissions/measures/filter_text.h"
#include "emissions/measures/uptake.h"
#include "emissions/model/baseline.h"
#include "study/catalogue.h"

namespace viewer {

namespace {

using emissions::Action;

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// Districts of both cities, then areas that were drawn and named.
std::vector<std::string> places_here(const UiView& view) {
    std::vector<std::string> names;
    for (const CitySlot& slot : view.slots)
        if (slot.data)
            for (const std::string& name : slot.data->loaded.city.districts.name)
                add_once(names, name);
    for (const emissions::Place& place : view.state.scenario.places) add_once(names, place.name);
    return names;
}

std::string aim_at(const std::string& place) {
    emissions::FilterTerm term;
    term.field = emissions::Field::district;
    term.names = {place};
    return emissions::filter_text({{term}});
}

// The sliders above show plain ones.
bool is_plain(const Action& action) {
    return emissions::is_everywhere(action) && action.start_year == action.end_year;
}

void draw_measure(const UiView& view, const Action& action, std::size_t index, Commands& commands) {
    if (!ImGui::BeginCombo("##measure", measure_label(view.text, action.measure).c_str())) return;
    for (const std::string& id : measures_here(view))
        if (ImGui::Selectable(measure_label(view.text, id).c_str(), id == action.measure)) {
            Action changed = action;
            changed.measure = id;
            commands.push_back(EditAction{index, changed});
            commands.push_back(EndDrag{});
        }
    ImGui::EndCombo();
}

void draw_filter(const UiView& view, const Action& action, std::size_t index, Commands& commands) {
    char typed[1024] = {};
    const std::string where = filter_text(action.where);
    if (where.size() >= sizeof typed) {  // a field would cut it short
        ImGui::TextWrapped("%.120s...", where.c_str());
        return;
    }
    std::strncpy(typed, where.c_str(), sizeof typed - 1);
    ImGui::InputTextWithHint("##where", view.text["action.everywhere"].c_str(), typed,
                             sizeof typed);
    if (ImGui::IsItemDeactivatedAfterEdit()) commands.push_back(AimAction{index, typed});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", view.text["action.where_help"].c_str());
}

void draw_districts(const UiView& view, std::size_t index, Commands& commands) {
    const std::vector<std::string> places = places_here(view);
    if (places.empty()) return;
    if (!ImGui::BeginCombo("##district", view.text["action.district"].c_str())) return;
    for (std::size_t k = 0; k < places.size(); ++k) {
        ImGui::PushID(static_cast<int>(k));  // names are a file's: two may read alike to Dear ImGui
        if (ImGui::Selectable("##place")) commands.push_back(AimAction{index, aim_at(places[k])});
        ImGui::SameLine(0, 0);
        ImGui::TextUnformatted(places[k].c_str());
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

void draw_amount(const UiView& view, const Action& action, std::size_t index, Commands& commands) {
    Action changed = action;
    float percent = action.share * 100.0f;
    if (ImGui::SliderFloat("##share", &percent, 0.0f, 100.0f,
                           (view.text["action.share"] + "   %.0f %%").c_str())) {
        changed.share = percent / 100.0f;
        commands.push_back(EditAction{index, changed});
    }
    if (ImGui::IsItemDeactivated()) commands.push_back(EndDrag{});
    int years[2] = {action.start_year, action.end_year};
    if (ImGui::SliderInt2("##years", years, emissions::first_scenario_year,
                          emissions::last_scenario_year)) {
        changed.start_year = years[0];
        changed.end_year = years[1];
        commands.push_back(EditAction{index, changed});
    }
    if (ImGui::IsItemDeactivated()) commands.push_back(EndDrag{});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", view.text["action.years_help"].c_str());
}

// What of the actions does nothing, city by city.
void draw_notes(const UiView& view) {
    ImGui::PushTextWrapPos(0.0f);
    for (std::size_t city = 0; city < city_slots; ++city)
        for (const std::string& note : view.totals[city].scenario_notes)
            ImGui::TextDisabled("%zu: %s", city + 1, note.c_str());
    ImGui::PopTextWrapPos();
}

// A name for what is chosen on the map.
void draw_naming(const UiView& view, Commands& commands) {
    for (std::size_t city = 0; city < city_slots; ++city) {
        if (view.state.chosen[city].empty()) continue;
        const std::string name =
            view.text["place.area"] + " " + std::to_string(view.state.scenario.places.size() + 1);
        char typed[128] = {};
        std::strncpy(typed, name.c_str(), sizeof typed - 1);
        ImGui::PushID(static_cast<int>(city));
        ImGui::TextDisabled("%s", view.text["place.name_chosen"].c_str());
        if (ImGui::InputText("##place", typed, sizeof typed, ImGuiInputTextFlags_EnterReturnsTrue))
            commands.push_back(NamePlace{city, typed});
        ImGui::PopID();
    }
    const auto& places = view.state.scenario.places;
    for (std::size_t k = 0; k < places.size(); ++k) {
        ImGui::PushID(static_cast<int>(k));
        ImGui::Text("%s: %zu", places[k].name.c_str(), places[k].buildings.size());
        ImGui::SameLine();
        if (ImGui::SmallButton(view.text["action.remove"].c_str()))
            commands.push_back(RemovePlace{k});
        ImGui::PopID();
    }
}

}  // namespace

std::vector<std::string> measures_here(const UiView& view) {
    std::vector<std::string> ids;
    for (const CitySlot& slot : view.slots)
        if (slot.data && slot.data->baseline)
            for (const emissions::MeasureRow& row : slot.data->baseline->measures)
                add_once(ids, row.id);
    return ids.empty() ? study::measure_ids() : ids;
}

std::string measure_label(const text::Messages& text, const std::string& id) {
    const std::string key = "measure." + id;
    if (text.has(key)) return text[key];
    std::string readable = id;
    std::replace(readable.begin(), readable.end(), '_', ' ');
    return readable;
}

void draw_action_list(const UiView& view, Commands& commands) {
    const text::Messages& text = view.text;
    const auto& actions = view.state.scenario.actions;
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    ImGui::TextDisabled("%s", text["panel.actions"].c_str());
    for (std::size_t k = 0; k < actions.size(); ++k) {
        if (is_plain(actions[k])) continue;
        ImGui::PushID(static_cast<int>(k));
        ImGui::Separator();
        draw_measure(view, actions[k], k, commands);
        draw_filter(view, actions[k], k, commands);
        draw_districts(view, k, commands);
        draw_amount(view, actions[k], k, commands);
        if (ImGui::SmallButton(text["action.remove"].c_str())) commands.push_back(RemoveAction{k});
        ImGui::PopID();
    }
    draw_notes(view);
    const std::vector<std::string> measures = measures_here(view);
    if (!measures.empty() && ImGui::Button(text["action.add"].c_str())) {
        const int year = view.state.scenario.year;
        commands.push_back(AddAction{{measures.front(),
                                      {},
                                      0.5f,
                                      year,
                                      std::min(year + 10, emissions::last_scenario_year)}});
    }
    draw_naming(view, commands);
}

}  // namespace viewer
