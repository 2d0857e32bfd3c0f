#include "render/gpu_city.h"

#include <glad/gl.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <utility>

#include "render/block_places.h"
#include "render/gl/rewrite.h"

namespace render {

namespace {

constexpr std::size_t words_per_wall = sizeof(mesh::WallEdge) / sizeof(std::uint32_t);

// A texture buffer needs one element at least.
std::vector<PlaceCode> plain_places(std::size_t count) {
    return std::vector<PlaceCode>(std::max<std::size_t>(count, 1), code_plain);
}

void replace(const gl::BufferName& buffer, std::span<const std::uint8_t> marks,
             std::size_t expected) {
    if (marks.size() != expected || marks.empty()) return;
    glBindBuffer(GL_TEXTURE_BUFFER, buffer.get());
    // A fresh store each time: the driver keeps the old one for frames still in flight, nobody
    // waits.
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(marks.size_bytes()), marks.data(),
                 GL_STREAM_DRAW);
}

void copy_part(std::span<const PlaceCode> from, std::span<PlaceCode> to, std::size_t first,
               std::size_t count) {
    std::copy_n(from.data() + first, count, to.data() + first);
}

void write_codes(const WritePlaces& write, std::size_t first, std::span<PlaceCode> codes) {
    std::array<float, city::rows_per_chunk> places;
    const std::span<float> here = std::span(places).first(codes.size());
    write(first, here);
    encode_places(here, codes);
}

}  // namespace

GpuBuildings GpuBuildings::make_room_for(const mesh::NearMesh& mesh) {
    GpuBuildings gpu;
    gpu.walls = gl::make_room(GL_TEXTURE_BUFFER, std::as_bytes(std::span(mesh.walls)).size());
    gpu.walls_texture = gl::make_buffer_texture(gpu.walls, GL_R32UI);
    gpu.roof_array = gl::make_vertex_array();
    gpu.roof_vertices =
        gl::make_room(GL_ARRAY_BUFFER, std::as_bytes(std::span(mesh.roof_vertices)).size());
    gl::attribute(0, 3, sizeof(mesh::RoofVertex), 0);
    gl::attribute(1, 1, sizeof(mesh::RoofVertex), 12, true);
    gpu.roof_indices =
        gl::make_room(GL_ELEMENT_ARRAY_BUFFER, std::as_bytes(std::span(mesh.roof_indices)).size());
    glBindVertexArray(0);
    return gpu;
}

std::size_t GpuBuildings::write(const mesh::NearMesh& mesh, std::size_t first,
                                std::size_t most) const {
    std::size_t written = 0, begin = 0;
    for (const auto& [buffer, bytes] :
         {std::pair{&walls, std::as_bytes(std::span(mesh.walls))},
          {&roof_vertices, std::as_bytes(std::span(mesh.roof_vertices))},
          {&roof_indices, std::as_bytes(std::span(mesh.roof_indices))}}) {
        const std::size_t at = first + written - begin;
        if (first + written < begin + bytes.size() && written < most) {
            const auto piece = bytes.subspan(at, std::min(most - written, bytes.size() - at));
            gl::write(*buffer, at, piece);
            written += piece.size();
        }
        begin += bytes.size();
    }
    return written;
}

GpuBuildings GpuBuildings::upload_far(const mesh::CityMesh& mesh) {
    GpuBuildings gpu;
    gpu.walls = gl::make_buffer(GL_TEXTURE_BUFFER, std::span(mesh.far_walls));
    gpu.walls_texture = gl::make_buffer_texture(gpu.walls, GL_R32UI);
    gpu.roof_array = gl::make_vertex_array();
    gpu.roof_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.far_roof_vertices));
    gl::attribute(0, 2, sizeof(mesh::FarRoofVertex), 0);
    gl::attribute(1, 1, sizeof(mesh::FarRoofVertex), 12, true);
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 2, GL_SHORT, GL_TRUE, sizeof(mesh::FarRoofVertex),
                          reinterpret_cast<const void*>(std::size_t{8}));
    gpu.roof_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.far_roof_indices));
    glBindVertexArray(0);
    return gpu;
}

city::Result<bool> GpuCity::upload_near(const mesh::NearMesh& mesh, std::size_t most_bytes) {
    if (mesh.tiles.size() != tiles.size())
        return city::fail("the near part belongs to another city");
    if (words_per_wall * mesh.walls.size() > largest_texture_buffer)
        return city::fail("this graphics driver shows at most " +
                          std::to_string(largest_texture_buffer / words_per_wall) +
                          " walls, near buildings stay coarse");
    if (near_written == 0) near = GpuBuildings::make_room_for(mesh);
    near_written += near.write(mesh, near_written, most_bytes);
    if (const std::string error = gl::take_error(); !error.empty()) {
        near = {};
        near_written = 0;
        return city::fail(
            "the city's buildings do not all fit the graphics memory, near ones stay coarse: " +
            error);
    }
    if (near_written < mesh.bytes()) return false;
    near_tiles = mesh.tiles;
    bytes += mesh.bytes();
    return true;
}

city::Result<GpuCity> GpuCity::upload(const mesh::CityMesh& mesh,
                                      std::size_t largest_texture_buffer) {
    using gl::attribute;
    if (std::max({mesh.building_heights.size(), std::size_t{mesh.road_count},
                  words_per_wall * mesh.far_walls.size()}) > largest_texture_buffer)
        return city::fail("this graphics driver shows at most " +
                          std::to_string(largest_texture_buffer) + " buildings");
    GpuCity gpu;
    gpu.largest_texture_buffer = largest_texture_buffer;
    gpu.tiles = mesh.tiles;
    gpu.buildings = mesh.building_heights.size();
    gpu.roads = mesh.road_count;
    gpu.low = mesh.low;
    gpu.high = mesh.high;
    gpu.top_m = mesh.top_m;
    gpu.area_index_count = mesh.area_indices.size();
    gpu.bytes = mesh.bytes() + (sizeof(PlaceCode) + 1) * (gpu.buildings + gpu.roads);

    gpu.quads = gl::Quads::make();
    gpu.far = GpuBuildings::upload_far(mesh);
    gpu.road_array = gl::make_vertex_array();
    gpu.road_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.road_vertices));
    attribute(0, 4, sizeof(mesh::RoadVertex), 0);
    attribute(1, 1, sizeof(mesh::RoadVertex), 16, true);
    gpu.road_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.road_indices));
    gpu.area_array = gl::make_vertex_array();
    gpu.area_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.area_vertices));
    attribute(0, 2, sizeof(mesh::AreaVertex), 0);
    attribute(1, 1, sizeof(mesh::AreaVertex), 8, true);
    gpu.area_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.area_indices));
    glBindVertexArray(0);

    std::vector<mesh::BuildingHeight> heights = mesh.building_heights;
    if (heights.empty()) heights.push_back({0, 0});
    gpu.heights =
        gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const mesh::BuildingHeight>(heights));
    gpu.heights_texture = gl::make_buffer_texture(gpu.heights, GL_RG32F);
    const std::vector<PlaceCode> building_places = plain_places(gpu.buildings),
                                 road_places = plain_places(gpu.roads);
    gpu.building_places =
        gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const PlaceCode>(building_places));
    gpu.building_texture = gl::make_buffer_texture(gpu.building_places, GL_R16);
    gpu.road_places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const PlaceCode>(road_places));
    gpu.road_texture = gl::make_buffer_texture(gpu.road_places, GL_R16);
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        GpuBlocks& blocks = gpu.blocks[level];
        blocks.members = mesh.block_members[level];
        blocks.boxes = gl::make_buffer(GL_TEXTURE_BUFFER, std::span(mesh.blocks[level]));
        blocks.boxes_texture = gl::make_buffer_texture(blocks.boxes, GL_RGB32UI);
        const std::vector<PlaceCode> places = plain_places(blocks.members.count());
        blocks.places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const PlaceCode>(places));
        blocks.places_texture = gl::make_buffer_texture(blocks.places, GL_R16);
        const std::vector<std::uint8_t> no_marks(std::max<std::size_t>(blocks.members.count(), 1),
                                                 0);
        blocks.marks = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const std::uint8_t>(no_marks));
        blocks.marks_texture = gl::make_buffer_texture(blocks.marks, GL_R8UI);
        gpu.bytes += (sizeof(PlaceCode) + 1) * blocks.members.count();
    }
    const std::vector<std::uint8_t> unmarked(std::max<std::size_t>({gpu.buildings, gpu.roads, 1}),
                                             0);
    gpu.building_marks = gl::make_buffer(
        GL_TEXTURE_BUFFER, std::span(unmarked).first(std::max<std::size_t>(gpu.buildings, 1)));
    gpu.building_marks_texture = gl::make_buffer_texture(gpu.building_marks, GL_R8UI);
    gpu.road_marks = gl::make_buffer(
        GL_TEXTURE_BUFFER, std::span(unmarked).first(std::max<std::size_t>(gpu.roads, 1)));
    gpu.road_marks_texture = gl::make_buffer_texture(gpu.road_marks, GL_R8UI);
    gpu.flows.upload(mesh.flows, mesh.road_count);
    if (const std::string error = gl::take_error(); !error.empty())
        return city::fail("the city does not fit the graphics memory: " + error);
    return gpu;
}

// On all cores, straight to where the driver wants them: one thread that copies leaves the others
// idle.
void GpuCity::set_building_places(const WritePlaces& write) {
    if (buildings == 0) return;
    places.resize(buildings + blocks[0].members.count());
    const std::span<PlaceCode> rows = std::span(places).first(buildings),
                               small = std::span(places).subspan(buildings);
    const gl::Rewrite to_rows(building_places, rows.size()),
        to_small(blocks[0].places, small.size()),
        to_large(blocks[1].places, blocks[1].members.count());
    city::in_chunks(buildings, [&](std::size_t first, std::size_t count) {
        write_codes(write, first, rows.subspan(first, count));
        copy_part(rows, to_rows.values(), first, count);
    });
    // Some tiles at a time: the larger blocks find the smaller ones where they have just been
    // written, and what is read comes in long rows.
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tiles.size(), 16), [&](const auto& range) {
        const auto of_tiles = [&](std::size_t level) {
            const mesh::Range first = tiles[range.begin()].blocks[level],
                              last = tiles[range.end() - 1].blocks[level];
            return std::pair{std::size_t{first.first},
                             std::size_t{last.first + last.count - first.first}};
        };
        const auto [house, houses] = of_tiles(0);
        block_places(blocks[0].members, places, house, small.subspan(house, houses));
        copy_part(small, to_small.values(), house, houses);
        const auto [quarter, quarters] = of_tiles(1);
        block_places(blocks[1].members, places, quarter,
                     to_large.values().subspan(quarter, quarters));
    });
}
void GpuCity::set_road_places(const WritePlaces& write) const {
    if (roads == 0) return;
    const gl::Rewrite rows(road_places, roads);
    city::in_chunks(roads, [&](std::size_t first, std::size_t count) {
        write_codes(write, first, rows.values().subspan(first, count));
    });
}
void GpuCity::set_building_marks(std::span<const std::uint8_t> marks) const {
    if (marks.size() != buildings) return;
    replace(building_marks, marks, buildings);
    std::vector<std::uint8_t> all(marks.begin(), marks.end());
    for (const GpuBlocks& level : blocks) {
        const std::size_t first_block = all.size(), count = level.members.count();
        all.resize(first_block + count);
        const std::span<std::uint8_t> merged = std::span(all).subspan(first_block);
        city::in_chunks(count, [&](std::size_t first, std::size_t some) {
            block_marks(level.members, all, first, merged.subspan(first, some));
        });
        replace(level.marks, merged, count);
    }
}
void GpuCity::set_road_marks(std::span<const std::uint8_t> marks) const {
    replace(road_marks, marks, roads);
}

}  // namespace render
