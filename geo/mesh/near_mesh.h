#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/mesh/mesh_parts.h"

namespace mesh {

/// Every wall and roof with all its corners: what is drawn where blocks do not stand in for small
/// buildings. The larger part of a city's triangles, and made after what a first picture from afar
/// needs.
struct NearMesh {
    struct Tile {
        Range walls;           ///< instances in `walls`
        Range roof_triangles;  ///< triangles: three indices each in `roof_indices`
    };
    std::vector<WallEdge> walls;
    std::vector<RoofVertex> roof_vertices;
    std::vector<std::uint32_t> roof_indices;
    std::vector<Tile> tiles;           ///< one per tile of the CityMesh
    std::uint32_t unmeshed_roofs = 0;  ///< polygons no method could cut; their walls are there

    std::size_t bytes() const {
        return walls.size() * sizeof(WallEdge) + roof_vertices.size() * sizeof(RoofVertex) +
               roof_indices.size() * 4;
    }
};

/// The near part of a CityMesh of the same city, whose `tile_rows` are given. Tiles in parallel;
/// empty when it was cancelled.
NearMesh build_near_mesh(const city::CityModel& city, const TileRows& tile_rows,
                         const city::Progress& progress = {});

}  // namespace mesh
