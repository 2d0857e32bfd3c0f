#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"
#include "geo/city/progress.h"
#include "geo/mesh/blocks.h"
#include "geo/mesh/flow_segments.h"

namespace mesh {

/// One outer wall: drawn as one instance of a quad between base and roof, which the GPU looks up by
/// building. 20 bytes a wall.
struct WallEdge {
    float x0, y0, x1, y1;
    std::uint32_t building;
};
/// 16 bytes; `rise_m` above the eaves (ridges), the height itself is looked up by building.
struct RoofVertex {
    float x, y, rise_m;
    std::uint32_t building;
};
/// 20 bytes; `across` runs from -1 on the left edge to +1 on the right. `road` carries in_tunnel as its top bit.
struct RoadVertex {
    float x, y, z, across;
    std::uint32_t road;
};
inline constexpr std::uint32_t in_tunnel = 0x80000000u;
struct AreaVertex {
    float x, y;
    std::uint32_t kind;
};
/// What the GPU looks up by building: underside and eaves above ground.
struct BuildingHeight {
    float base_m, top_m;
};

/// Within a tile walls, roofs and roads are sorted from large to small; `at_least[k]` says how many
/// measure at least 2^k / 2 metres. A distant tile draws only those that are a pixel or more: level of
/// detail without a second set of geometry.
inline constexpr std::size_t detail_levels = 10;
struct Range {
    std::uint32_t first = 0, count = 0;
    std::array<std::uint32_t, detail_levels> at_least{};
    std::uint32_t count_from(float smallest_m) const;
};

struct Tile {
    glm::vec2 low{1e30f}, high{-1e30f};
    float top_m = 0.0f;
    Range walls;           ///< instances in `walls`
    Range roof_triangles;  ///< triangles: three indices each in `roof_indices`
    Range far_roof_triangles;  ///< in `far_roof_indices`: what is drawn where blocks stand in for small buildings
    Range road_triangles;  ///< triangles in `road_indices`, by class: main roads first
    struct Span {
        std::uint32_t first = 0, count = 0;
    };
    std::array<Span, block_levels> blocks;  ///< in `CityMesh::blocks` of the same level
};

/// All of a city's triangles on the CPU, in the local frame. Made once; a scenario never touches it.
struct CityMesh {
    std::vector<WallEdge> walls;
    std::vector<RoofVertex> roof_vertices;
    std::vector<std::uint32_t> roof_indices;
    std::vector<std::uint32_t> far_roof_indices;  ///< roofs of buildings without a block on level 0, with the corners that count from afar
    std::vector<RoadVertex> road_vertices;
    std::vector<std::uint32_t> road_indices;
    std::vector<AreaVertex> area_vertices;
    std::vector<std::uint32_t> area_indices;
    std::vector<BuildingHeight> building_heights;  ///< one per building
    std::array<std::vector<Block>, block_levels> blocks;
    std::array<BlockMembers, block_levels> block_members;
    std::uint32_t road_count = 0;
    std::vector<FlowSegment> flows;
    std::vector<Tile> tiles;
    glm::vec2 low{0.0f}, high{0.0f};  ///< extent of everything built
    /// What to look at first: where nearly all buildings stand; the densest tile when they are strewn over
    /// a region. Long roads do not count, unless there is nothing else.
    glm::vec2 home_low{0.0f}, home_high{0.0f};
    float top_m = 0.0f;
    std::uint32_t unmeshed_roofs = 0;  ///< polygons no method could cut; their walls are there

    std::size_t bytes() const;
};

/// Tiles are meshed in parallel. `tile_m` is their edge.
CityMesh build_city_mesh(const city::CityModel& city, const city::Progress& progress = {}, float tile_m = 400.0f);

}  // namespace mesh
