#pragma once

#include <span>
#include <vector>

#include "geo/mesh/city_mesh.h"

namespace mesh {

/// A road as a ribbon of its real width with mitred corners. Appends to both vectors.
void add_ribbon(std::span<const glm::vec2> line, float width_m, float z_m, std::uint32_t road,
                std::vector<RoadVertex>& vertices, std::vector<std::uint32_t>& indices);

/// Kerb to kerb: lanes x lane width of the class.
float road_width_m(city::RoadClass road_class, float lanes);

}  // namespace mesh
