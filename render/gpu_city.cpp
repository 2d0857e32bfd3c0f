#include "render/gpu_city.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <utility>

#include "render/block_places.h"
#include "render/color_scale.h"

namespace render {

namespace {

// A texture buffer needs one element at least.
std::vector<float> plain_places(std::size_t count) { return std::vector<float>(std::max<std::size_t>(count, 1), place_plain); }

template <class Value>
void replace(const gl::BufferName& buffer, std::span<const Value> places, std::size_t expected) {
    if (places.size() != expected || places.empty()) return;
    glBindBuffer(GL_TEXTURE_BUFFER, buffer.get());
    // A fresh store each time: the driver keeps the old one for frames still in flight, nobody waits.
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(places.size_bytes()), places.data(), GL_STREAM_DRAW);
}

// Metres that count at a tile: what is smaller covers less than `px` pixels from here.
float smallest_metres(const mesh::Tile& tile, const TileView& tiles) {
    const glm::vec3 eye = tiles.view.camera.eye_local();
    const glm::vec2 nearest = glm::clamp(glm::vec2(eye), tile.low, tile.high);
    const float away_m = glm::length(glm::vec3(nearest, std::clamp(eye.z, 0.0f, tile.top_m)) - eye);
    return tiles.smallest_px * 2.0f * away_m * std::tan(0.5f * tiles.view.camera.fov_rad) / static_cast<float>(std::max(tiles.view.picture_size_px().y, 1));
}
// Buildings without their near part are drawn as from where blocks begin.
float smallest_building_metres(const GpuCity& city, const mesh::Tile& tile, const TileView& tiles) {
    const float here_m = smallest_metres(tile, tiles);
    return city.has_near() ? here_m : std::max(here_m, mesh::block_level[0].from_m);
}

// What of a tile's buildings is drawn: those with all corners, or, where blocks stand in for small ones, the others with
// the corners that count.
struct TilePart {
    bool far;
    std::uint32_t first, count;
};
TilePart part_of(const GpuCity& city, std::size_t tile, const TileView& tiles, const mesh::Range mesh::NearMesh::Tile::* near, const mesh::Range mesh::Tile::* far) {
    const float smallest_m = smallest_building_metres(city, city.tiles[tile], tiles);
    if (!city.has_near() || (tiles.merged && smallest_m >= mesh::block_level[0].from_m)) {
        const mesh::Range& range = city.tiles[tile].*far;
        return {true, range.first, tiles.low_walls ? range.count : range.count_from(smallest_m)};
    }
    const mesh::Range& range = city.near_tiles[tile].*near;
    return {false, range.first, range.count_from(tiles.merged ? smallest_m : std::min(smallest_m, 0.5f * mesh::block_level[0].from_m))};
}

bool sees(const TileView& tiles, const mesh::Tile& tile) { return tiles.frustum.sees(glm::vec3(tile.low, 0.0f), glm::vec3(tile.high, tile.top_m)); }

// Visits what is drawn of the tiles that are seen, near parts first; `first` says that the buffers are other ones now.
template <class Visit>
void each_part(const GpuCity& city, const TileView& tiles, Detail detail, const mesh::Range mesh::NearMesh::Tile::* near, const mesh::Range mesh::Tile::* far, Visit visit) {
    for (const bool of_far : {false, true}) {
        if (detail != Detail::any && of_far != (detail == Detail::far)) continue;
        bool first = true;
        for (std::size_t t = 0; t < city.tiles.size(); ++t) {
            if (!sees(tiles, city.tiles[t])) continue;
            const TilePart part = part_of(city, t, tiles, near, far);
            if (part.count == 0 || part.far != of_far) continue;
            visit(of_far ? city.far : city.near, part, std::exchange(first, false));
        }
    }
}

void draw_triangles(std::uint32_t first, std::uint32_t count, FrameStatistics& statistics) {
    if (count == 0) return;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * count), GL_UNSIGNED_INT, reinterpret_cast<const void*>(static_cast<std::size_t>(first) * 12));
    statistics.triangles += count;
    ++statistics.draw_calls;
}

void draw_some_blocks(std::uint32_t first, std::uint32_t count, bool sides, FrameStatistics& statistics) {
    if (count == 0) return;
    const std::size_t offset = static_cast<std::size_t>(first) * sizeof(mesh::Block);
    gl::attribute(0, 4, sizeof(mesh::Block), offset);
    gl::attribute(1, 1, sizeof(mesh::Block), offset + 16);
    gl::attribute(2, 1, sizeof(mesh::Block), offset + 20, true);
    for (const std::uint32_t place : {0u, 1u, 2u}) glVertexAttribDivisor(place, 1);
    if (sides) glDrawArraysInstanced(GL_TRIANGLES, 0, 18, static_cast<GLsizei>(count));
    else glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
    statistics.triangles += (sides ? 6ull : 2ull) * count;
    ++statistics.draw_calls;
}

}  // namespace

GpuBuildings GpuBuildings::make_room_for(const mesh::NearMesh& mesh) {
    GpuBuildings gpu;
    gpu.wall_array = gl::make_vertex_array();
    gpu.walls = gl::make_room(GL_ARRAY_BUFFER, std::as_bytes(std::span(mesh.walls)).size());
    gpu.roof_array = gl::make_vertex_array();
    gpu.roof_vertices = gl::make_room(GL_ARRAY_BUFFER, std::as_bytes(std::span(mesh.roof_vertices)).size());
    gl::attribute(0, 3, sizeof(mesh::RoofVertex), 0);
    gl::attribute(1, 1, sizeof(mesh::RoofVertex), 12, true);
    gpu.roof_indices = gl::make_room(GL_ELEMENT_ARRAY_BUFFER, std::as_bytes(std::span(mesh.roof_indices)).size());
    glBindVertexArray(0);
    return gpu;
}

std::size_t GpuBuildings::write(const mesh::NearMesh& mesh, std::size_t first, std::size_t most) const {
    std::size_t written = 0, begin = 0;
    for (const auto& [buffer, bytes] : {std::pair{&walls, std::as_bytes(std::span(mesh.walls))}, {&roof_vertices, std::as_bytes(std::span(mesh.roof_vertices))}, {&roof_indices, std::as_bytes(std::span(mesh.roof_indices))}}) {
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
    gpu.wall_array = gl::make_vertex_array();
    gpu.walls = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.far_walls));
    gpu.roof_array = gl::make_vertex_array();
    gpu.roof_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.far_roof_vertices));
    gl::attribute(0, 2, sizeof(mesh::FarRoofVertex), 0);
    gl::attribute(1, 1, sizeof(mesh::FarRoofVertex), 12, true);
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 2, GL_SHORT, GL_TRUE, sizeof(mesh::FarRoofVertex), reinterpret_cast<const void*>(std::size_t{8}));
    gpu.roof_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.far_roof_indices));
    glBindVertexArray(0);
    return gpu;
}

city::Result<bool> GpuCity::upload_near(const mesh::NearMesh& mesh, std::size_t most_bytes) {
    if (mesh.tiles.size() != tiles.size()) return city::fail("the near part belongs to another city");
    if (near_written == 0) near = GpuBuildings::make_room_for(mesh);
    near_written += near.write(mesh, near_written, most_bytes);
    if (const std::string error = gl::take_error(); !error.empty()) {
        near = {};
        near_written = 0;
        return city::fail("the city's buildings do not all fit the graphics memory, near ones stay coarse: " + error);
    }
    if (near_written < mesh.bytes()) return false;
    near_tiles = mesh.tiles;
    bytes += mesh.bytes();
    return true;
}

city::Result<GpuCity> GpuCity::upload(const mesh::CityMesh& mesh, std::size_t largest_texture_buffer) {
    using gl::attribute;
    if (std::max<std::size_t>(mesh.building_heights.size(), mesh.road_count) > largest_texture_buffer)
        return city::fail("this graphics driver shows at most " + std::to_string(largest_texture_buffer) + " buildings");
    GpuCity gpu;
    gpu.tiles = mesh.tiles;
    gpu.buildings = mesh.building_heights.size();
    gpu.roads = mesh.road_count;
    gpu.low = mesh.low;
    gpu.high = mesh.high;
    gpu.top_m = mesh.top_m;
    gpu.area_index_count = mesh.area_indices.size();
    gpu.bytes = mesh.bytes() + 5 * (gpu.buildings + gpu.roads);

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
    gpu.heights = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const mesh::BuildingHeight>(heights));
    gpu.heights_texture = gl::make_buffer_texture(gpu.heights, GL_RG32F);
    const std::vector<float> building_places = plain_places(gpu.buildings), road_places = plain_places(gpu.roads);
    gpu.building_places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(building_places));
    gpu.building_texture = gl::make_buffer_texture(gpu.building_places, GL_R32F);
    gpu.road_places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(road_places));
    gpu.road_texture = gl::make_buffer_texture(gpu.road_places, GL_R32F);
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        GpuBlocks& blocks = gpu.blocks[level];
        blocks.members = mesh.block_members[level];
        blocks.array = gl::make_vertex_array();
        blocks.boxes = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.blocks[level]));
        glBindVertexArray(0);
        const std::vector<float> places = plain_places(blocks.members.count());
        blocks.places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(places));
        blocks.places_texture = gl::make_buffer_texture(blocks.places, GL_R32F);
        const std::vector<std::uint8_t> no_marks(std::max<std::size_t>(blocks.members.count(), 1), 0);
        blocks.marks = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const std::uint8_t>(no_marks));
        blocks.marks_texture = gl::make_buffer_texture(blocks.marks, GL_R8UI);
        gpu.bytes += 5 * blocks.members.count();
    }
    const std::vector<std::uint8_t> unmarked(std::max<std::size_t>({gpu.buildings, gpu.roads, 1}), 0);
    gpu.building_marks = gl::make_buffer(GL_TEXTURE_BUFFER, std::span(unmarked).first(std::max<std::size_t>(gpu.buildings, 1)));
    gpu.building_marks_texture = gl::make_buffer_texture(gpu.building_marks, GL_R8UI);
    gpu.road_marks = gl::make_buffer(GL_TEXTURE_BUFFER, std::span(unmarked).first(std::max<std::size_t>(gpu.roads, 1)));
    gpu.road_marks_texture = gl::make_buffer_texture(gpu.road_marks, GL_R8UI);
    gpu.flows.upload(mesh.flows, mesh.road_count);
    if (const std::string error = gl::take_error(); !error.empty()) return city::fail("the city does not fit the graphics memory: " + error);
    return gpu;
}

void GpuCity::set_building_places(std::span<const float> places) const {
    if (places.size() != buildings) return;
    replace(building_places, places, buildings);
    std::vector<float> merged;
    for (const GpuBlocks& level : blocks) {
        if (level.members.count() == 0) continue;
        block_places(level.members, places, merged);
        replace(level.places, std::span<const float>(merged), merged.size());
    }
}
void GpuCity::set_road_places(std::span<const float> places) const { replace(road_places, places, roads); }
void GpuCity::set_building_marks(std::span<const std::uint8_t> marks) const {
    if (marks.size() != buildings) return;
    replace(building_marks, marks, buildings);
    std::vector<std::uint8_t> merged;
    for (const GpuBlocks& level : blocks) {
        if (level.members.count() == 0) continue;
        block_marks(level.members, marks, merged);
        replace(level.marks, std::span<const std::uint8_t>(merged), merged.size());
    }
}
void GpuCity::set_road_marks(std::span<const std::uint8_t> marks) const { replace(road_marks, marks, roads); }

void bind_rows(const GpuCity& city, Rows rows) {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, city.heights_texture.get());
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_BUFFER, (rows == Rows::roads ? city.road_texture : city.building_texture).get());
    glActiveTexture(GL_TEXTURE5);
    glBindTexture(GL_TEXTURE_BUFFER, (rows == Rows::roads ? city.road_marks_texture : city.building_marks_texture).get());
    glActiveTexture(GL_TEXTURE0);
}

void draw_walls(const GpuCity& city, const TileView& tiles, Detail detail, FrameStatistics& statistics) {
    each_part(city, tiles, detail, &mesh::NearMesh::Tile::walls, &mesh::Tile::far_walls, [&](const GpuBuildings& buildings, const TilePart& part, bool first) {
        if (first) {
            glBindVertexArray(buildings.wall_array.get());
            glBindBuffer(GL_ARRAY_BUFFER, buildings.walls.get());
        }
        // GL 4.1 has no base instance: the pointer itself moves.
        const std::size_t offset = static_cast<std::size_t>(part.first) * sizeof(mesh::WallEdge);
        gl::attribute(0, 4, sizeof(mesh::WallEdge), offset);
        gl::attribute(1, 1, sizeof(mesh::WallEdge), offset + 16, true);
        glVertexAttribDivisor(0, 1);
        glVertexAttribDivisor(1, 1);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(part.count));
        statistics.triangles += 2ull * part.count;
        ++statistics.draw_calls;
        ++statistics.tiles_drawn;
    });
}

void draw_roofs(const GpuCity& city, const TileView& tiles, Detail detail, FrameStatistics& statistics) {
    each_part(city, tiles, detail, &mesh::NearMesh::Tile::roof_triangles, &mesh::Tile::far_roof_triangles, [&](const GpuBuildings& buildings, const TilePart& part, bool first) {
        if (first) glBindVertexArray(buildings.roof_array.get());
        draw_triangles(part.first, part.count, statistics);
    });
}

void draw_roads(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics) {
    glBindVertexArray(city.road_array.get());
    for (const mesh::Tile& tile : city.tiles) {
        if (tile.road_triangles.count == 0 || !tiles.frustum.sees(glm::vec3(tile.low, -1.0f), glm::vec3(tile.high, 12.0f))) continue;
        draw_triangles(tile.road_triangles.first, tile.road_triangles.count_from(smallest_metres(tile, tiles)), statistics);
    }
}

void draw_blocks(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics) {
    if (!tiles.merged && city.has_near()) return;
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        const GpuBlocks& blocks = city.blocks[level];
        if (blocks.members.count() == 0) continue;
        const float until_m = level + 1 < mesh::block_levels ? mesh::block_level[level + 1].from_m : 1e30f;
        bool bound = false;
        for (const mesh::Tile& tile : city.tiles) {
            const mesh::Range& range = tile.blocks[level];
            if (range.count == 0) continue;
            const float smallest_m = smallest_building_metres(city, tile, tiles);
            if (smallest_m < mesh::block_level[level].from_m || smallest_m >= until_m) continue;
            if (!sees(tiles, tile)) continue;
            if (!bound) {
                bound = true;
                glActiveTexture(GL_TEXTURE1);
                glBindTexture(GL_TEXTURE_BUFFER, blocks.places_texture.get());
                glActiveTexture(GL_TEXTURE5);
                glBindTexture(GL_TEXTURE_BUFFER, blocks.marks_texture.get());
                glActiveTexture(GL_TEXTURE0);
                glBindVertexArray(blocks.array.get());
                glBindBuffer(GL_ARRAY_BUFFER, blocks.boxes.get());
            }
            // The higher ones come first, with the sides that face the eye; of the others the top is enough.
            const std::uint32_t with_sides = tiles.low_walls ? range.count : range.count_from(smallest_m);
            draw_some_blocks(range.first, with_sides, true, statistics);
            draw_some_blocks(range.first + with_sides, range.count - with_sides, false, statistics);
        }
    }
}

void draw_areas(const GpuCity& city, FrameStatistics& statistics) {
    if (city.area_index_count == 0) return;
    glBindVertexArray(city.area_array.get());
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(city.area_index_count), GL_UNSIGNED_INT, nullptr);
    statistics.triangles += city.area_index_count / 3;
    ++statistics.draw_calls;
}

}  // namespace render
