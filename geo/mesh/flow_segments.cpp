#include "geo/mesh/flow_segments.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace mesh {

namespace {

using glm::vec2;

// Cut at twice a unit, as in ribbons.cpp: a mitre grows without bound at hairpins.
vec2 mitre(vec2 before, vec2 after) {
    const vec2 sum = before + after;
    const float length = glm::length(sum);
    if (!(length > 1e-3f)) return {-after.y, after.x};
    const vec2 along = sum / length;
    return vec2(-along.y, along.x) / std::max(glm::dot(along, after), 0.5f);
}

std::uint32_t packed(vec2 a, vec2 b) {
    std::uint32_t bytes = 0;
    const float parts[4] = {a.x, a.y, b.x, b.y};
    for (int k = 0; k < 4; ++k)
        bytes |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(static_cast<std::int8_t>(
                     std::lround(std::clamp(parts[k] * 0.5f, -1.0f, 1.0f) * 127.0f))))
                 << (8 * k);
    return bytes;
}

// Drawn last = on top. The classes stand from motorway to service; what is not known lies lowest.
int height_of(city::RoadClass road_class) {
    return road_class == city::RoadClass::unknown
               ? -1
               : static_cast<int>(city::RoadClass::count_) - static_cast<int>(road_class);
}

}  // namespace

std::vector<FlowSegment> flow_segments(const city::Roads& roads, const city::LocalFrame& frame) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t r = 0; r < roads.count(); ++r)
        if (carries_motor_traffic(roads.road_class[r])) order.push_back(r);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return height_of(roads.road_class[a]) < height_of(roads.road_class[b]);
    });
    std::vector<FlowSegment> segments;
    std::vector<vec2> line, steps;
    for (const std::uint32_t road : order) {
        line.clear();
        steps.clear();
        for (const city::MapPoint p : roads.lines.line(road)) {
            const vec2 at = frame.to_local(p);
            if (line.empty() || glm::distance(line.back(), at) > 0.05f) line.push_back(at);
        }
        if (line.size() < 2) continue;
        if (roads.one_way[road] < 0) std::reverse(line.begin(), line.end());
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            steps.push_back(glm::normalize(line[i + 1] - line[i]));
        const std::uint32_t row = road | (roads.one_way[road] != 0 ? one_way_bit : 0u);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const vec2 before = i > 0 ? steps[i - 1] : steps[i],
                       after = i + 1 < steps.size() ? steps[i + 1] : steps[i];
            segments.push_back({line[i].x, line[i].y, line[i + 1].x, line[i + 1].y, row,
                                packed(mitre(before, steps[i]), mitre(steps[i], after))});
        }
    }
    return segments;
}

}  // namespace mesh
