#include "charts/legend.h"

#include <algorithm>

#include "viewer/kit/chart_view.h"
#include "viewer/layers/flow_width.h"
#include "viewer/layers/legend_model.h"
#include "viewer/panels/ui_view.h"

namespace viewer {

void draw_legend(const UiView& view) {
    if (view.shown == nullptr) return;
    const LayerChoice& layer = view.state.layer;
    const float scale = view.layout.scale;
    ImGui::Dummy({0, view.layout.margin * 0.5f});
    ImGui::TextUnformatted(legend_title(layer, *view.shown, view.text).c_str());
    ImGui::Separator();
    const float widest_px = std::min(
        widest_flow_px(view.state.cameras[0], view.layout.view_size().y - view.layout.summary_h),
        26 * scale);
    const charts::Drawing drawing =
        charts::legend(legend_model(layer, *view.shown, view.layout.cities, widest_px, view.text),
                       chart_style(scale), ImGui::GetContentRegionAvail().x);
    paint(drawing, ImGui::GetCursorScreenPos(), *ImGui::GetWindowDrawList());
    ImGui::Dummy({drawing.size.x, drawing.size.y});
}

}  // namespace viewer
