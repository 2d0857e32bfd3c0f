#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/mesh/city_mesh.h"
#include "geo/mesh/far_tile.h"

namespace mesh {

struct RoadTile {
    std::vector<RoadVertex> vertices;
    std::vector<std::uint32_t> indices;
    Range triangles;
    glm::vec2 low{1e30f}, high{-1e30f};
};

/// What one tile gives to the mesh of its city.
struct TileParts {
    std::span<const std::uint32_t> buildings;
    FarTile far;
    RoadTile roads;
};

/// Tiles, their rows, extent, and all that is drawn of them behind each other in the arrays of
/// `mesh`, which has none of it yet.
void join_tiles(CityMesh& mesh, const std::vector<TileParts>& parts);

}  // namespace mesh
