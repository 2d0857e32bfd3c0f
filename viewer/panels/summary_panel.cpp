#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "text/number_text.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

// "-12 / +15 %", the 90 % range around the figure.
std::string spread_text(emissions::Range90 range, double now) {
    return fmt::format("-{:.0f} / +{:.0f} %", 100 * (1 - range.low / now),
                       100 * (range.high / now - 1));
}

emissions::Range90 per_base(emissions::Range90 range, double base) {
    return base > 0 ? emissions::Range90{range.low / base, range.high / base}
                    : emissions::Range90{};
}

// As many of these as the width has room for beside the figure, the last first: what a scenario
// changes counts more than a range that the whisker shows as well. True when one had no room.
bool beside(const std::string& value, std::span<const std::string> remarks, float width) {
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    float left = width - ImGui::CalcTextSize(value.c_str()).x;
    std::size_t shown = remarks.size();
    for (; shown > 0; --shown) {
        left -= gap + ImGui::CalcTextSize(remarks[shown - 1].c_str()).x;
        if (left < 0.0f) break;
    }
    ImGui::TextUnformatted(value.c_str());
    for (const std::string& remark : remarks.subspan(shown)) {
        ImGui::SameLine();
        ImGui::TextDisabled("%s", remark.c_str());
    }
    return shown > 0;
}

// One figure with its change against today and a bar on the scale that both cities share.
void figure(const UiView& view, float x, float width, const char* label, const std::string& value,
            double now, double today, double largest, emissions::Range90 range) {
    const float s = view.layout.scale;
    ImGui::SetCursorPosX(x);
    ImGui::BeginGroup();
    ImGui::TextDisabled("%s", label);
    std::vector<std::string> remarks;
    if (now > 0 && range.high > range.low) remarks.push_back(spread_text(range, now));
    if (std::abs(now - today) > 1e-4 * std::abs(today))
        remarks.push_back(text::change_text(now, today));
    const bool shortened = beside(value, remarks, width - 10 * s);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = width - 22 * s, height = 7 * s;
    const auto reach = [&](double amount) {
        return largest > 0 ? static_cast<float>(std::clamp(amount / largest, 0.0, 1.0)) * full
                           : 0.0f;
    };
    draw->AddRectFilled(at, {at.x + full, at.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg),
                        3 * s);
    draw->AddRectFilled(at, {at.x + reach(today), at.y + height},
                        ImGui::GetColorU32(ImGuiCol_Header), 3 * s);
    draw->AddRectFilled(at, {at.x + reach(now), at.y + height},
                        ImGui::GetColorU32(ImGuiCol_PlotHistogram), 3 * s);
    // What the total may be, 90 % of it: a whisker over the bar's end.
    if (range.high > range.low) {
        const float y = at.y + height / 2;
        draw->AddLine({at.x + reach(range.low), y}, {at.x + reach(range.high), y},
                      ImGui::GetColorU32(ImGuiCol_Text), 1.5f * s);
        for (const double end : {range.low, range.high})
            draw->AddLine({at.x + reach(end), at.y}, {at.x + reach(end), at.y + height},
                          ImGui::GetColorU32(ImGuiCol_Text), 1.5f * s);
    }
    ImGui::Dummy({full, height});
    ImGui::EndGroup();
    if (shortened && ImGui::IsItemHovered())
        ImGui::SetTooltip("%s: %s   %s", label, value.c_str(),
                          fmt::format("{}", fmt::join(remarks, "   ")).c_str());
}

}  // namespace

void draw_summary_panel(const UiView& view, std::size_t city, Commands& commands) {
    const CitySlot& slot = view.slots[city];
    const text::Messages& text = view.text;
    const Layout& layout = view.layout;
    const ImVec2 low = layout.view_low(city), size = layout.view_size();
    ImGui::SetNextWindowPos({low.x, low.y + size.y - layout.summary_h});
    ImGui::SetNextWindowSize({size.x, layout.summary_h});
    const std::string window = "##summary" + std::to_string(city);
    ImGui::Begin(window.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (!slot.loading.empty()) {
        ImGui::Text("%s %s", text["summary.loading"].c_str(), slot.loading.c_str());
        const std::string& cancel = text["job.cancel"];
        const float button_w =
            ImGui::CalcTextSize(cancel.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        ImGui::ProgressBar(slot.loading_share, {-button_w - ImGui::GetStyle().ItemSpacing.x, 0});
        ImGui::SameLine();
        if (ImGui::Button(cancel.c_str())) commands.push_back(CancelLoading{city});
    } else if (!slot.failed.empty()) {
        ImGui::PushTextWrapPos(0.0f);
        ImGui::Text("%s: %s", text["job.failed"].c_str(), slot.failed.c_str());
        ImGui::PopTextWrapPos();
    } else if (!slot.data) {
        if (slot.cancelled) ImGui::TextUnformatted(text["job.cancelled"].c_str());
        ImGui::TextUnformatted(text["summary.empty"].c_str());
    } else {
        const auto& model = slot.data->loaded.city;
        ImGui::TextUnformatted(model.info.name.in(view.state.language).c_str());
        ImGui::SameLine();
        std::string about = text::plain_text(static_cast<double>(model.buildings.count())) + " " +
                            text["summary.buildings"] + "  " +
                            text::plain_text(static_cast<double>(model.roads.count())) + " " +
                            text["summary.roads"];
        if (slot.simulating)
            about = text["summary.simulating"] + "...";
        else if (model.info.invented)
            about += "  \u00b7  " + text["summary.invented"];
        ImGui::TextDisabled("%s", about.c_str());
        if (const std::size_t notes = slot.data->loaded.report.problems.size(); notes > 0) {
            ImGui::SameLine();
            const std::string label = fmt::format(fmt::runtime(text["load.notes"]), notes) + window;
            if (ImGui::SmallButton(label.c_str()))
                commands.push_back(ShowLoadNotes{city, !view.state.load_notes[city]});
        }
        // Both cities on one scale: the longer bar is the larger amount.
        const auto largest = [&](auto member) {
            double most = 0;
            for (std::size_t c = 0; c < layout.cities; ++c)
                if (view.slots[c].data) most = std::max(most, member(view.totals[c]));
            return most;
        };
        const CityTotals& t = view.totals[city];
        const auto per = [](double amount, double base) {
            return base > 0 ? amount / base : std::nan("");
        };
        const float x0 = ImGui::GetCursorPosX(), y0 = ImGui::GetCursorPosY(),
                    width = (size.x - 2 * x0) / 4.0f;
        const bool people = t.population > 0;
        figure(view, x0, width, (text["quantity.co2e"] + ", " + text["summary.total"]).c_str(),
               text::mass_text(t.co2e_kg), t.co2e_kg, t.co2e_today_kg,
               largest([](const CityTotals& x) {
                   return std::max(x.co2e_range_kg.high, std::max(x.co2e_today_kg, x.co2e_kg));
               }),
               t.co2e_range_kg);
        ImGui::SetCursorPos({x0 + width, y0});
        if (people)
            figure(view, x0 + width, width, ("CO2e, " + text["summary.per_capita"]).c_str(),
                   text::mass_text(per(t.co2e_kg, t.population)), per(t.co2e_kg, t.population),
                   per(t.co2e_today_kg, t.population), largest([&](const CityTotals& x) {
                       return x.population > 0 ? per(std::max(x.co2e_range_kg.high,
                                                              std::max(x.co2e_today_kg, x.co2e_kg)),
                                                     x.population)
                                               : 0.0;
                   }),
                   per_base(t.co2e_range_kg, t.population));
        else
            figure(view, x0 + width, width, ("CO2e, " + text["summary.per_m2"]).c_str(),
                   text::per_m2_text(per(t.co2e_kg, t.floor_area_m2), "kg"),
                   per(t.co2e_kg, t.floor_area_m2), per(t.co2e_today_kg, t.floor_area_m2),
                   largest([&](const CityTotals& x) {
                       return per(
                           std::max(x.co2e_range_kg.high, std::max(x.co2e_today_kg, x.co2e_kg)),
                           x.floor_area_m2);
                   }),
                   per_base(t.co2e_range_kg, t.floor_area_m2));
        ImGui::SetCursorPos({x0 + 2 * width, y0});
        figure(view, x0 + 2 * width, width,
               (text["quantity.energy"] + ", " + text["summary.per_m2"]).c_str(),
               text::per_m2_text(per(t.energy_kwh, t.floor_area_m2), "kWh"),
               per(t.energy_kwh, t.floor_area_m2), per(t.energy_today_kwh, t.floor_area_m2),
               largest([&](const CityTotals& x) {
                   return per(std::max(x.energy_range_kwh.high,
                                       std::max(x.energy_today_kwh, x.energy_kwh)),
                              x.floor_area_m2);
               }),
               per_base(t.energy_range_kwh, t.floor_area_m2));
        ImGui::SetCursorPos({x0 + 3 * width, y0});
        figure(view, x0 + 3 * width, width, "NOx", text::mass_text(t.nox_kg), t.nox_kg,
               t.nox_today_kg, largest([](const CityTotals& x) {
                   return std::max(x.nox_range_kg.high, std::max(x.nox_today_kg, x.nox_kg));
               }),
               t.nox_range_kg);
        if (layout.curve_h > 0) {
            ImGui::SetCursorPos({x0, layout.summary_h - layout.curve_h - 1.5f * layout.margin});
            draw_load_curve(view, city, {size.x - 2 * x0, layout.curve_h + 0.9f * layout.margin},
                            commands);
        }
    }
    ImGui::End();
}

}  // namespace viewer
