#include "viewer/tools/measure.h"

#include <cmath>

namespace viewer {

double length_m(const Tape& tape) {
    const auto& p = tape.points_local;
    double sum = 0.0;
    const std::size_t segments = p.size() < 2 ? 0 : p.size() - (tape.closed ? 0 : 1);
    for (std::size_t k = 0; k < segments; ++k) {
        const glm::dvec2 way = glm::dvec2(p[(k + 1) % p.size()]) - glm::dvec2(p[k]);
        sum += std::hypot(way.x, way.y);
    }
    return sum;
}

double area_m2(const Tape& tape) {
    const auto& p = tape.points_local;
    if (!tape.closed || p.size() < 3) return 0.0;
    double twice = 0.0;
    const glm::dvec2 first(p[0]);
    for (std::size_t k = 1; k + 1 < p.size(); ++k) {
        const glm::dvec2 a = glm::dvec2(p[k]) - first, b = glm::dvec2(p[k + 1]) - first;
        twice += a.x * b.y - a.y * b.x;
    }
    return 0.5 * std::abs(twice);
}

}  // namespace viewer
