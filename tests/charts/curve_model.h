#pragma once
// Days with figures that are easy to add up, and a ruler that counts letters.
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <vector>

#include "charts/load_curve.h"

namespace test {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

inline float half_a_line(std::string_view text, float line_px) {
    return 0.5f * line_px * static_cast<float>(text.size());
}

inline charts::Style plain_style() {
    return charts::paper_style(half_a_line);
}

inline charts::DayValues constant(float value) {
    charts::DayValues day;
    day.fill(value);
    return day;
}

/// `base` plus the hour times `slope`.
inline charts::DayValues rising(float base, float slope) {
    charts::DayValues day;
    for (std::size_t h = 0; h < day.size(); ++h) day[h] = base + slope * static_cast<float>(h);
    return day;
}

inline charts::LoadCurveModel model_of(const std::vector<charts::DayValues>& bands) {
    charts::LoadCurveModel model;
    model.title = "A day";
    model.nothing = "nothing";
    for (const charts::DayValues& values : bands)
        model.bands.push_back({fmt::format("band {}", model.bands.size()),
                               {static_cast<std::uint8_t>(10 + model.bands.size()), 0, 0, 255},
                               values});
    model.value_text = [](double value) { return fmt::format("{:g} kW", value); };
    return model;
}

template <class Shape>
std::vector<Shape> all_of_shape(const charts::Drawing& drawing) {
    std::vector<Shape> found;
    for (const charts::Mark& mark : drawing.marks)
        if (const auto* shape = std::get_if<Shape>(&mark.shape)) found.push_back(*shape);
    return found;
}

inline bool has_text(const charts::Drawing& drawing, const std::string& text) {
    for (const charts::Text& one : all_of_shape<charts::Text>(drawing))
        if (one.text == text) return true;
    return false;
}

/// Every place of every mark, to see that none is out of this world.
inline std::vector<glm::vec2> places_of(const charts::Drawing& drawing) {
    std::vector<glm::vec2> places;
    for (const auto& area : all_of_shape<charts::Area>(drawing)) {
        places.insert(places.end(), area.upper.begin(), area.upper.end());
        places.insert(places.end(), area.lower.begin(), area.lower.end());
    }
    for (const auto& line : all_of_shape<charts::Polyline>(drawing))
        places.insert(places.end(), line.points.begin(), line.points.end());
    for (const auto& one : all_of_shape<charts::Rectangle>(drawing))
        places.insert(places.end(), {one.box.low, one.box.high});
    for (const auto& one : all_of_shape<charts::Rule>(drawing))
        places.insert(places.end(), {one.from, one.to});
    for (const auto& one : all_of_shape<charts::Point>(drawing)) places.push_back(one.centre);
    for (const auto& one : all_of_shape<charts::Text>(drawing)) places.push_back(one.at);
    return places;
}

inline bool lies_inside(const charts::Drawing& drawing) {
    for (const glm::vec2 p : places_of(drawing))
        if (!(p.x >= -1 && p.x <= drawing.size.x + 1 && p.y >= -1 && p.y <= drawing.size.y + 1))
            return false;
    return true;
}

}  // namespace test
