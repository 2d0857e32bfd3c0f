#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "charts/drawing.h"

namespace charts {

struct SvgOptions {
    std::string title;            ///< what a screen reader says of the picture; may be empty
    std::string language = "en";  ///< which signs a Chinese character is drawn with
    float margin_px = 0;          ///< around the drawing
    Colour ground{0, 0, 0, 0};    ///< behind all of it; clear unless given
    /// What is shown over a hover region; none: regions are left out.
    std::function<std::string(std::size_t datum)> describe;
};

/// A whole SVG file that needs nothing else. Numbers have a point whatever the locale; text is
/// escaped, and bytes that are no UTF-8 become U+FFFD.
std::string svg_text(const Drawing& drawing, const SvgOptions& options = {});

/// About as wide as a browser draws it: for the layout of a chart that goes to a file. Digits are
/// right within a per cent with Noto Sans; other letters are taken wide rather than narrow.
float svg_text_width(std::string_view text, float line_px);

}  // namespace charts
