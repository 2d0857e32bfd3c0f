#pragma once

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/vec2.hpp>

namespace grid {

/// Cuts the way from `a` to `b` (in units of cells) at every cell border and calls `piece(x, y,
/// from, to)` in order. The middle of a piece says whose it is, so rounding on a border cannot lose
/// or double one.
template <class Piece>
void for_each_cell_piece(glm::dvec2 a, glm::dvec2 b, Piece piece) {
    const glm::dvec2 way = b - a;
    double share = 0.0;
    glm::dvec2 from = a;
    // Share of the way at which the next border in x and in y is reached, and from one border to
    // the next.
    glm::dvec2 next(2.0), step(2.0);
    for (int axis = 0; axis < 2; ++axis) {
        if (way[axis] == 0.0) continue;
        const double border =
            way[axis] > 0.0 ? std::floor(a[axis]) + 1.0 : std::ceil(a[axis]) - 1.0;
        next[axis] = (border - a[axis]) / way[axis];
        step[axis] = 1.0 / std::abs(way[axis]);
    }
    while (share < 1.0) {
        const double until = std::min({next.x, next.y, 1.0});
        const glm::dvec2 to = until < 1.0 ? a + until * way : b;
        const glm::dvec2 cell = glm::floor(0.5 * (from + to));
        piece(static_cast<int>(cell.x), static_cast<int>(cell.y), from, to);
        if (next.x <= until) next.x += step.x;
        if (next.y <= until) next.y += step.y;
        share = until;
        from = to;
    }
}

}  // namespace grid
