#pragma once

#include <array>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/result.h"
#include "geo/mesh/city_mesh.h"
#include "render/frustum.h"
#include "render/gl/objects.h"
#include "render/gpu_overlays.h"
#include "render/views.h"

namespace render {

/// Heights of roofs seen from above (passes/height_pass.h draws it).
struct HeightMap {
    gl::TextureName texture;
    glm::vec2 low{0};
    float edge_m = 1, texel_m = 1;
};

/// Stand-ins for small buildings far away, one level of mesh/blocks.h.
struct GpuBlocks {
    gl::BufferName boxes, places, marks;
    gl::TextureName places_texture, marks_texture;
    gl::VertexArrayName array;
    mesh::BlockMembers members;
};

/// One city's buffers on the GPU: geometry written once, one place on the colour scale per row.
struct GpuCity {
    gl::BufferName walls, roof_vertices, roof_indices, far_roof_indices, road_vertices, road_indices, area_vertices, area_indices;
    gl::BufferName heights, building_places, road_places, building_marks, road_marks;
    gl::TextureName heights_texture, building_texture, road_texture, building_marks_texture, road_marks_texture;
    gl::VertexArrayName wall_array, roof_array, far_roof_array, road_array, area_array;
    std::vector<mesh::Tile> tiles;
    std::size_t buildings = 0, roads = 0, area_index_count = 0, bytes = 0;
    glm::vec2 low{0}, high{0};
    float top_m = 0;
    HeightMap height_map;
    std::array<GpuBlocks, mesh::block_levels> blocks;
    GpuField field;      ///< empty until it is set
    GpuColumns columns;  ///< as well
    GpuFlows flows;      ///< widths are set by the caller

    /// Uploads the geometry; every place is plain until it is set. `largest_texture_buffer` is the most rows that can be looked up.
    static city::Result<GpuCity> upload(const mesh::CityMesh& mesh, std::size_t largest_texture_buffer);
    void set_building_places(std::span<const float> places) const;  ///< and those of the blocks
    void set_road_places(std::span<const float> places) const;
    void set_building_marks(std::span<const std::uint8_t> marks) const;  ///< and those of the blocks
    void set_road_marks(std::span<const std::uint8_t> marks) const;
};

enum class Rows : std::uint8_t { buildings, roads };

/// What a drawing of tiles is seen through: what it cannot see or show larger than `smallest_px` pixels is left out.
struct TileView {
    const CityView& view;
    Frustum frustum;
    float smallest_px;
    bool merged = true;  ///< blocks stand in for small buildings far away; else every building is drawn as itself
};

// The row textures at the units that shaders/heat.glsl and the vertex shaders read.
void bind_rows(const GpuCity& city, Rows rows);
void draw_walls(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics);
void draw_roofs(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics);
void draw_roads(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics);
/// With the program for blocks in use: binds each level's rows itself.
void draw_blocks(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics);
void draw_areas(const GpuCity& city, FrameStatistics& statistics);

}  // namespace render
