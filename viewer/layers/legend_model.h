#pragma once

#include <cstddef>
#include <string>

#include "charts/legend.h"
#include "text/i18n.h"
#include "viewer/layers/layer_choice.h"
#include "viewer/layers/shown_layer.h"

namespace viewer {

/// "CO2e emissions, difference, in this hour": what the colours stand for.
std::string legend_title(const LayerChoice& layer, const ShownLayer& shown,
                         const text::Messages& text);

/// What explains the colours, heights and widths on the map. `widest_flow_px`: as the widest of
/// both cities is drawn where the camera looks.
charts::LegendModel legend_model(const LayerChoice& layer, const ShownLayer& shown,
                                 std::size_t cities, float widest_flow_px,
                                 const text::Messages& text);

}  // namespace viewer
