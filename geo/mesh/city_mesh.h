#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/mesh/blocks.h"
#include "geo/mesh/flow_segments.h"
#include "geo/mesh/mesh_parts.h"

namespace mesh {

struct Tile {
    glm::vec2 low{1e30f}, high{-1e30f};
    float top_m = 0.0f;
    Range far_walls;           ///< instances in `far_walls`
    Range far_roof_triangles;  ///< triangles: three indices each in `far_roof_indices`
    Range road_triangles;      ///< triangles in `road_indices`, by class: main roads first
    std::array<Range, block_levels> blocks;  ///< in `CityMesh::blocks` of the same level, by height
};

/// A city's triangles on the CPU, in the local frame, but for the walls and roofs seen from near
/// (near_mesh.h). Made once; a scenario never touches it.
struct CityMesh {
    /// Drawn where blocks stand in for small buildings: the others, with the corners that count
    /// from there.
    std::vector<WallEdge> far_walls;
    std::vector<FarRoofVertex> far_roof_vertices;
    std::vector<std::uint32_t> far_roof_indices;
    std::array<std::vector<Block>, block_levels> blocks;
    std::array<BlockMembers, block_levels> block_members;
    std::vector<RoadVertex> road_vertices;
    std::vector<std::uint32_t> road_indices;
    std::vector<AreaVertex> area_vertices;
    std::vector<std::uint32_t> area_indices;
    std::vector<BuildingHeight> building_heights;  ///< one per building
    std::uint32_t road_count = 0;
    std::vector<FlowSegment> flows;
    std::vector<Tile> tiles;
    TileRows tile_rows;               ///< the buildings of each tile
    glm::vec2 low{0.0f}, high{0.0f};  ///< extent of everything built
    /// What to look at first: where nearly all buildings stand; the densest tile when they are
    /// strewn over a region. Long roads do not count, unless there is nothing else.
    glm::vec2 home_low{0.0f}, home_high{0.0f};
    float top_m = 0.0f;

    std::size_t bytes() const;
};

/// Tiles are meshed in parallel. `tile_m` is their edge.
CityMesh build_city_mesh(const city::CityModel& city, const city::Progress& progress = {},
                         float tile_m = 400.0f);

}  // namespace mesh
