#pragma once

#include <string>
#include <variant>
#include <vector>

#include "charts/drawing.h"
#include "charts/style.h"

namespace charts {

/// Colours from the low to the high end of a scale, in steps of one width.
struct ColourBar {
    std::vector<Colour> steps;
    /// How high each step stands, 0..1, where the values are shown as heights too; else empty.
    std::vector<float> heights;
    int parts = 1;  ///< lines cut the bar into so many, where the map has contours too
    struct Label {
        float place = 0;  ///< 0..1 along the bar
        std::string text;
    };
    std::vector<Label> labels;  ///< from low to high
};

/// Strokes as wide as they are on the map.
struct WidthKey {
    struct Stroke {
        float width_px = 1;
        std::string text;
    };
    std::vector<Stroke> strokes;
};

/// The hatch of what is not known.
struct HatchKey {
    std::string text;
    std::string beside;  ///< a second note, in the same line where it has room; may be empty
};

struct LegendModel {
    struct Note {
        std::string text;
        bool strong = false;
    };
    std::vector<std::variant<Note, ColourBar, WidthKey, HatchKey>> parts;  ///< from above
};

/// As wide as given, as high as it needs.
Drawing legend(const LegendModel& model, const Style& style, float width);

}  // namespace charts
