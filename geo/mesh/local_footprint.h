#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"
#include "geo/mesh/mesh_parts.h"

namespace mesh {

/// One building's outline and holes in the local frame, filled again and again: ring r is
/// [offsets[r], offsets[r + 1]).
struct LocalFootprint {
    std::vector<glm::vec2> points;
    std::vector<std::uint32_t> offsets;

    void take(const city::CityModel& city, std::uint32_t row) {
        const city::Rings& rings = city.buildings.footprints;
        clear();
        for (std::uint32_t r = rings.polygon_offsets[row]; r < rings.polygon_offsets[row + 1];
             ++r) {
            for (const city::MapPoint p : rings.ring(r)) points.push_back(city.frame.to_local(p));
            offsets.push_back(static_cast<std::uint32_t>(points.size()));
        }
    }
    void clear() {
        points.clear();
        offsets.assign(1, 0);
    }
    std::size_t ring_count() const { return offsets.size() - 1; }
    std::span<const glm::vec2> ring(std::size_t r) const {
        return std::span(points).subspan(offsets[r], offsets[r + 1] - offsets[r]);
    }

    /// Calls `visit(from, to)` for every edge, the building on its left.
    template <class Visit>
    void each_edge(Visit visit) const {
        for (std::size_t r = 0; r < ring_count(); ++r) {
            const auto corners = ring(r);
            for (std::size_t i = 0; i < corners.size(); ++i)
                visit(corners[i], corners[i + 1 == corners.size() ? 0 : i + 1]);
        }
    }
};

/// The box around a building's outline.
inline std::pair<glm::vec2, glm::vec2> local_box(const city::CityModel& city, std::uint32_t row) {
    city::MapBox box;
    for (const city::MapPoint p : city.buildings.footprints.outer(row)) box.add(p);
    return {city.frame.to_local(box.low), city.frame.to_local(box.high)};
}

/// How large a wall counts, see Range: as the longer of its edge and its height, but thin slices of
/// a curved wall by their length, or a round tower would lose no wall ever. `largest_m` caps it.
inline float wall_size_m(glm::vec2 from, glm::vec2 to, float height_m, float largest_m) {
    const float length_m = std::hypot(to.x - from.x, to.y - from.y);
    return std::min({length_m * 1.5f, std::max(length_m, height_m), largest_m});
}

}  // namespace mesh
