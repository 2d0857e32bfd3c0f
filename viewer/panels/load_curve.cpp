#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "emissions/model/baseline.h"
#include "text/number_text.h"
#include "viewer/layers/hour_layer.h"
#include "viewer/layers/play_time.h"
#include "viewer/layers/shown_layer.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

namespace {

using emissions::EndUse;

// Apart in lightness too, so that neighbours in the stack differ without colour.
constexpr std::array band_colours{IM_COL32(201, 75, 76, 255),   IM_COL32(66, 133, 196, 255),
                                  IM_COL32(146, 110, 190, 255), IM_COL32(236, 190, 84, 255),
                                  IM_COL32(104, 158, 118, 255), IM_COL32(168, 106, 62, 255)};
constexpr ImU32 road_colour = IM_COL32(122, 132, 144, 255),
                solar_colour = IM_COL32(240, 214, 60, 255);

struct Band {
    std::string name;
    ImU32 colour;
    const emissions::SlotValues* values;
};

std::vector<Band> bands_of(const HourLayer::Curve& curve, const text::Messages& text) {
    std::vector<Band> bands;
    const auto add = [&](std::string name, ImU32 colour, const emissions::SlotValues& values) {
        if (*std::max_element(values.begin(), values.end()) > 0.0f)
            bands.push_back({std::move(name), colour, &values});
    };
    // From below: what runs all year, then what comes with the weather, traffic on top.
    for (const EndUse use : {EndUse::appliances, EndUse::lighting, EndUse::cooking,
                             EndUse::hot_water, EndUse::cooling, EndUse::heating})
        add(text["end_use." + std::string(name_of(use))],
            band_colours[static_cast<std::size_t>(use)], curve.buildings.of[use]);
    add(text["curve.traffic"], road_colour, curve.roads);
    add(text["quantity.pv"], solar_colour, curve.buildings.solar);
    return bands;
}

std::string amount_text(const LayerChoice& layer, double value) {
    if (layer.quantity == Quantity::traffic)
        return text::plain_text(std::round(value)) + " veh-km/h";
    return hour_text(layer.quantity, layer.per, value);
}

// 1, 2 or 5 times a power of ten, not below.
float round_top(float top) {
    const float power = std::pow(10.0f, std::floor(std::log10(std::max(top, 1e-20f))));
    for (const float step : {1.0f, 1.5f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f, 8.0f})
        if (top <= step * power) return step * power;
    return 10.0f * power;
}

// The day as a polyline: the middles of the hours, closed over midnight at both ends.
struct Day {
    static constexpr std::size_t points = 26;
    std::array<std::size_t, points> from{}, to{};
    std::array<float, points> share{}, hour{};

    explicit Day(SunTime time) {
        time.play = Play::day;
        for (std::size_t k = 0; k < points; ++k) {
            time.hour = hour[k] = k == 0            ? 0.0f
                                  : k == points - 1 ? 24.0f
                                                    : static_cast<float>(k) - 0.5f;
            time.hour = std::fmod(time.hour, 24.0f);
            const SlotMix mix = slot_mix(time);
            from[k] = mix.from;
            to[k] = mix.to;
            share[k] = mix.share;
        }
    }
    float at(const emissions::SlotValues& values, std::size_t k) const {
        return values[from[k]] + (values[to[k]] - values[from[k]]) * share[k];
    }
};

}  // namespace

void draw_load_curve(const UiView& view, std::size_t city, ImVec2 size, Commands& commands) {
    const AppState& state = view.state;
    const text::Messages& text = view.text;
    if (!state.sun_time) return;
    const HourLayer* layer = view.shown != nullptr ? view.shown->hours : nullptr;
    if (!HourLayer::can_show(state.layer)) {
        ImGui::TextDisabled("%s", text["curve.not_for_methods"].c_str());
        return;
    }
    if (layer == nullptr || !layer->is_of(city, view.slots[city].data.get())) return;
    const HourLayer::Curve& curve = layer->curve(city);
    LayerChoice choice = layer->layer();
    choice.per = layer->per();
    const float s = view.layout.scale, line_h = ImGui::GetTextLineHeight();
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text),
                faint = ImGui::GetColorU32(ImGuiCol_TextDisabled),
                rule = ImGui::GetColorU32(ImGuiCol_Border);

    const SunTime& time = *state.sun_time;
    const SlotMix moment = slot_mix(time);
    const auto total_at = [&](const SlotMix& mix) {
        return curve.total(mix.from) + (curve.total(mix.to) - curve.total(mix.from)) * mix.share;
    };
    std::string title = text["quantity." + std::string(name_of(choice.quantity))] + ", " +
                        text[time.weekend ? "curve.weekend" : "curve.weekday"] + ", " +
                        text["month." + std::to_string(time.month)];
    const emissions::Baseline& baseline = *view.slots[city].data->baseline;
    if (baseline.method == emissions::Method::benchmark)
        title += "  \u00b7  " + text["curve.by_schedules"];
    const int minutes = static_cast<int>(std::lround(time.hour * 60.0f)) % 1440;
    const std::string now = fmt::format("{:02d}:{:02d}   ", minutes / 60, minutes % 60) +
                            amount_text(choice, static_cast<double>(total_at(moment)));
    draw->AddText({origin.x, origin.y}, faint, title.c_str());
    draw->AddText({origin.x + size.x - ImGui::CalcTextSize(now.c_str()).x, origin.y}, ink,
                  now.c_str());

    const std::vector<Band> bands = bands_of(curve, text);
    if (bands.empty()) {
        draw->AddText({origin.x, origin.y + 1.4f * line_h}, faint, text["curve.nothing"].c_str());
        return;
    }
    float names_w = 0;
    for (const Band& band : bands)
        names_w = std::max(names_w, ImGui::CalcTextSize(band.name.c_str()).x);
    names_w += 1.4f * line_h;
    const float top_value = round_top(layer->curve_top(city));
    const std::string top_text = amount_text(choice, static_cast<double>(top_value));
    const float left = origin.x + ImGui::CalcTextSize(top_text.c_str()).x + 8 * s,
                right = origin.x + size.x - names_w - 14 * s;
    const float top = origin.y + 1.5f * line_h, bottom = origin.y + size.y - 1.25f * line_h;
    const auto x_of = [&](float hour) { return left + (right - left) * hour / 24.0f; };
    const auto y_of = [&](float value) {
        return bottom - (bottom - top) * std::clamp(value / top_value, 0.0f, 1.0f);
    };

    const Day day(time);
    std::array<float, Day::points> base{};
    // No smoothing at the edges: quads side by side would show seams.
    const ImDrawListFlags flags = draw->Flags;
    draw->Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (const Band& band : bands) {
        std::array<float, Day::points> upper{};
        for (std::size_t k = 0; k < Day::points; ++k)
            upper[k] = base[k] + std::max(0.0f, day.at(*band.values, k));
        for (std::size_t k = 0; k + 1 < Day::points; ++k)
            draw->AddQuadFilled({x_of(day.hour[k]), y_of(upper[k])},
                                {x_of(day.hour[k + 1]), y_of(upper[k + 1])},
                                {x_of(day.hour[k + 1]), y_of(base[k + 1])},
                                {x_of(day.hour[k]), y_of(base[k])}, band.colour);
        base = upper;
    }
    draw->Flags = flags;
    const auto line = [&](auto&& value, ImU32 colour, float width) {
        std::array<ImVec2, Day::points> points;
        for (std::size_t k = 0; k < Day::points; ++k)
            points[k] = {x_of(day.hour[k]), y_of(value(k))};
        draw->AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, width);
    };
    const bool own_solar =
        *std::min_element(curve.buildings.solar.begin(), curve.buildings.solar.end()) < 0.0f;
    const auto net = [&](std::size_t k) {
        return curve.total(day.from[k]) +
               (curve.total(day.to[k]) - curve.total(day.from[k])) * day.share[k];
    };
    bool changed = false;
    for (std::size_t k = 0; k < Day::points; ++k)
        changed = changed || std::abs(net(k) - day.at(curve.today, k)) > 2e-3f * top_value;
    if (own_solar) line(net, ink, 2.5f * s);
    if (changed) line([&](std::size_t k) { return day.at(curve.today, k); }, faint, 1.5f * s);

    draw->AddLine({left, bottom}, {right, bottom}, faint, 1.0f);
    draw->AddLine({left, top}, {right, top}, rule, 1.0f);
    draw->AddLine({left, 0.5f * (top + bottom)}, {right, 0.5f * (top + bottom)}, rule, 1.0f);
    draw->AddText({left - ImGui::CalcTextSize(top_text.c_str()).x - 6 * s, top - 0.5f * line_h},
                  faint, top_text.c_str());
    draw->AddText({left - ImGui::CalcTextSize("0").x - 6 * s, bottom - 0.5f * line_h}, faint, "0");
    for (int hour = 0; hour <= 24; hour += 6) {
        const std::string label = fmt::format("{}:00", hour);
        const float w = ImGui::CalcTextSize(label.c_str()).x;
        draw->AddLine({x_of(static_cast<float>(hour)), bottom},
                      {x_of(static_cast<float>(hour)), bottom + 4 * s}, faint, 1.0f);
        draw->AddText({std::min(x_of(static_cast<float>(hour)) - 0.5f * w, right - w + 6 * s),
                       bottom + 0.2f * line_h},
                      faint, label.c_str());
    }
    const float mark_x = x_of(time.hour), mark_y = y_of(total_at(moment));
    draw->AddLine({mark_x, top}, {mark_x, bottom}, ink, 2.0f * s);
    draw->AddCircleFilled({mark_x, mark_y}, 5.5f * s, ImGui::GetColorU32(ImGuiCol_WindowBg));
    draw->AddCircleFilled({mark_x, mark_y}, 4.0f * s, ink);

    // Names in the order of the stack, the topmost first.
    std::vector<std::pair<std::string, ImU32>> names;
    if (own_solar) names.emplace_back(text["curve.net"], ink);
    if (changed) names.emplace_back(text["curve.today"], faint);
    for (std::size_t k = bands.size(); k-- > 0;) names.emplace_back(bands[k].name, bands[k].colour);
    const float step =
        std::min(1.12f * line_h, (size.y - 1.3f * line_h) / static_cast<float>(names.size()));
    for (std::size_t k = 0; k < names.size(); ++k) {
        const float y = origin.y + 1.3f * line_h + step * static_cast<float>(k);
        draw->AddRectFilled({right + 14 * s, y + 0.2f * line_h},
                            {right + 14 * s + 0.75f * line_h, y + 0.9f * line_h}, names[k].second,
                            2 * s);
        draw->AddText({right + 14 * s + 1.1f * line_h, y}, ink, names[k].first.c_str());
    }

    // The chart is a slider too: press or drag to the hour.
    ImGui::SetCursorScreenPos({left, top});
    ImGui::InvisibleButton("##day", {std::max(1.0f, right - left), std::max(1.0f, bottom - top)});
    if (ImGui::IsItemActive()) {
        SunTime chosen = time;
        chosen.playing = false;
        chosen.hour =
            std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0f, 0.9999f) * 24.0f;
        commands.push_back(SetSunTime{chosen});
    }
}

}  // namespace viewer
