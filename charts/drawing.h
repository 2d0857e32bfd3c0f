#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <glm/vec2.hpp>

namespace charts {

// A chart as plain geometry. Every place is in pixels of the chart, x to the right and y down from
// its top left corner. Whoever shows a chart (the window, an SVG file) walks through the marks.

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Colour&) const = default;
};

struct Box {
    glm::vec2 low{0}, high{0};
    float width() const { return high.x - low.x; }
    float height() const { return high.y - low.y; }
    bool holds(glm::vec2 at) const {
        return at.x >= low.x && at.x <= high.x && at.y >= low.y && at.y <= high.y;
    }
};

/// What lies between two lines whose points stand over one another: as many above as below.
struct Area {
    std::vector<glm::vec2> upper, lower;
    Colour fill;
};
struct Polyline {
    std::vector<glm::vec2> points;
    Colour colour;
    float width = 1;
};
struct Rectangle {
    Box box;
    Colour fill;
    float corner_radius = 0;
};
/// A straight line: of an axis, a tick, a grid, a hatch.
struct Rule {
    glm::vec2 from, to;
    Colour colour;
    float width = 1;
};
struct Point {
    glm::vec2 centre;
    float radius = 1;
    Colour fill;
};
/// Which part of a text stands at its x.
enum class Anchor : std::uint8_t { start, middle, end };
/// One line of text. `at` is at the top of the line, `line_px` the line's height.
struct Text {
    glm::vec2 at;
    Anchor anchor = Anchor::start;
    float line_px = 0;
    Colour colour;
    std::string text;
};

struct Mark {
    std::variant<Area, Polyline, Rectangle, Rule, Point, Text> shape;
    bool clipped = false;  ///< shown inside Drawing::clip only
};

/// Where the pointer is over a datum: the row of the model that the chart was made from.
struct HoverRegion {
    Box box;
    std::size_t datum = 0;
};

/// Marks in the order in which they are painted.
struct Drawing {
    glm::vec2 size{0};
    Box clip;  ///< the plot, inside of the axes; empty where a chart has none
    std::vector<Mark> marks;
    std::vector<HoverRegion> regions;

    template <class Shape>
    void add(Shape shape) {
        marks.emplace_back().shape.emplace<Shape>(std::move(shape));
    }
    template <class Shape>
    void add_clipped(Shape shape) {
        add(std::move(shape));
        marks.back().clipped = true;
    }
    /// Of the region added last, where several lie over one another.
    std::optional<std::size_t> datum_at(glm::vec2 at) const;
};

}  // namespace charts
