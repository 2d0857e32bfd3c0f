#include "geo/mesh/ribbons.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace mesh {

void add_ribbon(std::span<const glm::vec2> line, float width_m, float z_m, std::uint32_t road,
                std::vector<RoadVertex>& vertices, std::vector<std::uint32_t>& indices) {
    const float half_m = 0.5f * width_m;
    std::uint32_t pairs = 0;
    const auto first = static_cast<std::uint32_t>(vertices.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto direction = [&](std::size_t from) {
            const glm::vec2 step = line[from + 1] - line[from];
            const float length_m = glm::length(step);
            return length_m > 1e-4f ? step / length_m : glm::vec2(0.0f);
        };
        const glm::vec2 before = i > 0 ? direction(i - 1) : direction(i);
        const glm::vec2 after = i + 1 < line.size() ? direction(i) : before;
        glm::vec2 along = before + after;
        const float length = glm::length(along);
        along = length > 1e-3f ? along / length : after;
        const glm::vec2 left(-along.y, along.x);
        // A mitre grows without bound at hairpins; twice the half width is where it is cut.
        const float cosine = std::max(glm::dot(along, after), 0.5f);
        const glm::vec2 offset = left * (half_m / cosine);
        const glm::vec2 a = line[i] + offset, b = line[i] - offset;
        vertices.push_back({a.x, a.y, z_m, -1.0f, road});
        vertices.push_back({b.x, b.y, z_m, 1.0f, road});
        ++pairs;
    }
    for (std::uint32_t k = 0; k + 1 < pairs; ++k) {
        const std::uint32_t v = first + 2 * k;
        indices.insert(indices.end(), {v, v + 1, v + 2, v + 2, v + 1, v + 3});
    }
}

float road_width_m(city::RoadClass road_class, float lanes) {
    using city::RoadClass;
    switch (road_class) {
        case RoadClass::path:
            return 2.2f;
        case RoadClass::rail:
            return 4.0f;
        case RoadClass::motorway:
        case RoadClass::trunk:
            return std::clamp(lanes, 1.0f, 14.0f) * 3.65f + 2.0f;
        case RoadClass::service:
            return 4.5f;
        default:
            return std::clamp(lanes, 1.0f, 12.0f) * 3.3f + 1.0f;
    }
}

}  // namespace mesh
