#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "charts/axes.h"
#include "charts/drawing.h"
#include "charts/style.h"

namespace charts {

/// One value per hour of a day; it stands for the middle of the hour. Missing is no number.
using DayValues = std::array<float, 24>;

/// The value at an hour 0..24, from middle to middle in a straight line, over midnight too.
float value_at(const DayValues& day, float hour);

/// A day stacked by what it consists of.
struct LoadCurveModel {
    struct Band {
        std::string name;
        Colour fill;
        DayValues values{};  ///< what lies below zero is no part of the stack
    };
    struct Line {
        std::string name;
        DayValues values{};
    };
    /// A moment that is marked, with its total.
    struct Now {
        float hour = 0, total = 0;
        std::string text;
    };
    std::string title;
    std::string nothing;       ///< said where there are no bands
    std::vector<Band> bands;   ///< from below
    std::optional<Line> net;   ///< strong: what is left when something is taken off the stack
    std::optional<Line> past;  ///< thin: what it is compared with
    std::optional<Now> now;
    float least_top = 0;  ///< the axis goes up to here at least, so that two charts compare
    ValueText value_text;
};

/// The chart, `size` pixels. Drawing::clip is the plot; a region for each hour, its datum 0..23.
/// Where a value is missing the stack has a gap from there on upwards.
Drawing load_curve(const LoadCurveModel& model, const Style& style, glm::vec2 size);

/// The hour 0..24 under an x of the drawing.
float hour_at(const Drawing& load_curve, float x_px);

/// What an hour consists of, a line each, the topmost first: for whoever points at it.
std::string hour_text(const LoadCurveModel& model, std::size_t hour);

}  // namespace charts
