#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace viewer {

/// A line that is laid over the ground of one city.
struct Tape {
    std::size_t city = 0;
    std::vector<glm::vec2> points_local;
    bool closed = false;  ///< back to the first point: it has an area
    bool operator==(const Tape&) const = default;
};

/// Metres along the points, with the way back to the first when closed.
double length_m(const Tape& tape);
/// Square metres inside a closed line; 0 for an open one. A line that crosses itself counts the
/// parts it runs around the other way round against the rest.
double area_m2(const Tape& tape);

}  // namespace viewer
