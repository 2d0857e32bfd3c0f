#pragma once

#include <functional>
#include <string>

#include "charts/scale.h"
#include "charts/style.h"

namespace charts {

/// What a value is called at an axis, with its unit.
using ValueText = std::function<std::string(double)>;

/// Room that the labels of a value axis take at the left of the plot.
float value_axis_width(const Ticks& ticks, const ValueText& text_of, const Style& style);

/// How many steps of ticks suit an axis of this height.
int steps_for(float height_px, const Style& style);

/// A line across the plot at every tick, that of zero stronger, and the labels at its left.
void add_value_axis(Drawing& drawing, const Box& plot, const LinearScale& y, const Ticks& ticks,
                    const ValueText& text_of, const Style& style);

/// Ticks and clock times under a plot whose x runs from hour 0 to hour 24; as many as have room.
void add_hour_axis(Drawing& drawing, const Box& plot, const LinearScale& x, const Style& style);

}  // namespace charts
