#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"
#include "geo/mesh/blocks.h"
#include "geo/mesh/local_footprint.h"
#include "geo/mesh/mesh_parts.h"

namespace mesh {

/// What a tile shows where it is so far away that blocks stand in for its small buildings: the
/// blocks, and the other buildings with the corners that count from there.
struct FarTile {
    glm::vec2 low{1e30f}, high{-1e30f};  ///< of all its buildings
    float top_m = 0.0f;
    Range walls, roof_triangles;
    std::vector<WallEdge> wall_edges;
    std::vector<FarRoofVertex> roof_vertices;
    std::vector<std::uint32_t> roof_indices;
    std::array<std::vector<Block>, block_levels> blocks;
    std::array<BlockMembers, block_levels> block_members;
    std::array<Range, block_levels> block_ranges;
};

/// Fills one FarTile building by building.
class FarTileBuilder {
  public:
    FarTileBuilder(const city::CityModel& city, FarTile& out) : city_(city), out_(out) {}
    void building(std::uint32_t row);  ///< rows ascending
    void finish();

  private:
    void keep_what_counts();
    bool keep_within(float tolerance_m);
    void add_roof(std::uint32_t row);

    const city::CityModel& city_;
    FarTile& out_;
    LocalFootprint whole_, kept_;
    std::vector<std::uint32_t> corners_, triangles_;
    std::vector<std::uint8_t> wall_classes_, roof_classes_;
    std::vector<BlockCandidate> candidates_;
};

}  // namespace mesh
