#pragma once

#include <array>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/result.h"
#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"
#include "render/gl/objects.h"
#include "render/gl/quads.h"
#include "render/gpu_overlays.h"
#include "render/place_code.h"
#include "render/views.h"
#include "render/write_places.h"

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
    gl::TextureName boxes_texture, places_texture, marks_texture;
    mesh::BlockMembers members;
};

/// Walls and roofs on the GPU, as seen from near or from afar.
struct GpuBuildings {
    gl::BufferName walls, roof_vertices, roof_indices;
    gl::TextureName walls_texture;  ///< five words a wall, as shaders/walls.vert reads them
    gl::VertexArrayName roof_array;

    static GpuBuildings make_room_for(const mesh::NearMesh& mesh);
    /// The bytes [first, first + most) of all three buffers of `mesh`, one behind the other; how
    /// many there were.
    std::size_t write(const mesh::NearMesh& mesh, std::size_t first, std::size_t most) const;
    static GpuBuildings upload_far(const mesh::CityMesh& mesh);
};

/// One city's buffers on the GPU: geometry written once, one place on the colour scale per row.
struct GpuCity {
    GpuBuildings far, near;
    gl::Quads quads;  ///< draws walls and blocks
    gl::BufferName road_vertices, road_indices, area_vertices, area_indices;
    gl::BufferName heights, building_places, road_places, building_marks, road_marks;
    gl::TextureName heights_texture, building_texture, road_texture, building_marks_texture,
        road_marks_texture;
    gl::VertexArrayName road_array, area_array;
    std::vector<mesh::Tile> tiles;
    std::vector<mesh::NearMesh::Tile>
        near_tiles;  ///< empty until upload_near() is through: until then all is drawn as from afar
    std::size_t near_written = 0;  ///< bytes
    std::size_t buildings = 0, roads = 0, area_index_count = 0, bytes = 0;
    std::size_t largest_texture_buffer = 0;  ///< texels that the driver looks up in one buffer
    glm::vec2 low{0}, high{0};
    float top_m = 0;
    HeightMap height_map;
    std::array<GpuBlocks, mesh::block_levels> blocks;
    std::vector<PlaceCode> places;  ///< of the buildings, and behind them of the blocks of level 0:
                                    ///< where the means of blocks find them
    GpuField field;                 ///< empty until it is set
    GpuColumns columns;             ///< as well
    GpuFlows flows;                 ///< widths are set by the caller

    /// Uploads the geometry; every place is plain until it is set. `largest_texture_buffer` is the
    /// most rows that can be looked up.
    static city::Result<GpuCity> upload(const mesh::CityMesh& mesh,
                                        std::size_t largest_texture_buffer);
    /// About `most_bytes` of it, from where the last call stopped; true when all of it is there.
    city::Result<bool> upload_near(const mesh::NearMesh& mesh, std::size_t most_bytes);
    bool has_near() const { return !near_tiles.empty(); }
    void set_building_places(const WritePlaces& write);  ///< and those of the blocks
    void set_road_places(const WritePlaces& write) const;
    void set_building_marks(
        std::span<const std::uint8_t> marks) const;  ///< and those of the blocks
    void set_road_marks(std::span<const std::uint8_t> marks) const;
};

}  // namespace render
