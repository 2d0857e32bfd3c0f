#include "charts/axes.h"

#include <fmt/format.h>

#include <algorithm>

#include "charts/text_layout.h"

namespace charts {

namespace {

// Zero needs no unit, and a round value none of the zeros behind its point.
std::string tick_text(double value, const ValueText& text_of) {
    if (value == 0.0) return "0";
    std::string text = text_of(value);
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return text;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", point + 1), text.size());
    std::size_t kept = end;
    while (kept > point + 1 && text[kept - 1] == '0') --kept;
    if (kept == point + 1) kept = point;
    return text.erase(kept, end - kept);
}

}  // namespace

float value_axis_width(const Ticks& ticks, const ValueText& text_of, const Style& style) {
    float widest = 0;
    for (const double value : ticks.values)
        widest = std::max(widest, style.width_of(tick_text(value, text_of)));
    return widest + 8 * style.scale;
}

int steps_for(float height_px, const Style& style) {
    return static_cast<int>(std::clamp(height_px / (1.5f * style.line_px), 2.0f, 10.0f));
}

void add_value_axis(Drawing& drawing, const Box& plot, const LinearScale& y, const Ticks& ticks,
                    const ValueText& text_of, const Style& style) {
    std::vector<Label> labels;
    std::size_t zero = 0;
    for (const double value : ticks.values) {
        if (value == 0.0) zero = labels.size();
        const float at = y.at(value);
        drawing.add(Rule{{plot.low.x, at},
                         {plot.high.x, at},
                         value == 0.0 ? style.faint : style.grid,
                         std::max(1.0f, style.scale)});
        labels.push_back({at, style.line_px, tick_text(value, text_of)});
    }
    const float half = 0.5f * style.line_px;
    // Letters are lower than their lines: these may touch.
    for (const Label& label : without_overlaps(std::move(labels), plot.low.y - half,
                                               plot.high.y + half, -0.1f * style.line_px, zero))
        drawing.add(Text{{plot.low.x - 6 * style.scale, label.middle - half},
                         Anchor::end,
                         style.line_px,
                         style.faint,
                         label.text});
}

void add_hour_axis(Drawing& drawing, const Box& plot, const LinearScale& x, const Style& style) {
    const auto text_of = [](int hour) { return fmt::format("{}:00", hour); };
    const float widest = style.width_of(text_of(24));
    // Labels fill half of the axis at most.
    int step = 24;
    for (const int hours : {12, 6, 3})
        if (widest * (24.0f / static_cast<float>(hours) + 1.0f) <= 0.5f * plot.width())
            step = hours;
    std::vector<Label> labels;
    for (int hour = 0; hour <= 24; hour += step) {
        const float at = x.at(hour);
        drawing.add(Rule{{at, plot.high.y},
                         {at, plot.high.y + 4 * style.scale},
                         style.faint,
                         std::max(1.0f, style.scale)});
        labels.push_back({at, style.width_of(text_of(hour)), text_of(hour)});
    }
    for (const Label& label : without_overlaps(std::move(labels), plot.low.x - 0.5f * widest,
                                               plot.high.x + 6 * style.scale, 0.3f * style.line_px))
        drawing.add(Text{{label.middle, plot.high.y + 0.2f * style.line_px},
                         Anchor::middle,
                         style.line_px,
                         style.faint,
                         label.text});
}

}  // namespace charts
