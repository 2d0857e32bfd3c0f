#pragma once

#include <imgui.h>

#include "charts/drawing.h"
#include "charts/style.h"

namespace viewer {

/// The theme's colours and the font of the frame. Call within a frame.
charts::Style chart_style(float scale);

/// Paints a chart with its top left corner at `low` of the screen.
void paint(const charts::Drawing& drawing, ImVec2 low, ImDrawList& list);

}  // namespace viewer
