#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "emissions/model/baseline.h"
#include "emissions/provenance.h"
#include "study/results_table.h"
#include "text/number_text.h"
#include "viewer/layers/density.h"
#include "viewer/layers/play_time.h"
#include "viewer/layers/shown_layer.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

void line(const char* label, const std::string& value, float column) {
    ImGui::TextDisabled("%s", label);
    ImGui::SameLine(column);
    ImGui::TextUnformatted(value.c_str());
}

// "height_m;use" -> "height, use" in the language of the screen.
std::string assumed_words(const text::Messages& text, city::Assumed assumed) {
    const std::string keys = study::assumed_text(assumed);
    if (keys.empty()) return text["card.nothing_assumed"];
    std::string words;
    for (std::size_t at = 0; at <= keys.size();) {
        const std::size_t end = std::min(keys.find(';', at), keys.size());
        words += (words.empty() ? "" : ", ") + text["assumed." + keys.substr(at, end - at)];
        at = end + 1;
    }
    return words;
}

// What flows through the building or road in the hour that the layer shows.
void hour_line(const UiView& view, const LoadedSlot& slot, std::size_t city, int building, int road,
               float column) {
    if (view.shown == nullptr || !view.shown->shows_hours || !view.shown->hours->is_of(city, &slot))
        return;
    const HourLayer& hours = *view.shown->hours;
    const LayerChoice& layer = hours.layer();
    const SlotMix moment = slot_mix(*view.state.sun_time);
    const auto mixed = [&](auto&& at) {
        const float from = at(moment.from), to = at(moment.to);
        return static_cast<double>(from + (to - from) * moment.share);
    };
    std::string value;
    if (building >= 0 && on_buildings(layer.quantity))
        value = hour_text(layer.quantity, hours.per(), mixed([&](std::size_t s) {
                              return hours.rows(city).building_at(
                                  s, static_cast<std::size_t>(building));
                          }));
    if (road >= 0 && on_roads(layer.quantity))
        value = hour_text_per_road_metre(layer.quantity, mixed([&](std::size_t s) {
                                             return hours.rows(city).road_at(
                                                 s, static_cast<std::size_t>(road));
                                         }));
    if (value.empty()) return;
    ImGui::Dummy({0, 3});
    ImGui::TextDisabled("%s", view.text["card.this_hour"].c_str());
    line(view.text["quantity." + std::string(name_of(layer.quantity))].c_str(), value, column);
}

// "read in its source", "recalled", "partly assumed": the weakest of all that a figure rests on.
std::string status_words(const text::Messages& text,
                         const std::vector<emissions::Ground>& grounds) {
    std::size_t all = 0, weak = 0;
    const emissions::Status status = weakest(grounds);
    for (const emissions::Ground& ground : grounds) {
        all += ground.count();
        weak += ground.facts[status];
    }
    const bool partly = status != emissions::Status::seen && weak < all;
    return text[(partly ? "status.partly_" : "status.") + std::string(name_of(status))];
}

// The same at the right end of the line that was just written. Emissions rest on the energy and on
// their factors.
void status_at_right(const text::Messages& text, std::vector<emissions::Ground> grounds,
                     const std::vector<emissions::Ground>& factors = {}) {
    grounds.insert(grounds.end(), factors.begin(), factors.end());
    const std::string words = status_words(text, grounds);
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::CalcTextSize(words.c_str()).x);
    ImGui::TextDisabled("%s", words.c_str());
}

// What each kind of figure rests on: how many rows of the tables, how well known, from where.
void sources_part(const text::Messages& text, const emissions::Provenance& from) {
    const char* last_group = nullptr;
    for (const auto& [title, group] :
         {std::pair("card.energy", &from.energy), std::pair("CO2e", &from.co2e),
          std::pair("NOx", &from.nox), std::pair("PM2.5", &from.pm25)}) {
        for (const emissions::Ground& ground : *group) {
            if (last_group != title)
                ImGui::TextUnformatted(text.has(title) ? text[title].c_str() : title);
            last_group = title;
            std::string line = text["ground." + std::string(ground.part)];
            for (const auto status : city::all_of<emissions::Status>())
                if (ground.facts[status] > 0)
                    line += fmt::format("  \u00b7  {} {}", ground.facts[status],
                                        text["status." + std::string(name_of(status))]);
            ImGui::TextDisabled("%s", line.c_str());
            if (!ground.sources.empty()) {
                std::string source = "    " + ground.sources.front();
                if (ground.sources.size() > 1)
                    source += fmt::format("  (+{})", ground.sources.size() - 1);
                ImGui::TextDisabled("%s", source.c_str());
                if (ImGui::IsItemHovered() && ground.sources.size() > 1) {
                    std::string all;
                    for (const std::string& one : ground.sources)
                        all += (all.empty() ? "" : "\n") + one;
                    ImGui::SetTooltip("%s", all.c_str());
                }
            }
        }
    }
}

void building_card(const UiView& view, const LoadedSlot& slot, std::size_t city, std::size_t i,
                   bool pinned, Commands& commands) {
    const text::Messages& text = view.text;
    emissions::Provenance from;
    if (slot.baseline)
        from = provenance_of(*slot.baseline, slot.loaded.city, slot.now, i, view.state.scenario);
    const city::Buildings& b = slot.loaded.city.buildings;
    const emissions::BuildingResults& r = slot.now.buildings;
    const float column = 130 * view.layout.scale;
    const std::string name(b.name[i].empty() ? b.id[i] : b.name[i]);
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(name.empty() ? ("#" + std::to_string(i + 1)).c_str() : name.c_str());
    ImGui::PopTextWrapPos();
    ImGui::Separator();
    line(text["card.use"].c_str(), text["use." + std::string(name_of(b.use[i]))], column);
    line(text["card.year"].c_str(),
         city::is_missing(b.construction_year[i]) ? "\u2013"
                                                  : fmt::format("{:.0f}", b.construction_year[i]),
         column);
    line(text["card.area"].c_str(),
         text::plain_text(std::round(static_cast<double>(b.floor_area_m2[i])), 4) + " m²", column);
    line(text["card.height"].c_str(),
         fmt::format("{:.1f} m, {:.0f} {}", b.height_m[i], b.storeys[i], text["card.storeys"]),
         column);
    ImGui::Dummy({0, 3});
    ImGui::TextDisabled("%s", text["card.energy"].c_str());
    status_at_right(text, from.energy);
    float most = 1e-6f;
    for (const auto end_use : city::all_of<emissions::EndUse>())
        most = std::max(most, r.end_use_kwh[end_use][i]);
    for (const auto end_use : city::all_of<emissions::EndUse>()) {
        const float kwh = r.end_use_kwh[end_use][i];
        ImGui::TextUnformatted(text["end_use." + std::string(name_of(end_use))].c_str());
        ImGui::SameLine(column);
        // The bar and its figure side by side: dark text on a dark bar cannot be read from row 20.
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float full = ImGui::GetContentRegionAvail().x - 84 * view.layout.scale,
                    h = ImGui::GetTextLineHeight();
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({at.x, at.y + 0.25f * h}, {at.x + full, at.y + 0.85f * h},
                            ImGui::GetColorU32(ImGuiCol_FrameBg), 3);
        if (kwh > 0.0f)
            draw->AddRectFilled({at.x, at.y + 0.25f * h},
                                {at.x + full * kwh / most, at.y + 0.85f * h},
                                ImGui::GetColorU32(ImGuiCol_PlotHistogram), 3);
        ImGui::Dummy({full, h});
        ImGui::SameLine();
        ImGui::TextUnformatted(text::energy_text(static_cast<double>(kwh)).c_str());
    }
    ImGui::Dummy({0, 3});
    ImGui::TextDisabled("%s", text["card.emissions"].c_str());
    using emissions::Pollutant;
    line("CO2e", text::mass_text(static_cast<double>(r.emitted_kg[Pollutant::co2e][i])), column);
    status_at_right(text, from.energy, from.co2e);
    line(text["per.m2"].c_str(),
         text::per_m2_text(
             static_cast<double>(r.emitted_kg[Pollutant::co2e][i] / b.floor_area_m2[i]), "kg"),
         column);
    line("NOx", text::mass_text(static_cast<double>(r.emitted_kg[Pollutant::nox][i])), column);
    status_at_right(text, from.energy, from.nox);
    line("PM2.5", text::mass_text(static_cast<double>(r.emitted_kg[Pollutant::pm25][i])), column);
    status_at_right(text, from.energy, from.pm25);
    hour_line(view, slot, city, static_cast<int>(i), -1, column);
    ImGui::Dummy({0, 3});
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextDisabled("%s: %s", text["card.assumed"].c_str(),
                        assumed_words(text, b.assumed[i]).c_str());
    const bool hourly = slot.baseline && slot.baseline->method == emissions::Method::physics;
    ImGui::TextDisabled("%s", text[hourly ? "card.source_hourly" : "card.source"].c_str());
    ImGui::PopTextWrapPos();
    if (view.state.show_sources) {
        // As much as the map leaves room for; the rest scrolls.
        const Layout::Box map = view.layout.map(0);
        const float room = map.low.y + map.size.y - view.layout.margin -
                           ImGui::GetCursorScreenPos().y - 2.2f * ImGui::GetFrameHeight();
        ImGui::BeginChild("##sources", {0, std::max(room, 120 * view.layout.scale)}, false);
        ImGui::PushTextWrapPos(0.0f);
        sources_part(text, from);
        ImGui::PopTextWrapPos();
        ImGui::EndChild();
    }
    if (pinned &&
        ImGui::Button(text[view.state.show_sources ? "card.hide_sources" : "card.sources"].c_str()))
        commands.push_back(ShowSources{!view.state.show_sources});
    if (pinned) ImGui::SameLine();
}

void road_card(const UiView& view, const LoadedSlot& slot, std::size_t city, std::size_t i) {
    const text::Messages& text = view.text;
    const city::Roads& roads = slot.loaded.city.roads;
    const emissions::RoadResults& r = slot.now.roads;
    const float column = 130 * view.layout.scale;
    ImGui::TextUnformatted(
        std::string(roads.name[i].empty() ? roads.id[i] : roads.name[i]).c_str());
    ImGui::Separator();
    line(text["card.road_class"].c_str(),
         text["class." + std::string(name_of(roads.road_class[i]))], column);
    line(text["card.lanes"].c_str(), fmt::format("{:.0f}", roads.lanes[i]), column);
    line(text["card.traffic"].c_str(), text::plain_text(static_cast<double>(r.aadt[i])) + " veh/d",
         column);
    line(text["card.speed"].c_str(), fmt::format("{:.0f} km/h", r.speed_kmh[i]), column);
    line("CO2e", text::mass_text(static_cast<double>(r.emitted_kg[emissions::Pollutant::co2e][i])),
         column);
    line("NOx", text::mass_text(static_cast<double>(r.emitted_kg[emissions::Pollutant::nox][i])),
         column);
    hour_line(view, slot, city, -1, static_cast<int>(i), column);
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextDisabled("%s: %s", text["card.assumed"].c_str(),
                        assumed_words(text, roads.assumed[i]).c_str());
    ImGui::PopTextWrapPos();
}

void cell_card(const UiView& view, const CityDensity& density, std::size_t cell) {
    const text::Messages& text = view.text;
    const Quantity quantity = view.state.layer.quantity;
    // No label runs into its figure, in no language.
    const std::string label_of_quantity = text["quantity." + std::string(name_of(quantity))];
    float column = 130 * view.layout.scale;
    for (const std::string& label :
         {label_of_quantity, text["legend.per_ha"], text["summary.buildings"],
          text["summary.roads"], text["legend.missing"]})
        column = std::max(column, ImGui::GetStyle().WindowPadding.x +
                                      ImGui::CalcTextSize(label.c_str()).x +
                                      2 * ImGui::GetStyle().ItemSpacing.x);
    ImGui::Text("%s %.0f m x %.0f m", text["card.cell"].c_str(),
                static_cast<double>(density.grid.cell_m), static_cast<double>(density.grid.cell_m));
    ImGui::Separator();
    const bool unknown = density.sums.is_unknown(cell);
    const double amount = unknown ? std::nan("") : static_cast<double>(density.sums.amount[cell]);
    line(label_of_quantity.c_str(), amount_text(quantity, amount, density.hourly), column);
    line(text["legend.per_ha"].c_str(),
         per_ha_text(quantity, amount / density.grid.cell_ha(), density.hourly), column);
    // Buildings and roads that stand in it, each by the part of it that does.
    const auto rows = [&](const std::shared_ptr<const grid::CellShares>& shares) {
        double sum = 0.0;
        if (shares)
            for (std::uint32_t k = shares->offsets[cell]; k < shares->offsets[cell + 1]; ++k)
                sum += static_cast<double>(shares->entries[k].share);
        return sum;
    };
    line(text["summary.buildings"].c_str(), fmt::format("{:.1f}", rows(density.buildings)), column);
    line(text["summary.roads"].c_str(), fmt::format("{:.1f}", rows(density.roads)), column);
    if (density.sums.unknown[cell] > 0.0f)
        line(text["legend.missing"].c_str(), fmt::format("{:.1f}", density.sums.unknown[cell]),
             column);
}

}  // namespace

void draw_card(const UiView& view, std::size_t city, Selection shown, bool pinned,
               Commands& commands) {
    const CitySlot& slot = view.slots[city];
    const bool has_cell = shown.cell >= 0 && slot.density &&
                          view.state.layer.shown == ShownAs::columns &&
                          slot.density->shown == ShownAs::columns &&
                          static_cast<std::size_t>(shown.cell) < slot.density->grid.count();
    if (!slot.data || (shown.building < 0 && shown.road < 0 && !has_cell)) return;
    const ImVec2 low = view.layout.view_low(city), size = view.layout.view_size();
    const float width = 330 * view.layout.scale;
    ImGui::SetNextWindowPos(
        {low.x + size.x - width - view.layout.margin, low.y + view.layout.margin});
    ImGui::SetNextWindowSize({width, 0});
    const std::string window = "##card" + std::to_string(city);
    ImGui::Begin(window.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                     (pinned ? ImGuiWindowFlags_None : ImGuiWindowFlags_NoInputs));
    if (has_cell)
        cell_card(view, *slot.density, static_cast<std::size_t>(shown.cell));
    else if (shown.building >= 0 &&
             static_cast<std::size_t>(shown.building) < slot.data->loaded.city.buildings.count())
        building_card(view, *slot.data, city, static_cast<std::size_t>(shown.building), pinned,
                      commands);
    else if (shown.road >= 0 &&
             static_cast<std::size_t>(shown.road) < slot.data->loaded.city.roads.count())
        road_card(view, *slot.data, city, static_cast<std::size_t>(shown.road));
    if (pinned && ImGui::Button(view.text["card.close"].c_str()))
        commands.push_back(Select{city, {}});
    ImGui::End();
}

}  // namespace viewer
