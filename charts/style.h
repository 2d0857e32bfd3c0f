#pragma once

#include <functional>
#include <string_view>

#include "charts/drawing.h"

namespace charts {

/// Width in pixels of a line of text of the given height. Handed in, so that a chart is laid out
/// alike wherever it is shown.
using TextWidth = std::function<float(std::string_view text, float line_px)>;

/// How a chart looks: sizes, and the colours that do not stand for a datum.
struct Style {
    float scale = 1;     ///< of lengths that are not text: 1 on a screen of 1080 lines
    float line_px = 17;  ///< height of a line of text
    float gap_px = 7;    ///< between parts under one another
    Colour ink, faint, grid, ground;
    TextWidth text_width;

    float width_of(std::string_view text) const { return text_width(text, line_px); }
};

/// Dark on white, for files.
inline Style paper_style(TextWidth text_width) {
    return {.scale = 1,
            .line_px = 17,
            .gap_px = 7,
            .ink = {26, 31, 38, 255},
            .faint = {92, 102, 115, 255},
            .grid = {0, 0, 0, 30},
            .ground = {255, 255, 255, 255},
            .text_width = std::move(text_width)};
}

}  // namespace charts
