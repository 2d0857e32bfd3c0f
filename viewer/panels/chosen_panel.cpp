// What was chosen with box or lasso: how much it is, what it emits, its share of the city and the
// change by the scenario.
#include <cmath>

#include "text/number_text.h"
#include "viewer/panels/overlay.h"

namespace viewer {

namespace {

std::string one_decimal_share(double part, double whole) {
    if (!(whole > 0.0)) return "\u2013";
    const double share = part / whole;
    return share < 0.0005 ? "< 0.1 %" : text::plain_text(100.0 * share, share < 0.1 ? 2 : 3) + " %";
}

}  // namespace

void draw_chosen_panel(const UiView& view, std::size_t city, Commands& commands) {
    const text::Messages& text = view.text;
    const ChosenTotals& t = view.totals[city].chosen;
    const CityTotals& whole = view.totals[city];
    const float s = view.layout.scale;
    ImGui::TextUnformatted(text["chosen.title"].c_str());
    ImGui::Separator();
    std::string counts;
    if (t.buildings > 0)
        counts = text::plain_text(static_cast<double>(t.buildings)) + " " +
                 text["summary.buildings"] + ",  " + text::area_text(t.floor_area_m2) + " " +
                 text["chosen.floor"];
    if (t.roads > 0)
        counts += (counts.empty() ? "" : "\n") + text::plain_text(static_cast<double>(t.roads)) +
                  " " + text["summary.roads"] + ",  " + text::length_text(t.road_m);
    ImGui::TextUnformatted(counts.c_str());
    ImGui::Dummy({0, 2 * s});
    // Value, change by the scenario, share of the city: figures end on one line each.
    const float ends[] = {190 * s, 266 * s, 344 * s};
    const auto cell = [&](std::size_t column, const std::string& value, bool faint) {
        ImGui::SameLine(ends[column] - ImGui::CalcTextSize(value.c_str()).x);
        if (faint)
            ImGui::TextDisabled("%s", value.c_str());
        else
            ImGui::TextUnformatted(value.c_str());
    };
    ImGui::TextDisabled(" ");
    cell(1, text["chosen.change"], true);
    cell(2, text["chosen.of_city"], true);
    const auto row = [&](const char* label, const std::string& value,
                         const ChosenTotals::Figure& figure, double city_now) {
        ImGui::TextDisabled("%s", label);
        cell(0, value, false);
        cell(1, text::change_text(figure.now, figure.today), false);
        cell(2, one_decimal_share(figure.now, city_now), false);
    };
    row(text["chosen.energy"].c_str(), text::energy_text(t.energy_kwh.now), t.energy_kwh,
        whole.energy_kwh);
    row("CO2e", text::mass_text(t.co2e_kg.now), t.co2e_kg, whole.co2e_kg);
    row("NOx", text::mass_text(t.nox_kg.now), t.nox_kg, whole.nox_kg);
    row("PM2.5", text::mass_text(t.pm25_kg.now), t.pm25_kg, whole.pm25_kg);
    if (t.unknown > 0)
        ImGui::TextDisabled("%s  %s", text::plain_text(static_cast<double>(t.unknown)).c_str(),
                            text["chosen.unknown"].c_str());
    ImGui::Dummy({0, 2 * s});
    if (ImGui::Button((text["chosen.clear"] + "##chosen" + std::to_string(city)).c_str()))
        commands.push_back(ClearChosen{city});
    // A file of its own for each city, so that the second does not take the place of the first.
    for (const char* ending : {".gpkg", ".csv"}) {
        ImGui::SameLine();
        if (ImGui::Button(
                (text["chosen.export"] + " " + ending + "##chosen" + std::to_string(city)).c_str()))
            commands.push_back(ExportChosen{
                city, view.state.export_name + "-" + std::to_string(city + 1) + ending});
    }
}

}  // namespace viewer
