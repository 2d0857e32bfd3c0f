#include "charts/load_curve.h"

#include <algorithm>

#include "emissions/model/baseline.h"
#include "viewer/kit/chart_view.h"
#include "viewer/layers/load_curve_model.h"
#include "viewer/layers/shown_layer.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

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
    charts::LoadCurveModel model = load_curve_model(*layer, city, *state.sun_time, text);
    if (view.slots[city].data->baseline->method == emissions::Method::benchmark)
        model.title += "  \u00b7  " + text["curve.by_schedules"];
    const charts::Drawing drawing =
        charts::load_curve(model, chart_style(view.layout.scale), {size.x, size.y});
    const ImVec2 low = ImGui::GetCursorScreenPos();
    paint(drawing, low, *ImGui::GetWindowDrawList());

    // The chart is a slider too: press or drag to the hour.
    const charts::Box& plot = drawing.clip;
    if (!(plot.width() > 0 && plot.height() > 0)) return;
    ImGui::SetCursorScreenPos({low.x + plot.low.x, low.y + plot.low.y});
    ImGui::InvisibleButton("##day", {plot.width(), plot.height()});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsItemActive()) {
        SunTime chosen = *state.sun_time;
        chosen.playing = false;
        chosen.hour = std::min(charts::hour_at(drawing, mouse.x - low.x), 23.998f);
        commands.push_back(SetSunTime{chosen});
    } else if (ImGui::IsItemHovered()) {
        if (const auto hour = drawing.datum_at({mouse.x - low.x, mouse.y - low.y}))
            ImGui::SetTooltip("%s", charts::hour_text(model, *hour).c_str());
    }
}

}  // namespace viewer
