#include "render/draw_tiles.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>
#include <utility>

#include "render/texture_units.h"

namespace render {

namespace {

// Metres that count at a tile: what is smaller covers less than `px` pixels from here.
float smallest_metres(const mesh::Tile& tile, const TileView& tiles) {
    const glm::vec3 eye = tiles.view.camera.eye_local();
    const glm::vec2 nearest = glm::clamp(glm::vec2(eye), tile.low, tile.high);
    const float away_m = glm::length(glm::vec3(nearest, std::clamp(eye.z, 0.0f, tile.top_m)) - eye);
    return tiles.smallest_px * 2.0f * away_m * std::tan(0.5f * tiles.view.camera.fov_rad) /
           static_cast<float>(std::max(tiles.view.picture_size_px().y, 1));
}
// Buildings without their near part are drawn as from where blocks begin.
float smallest_building_metres(const GpuCity& city, const mesh::Tile& tile, const TileView& tiles) {
    const float here_m = smallest_metres(tile, tiles);
    return city.has_near() ? here_m : std::max(here_m, mesh::block_level[0].from_m);
}

// What of a tile's buildings is drawn: those with all corners, or, where blocks stand in for small
// ones, the others with the corners that count.
struct TilePart {
    bool far;
    std::uint32_t first, count;
};
TilePart part_of(const GpuCity& city, std::size_t tile, const TileView& tiles,
                 const mesh::Range mesh::NearMesh::Tile::*near,
                 const mesh::Range mesh::Tile::*far) {
    const float smallest_m = smallest_building_metres(city, city.tiles[tile], tiles);
    if (!city.has_near() || (tiles.merged && smallest_m >= mesh::block_level[0].from_m)) {
        const mesh::Range& range = city.tiles[tile].*far;
        return {true, range.first, tiles.low_walls ? range.count : range.count_from(smallest_m)};
    }
    const mesh::Range& range = city.near_tiles[tile].*near;
    return {
        false, range.first,
        range.count_from(tiles.merged ? smallest_m
                                      : std::min(smallest_m, 0.5f * mesh::block_level[0].from_m))};
}

bool sees(const TileView& tiles, const mesh::Tile& tile) {
    return tiles.frustum.sees(glm::vec3(tile.low, 0.0f), glm::vec3(tile.high, tile.top_m));
}

// Visits what is drawn of the tiles that are seen, near parts first; `first` says that the buffers
// are other ones now.
template <class Visit>
void each_part(const GpuCity& city, const TileView& tiles, Detail detail,
               const mesh::Range mesh::NearMesh::Tile::*near, const mesh::Range mesh::Tile::*far,
               Visit visit) {
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

void count_drawn(const TileView& tiles, std::uint64_t triangles, std::uint32_t calls,
                 FrameStatistics& statistics) {
    statistics.triangles += triangles;
    statistics.draw_calls += calls;
    if (tiles.handover != nullptr) tiles.handover->drew(triangles);
}

void draw_triangles(std::uint32_t first, std::uint32_t count, const TileView& tiles,
                    FrameStatistics& statistics) {
    if (count == 0) return;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * count), GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(static_cast<std::size_t>(first) * 12));
    count_drawn(tiles, count, 1, statistics);
}

// What makes the corners of walls and blocks.
void bind_words(const gl::TextureName& words) {
    glActiveTexture(GL_TEXTURE0 + unit::quad_words);
    glBindTexture(GL_TEXTURE_BUFFER, words.get());
    glActiveTexture(GL_TEXTURE0);
}

void draw_quads(const GpuCity& city, std::uint32_t first, std::uint32_t count,
                const TileView& tiles, FrameStatistics& statistics) {
    if (count == 0) return;
    const std::uint32_t calls = city.quads.draw(first, count);
    count_drawn(tiles, 2ull * count, calls, statistics);
}

}  // namespace

void bind_rows(const GpuCity& city, Rows rows) {
    glActiveTexture(GL_TEXTURE0 + unit::heights);
    glBindTexture(GL_TEXTURE_BUFFER, city.heights_texture.get());
    glActiveTexture(GL_TEXTURE0 + unit::row_places);
    glBindTexture(GL_TEXTURE_BUFFER,
                  (rows == Rows::roads ? city.road_texture : city.building_texture).get());
    glActiveTexture(GL_TEXTURE0 + unit::row_marks);
    glBindTexture(
        GL_TEXTURE_BUFFER,
        (rows == Rows::roads ? city.road_marks_texture : city.building_marks_texture).get());
    glActiveTexture(GL_TEXTURE0);
}

void draw_walls(const GpuCity& city, const TileView& tiles, Detail detail,
                FrameStatistics& statistics) {
    city.quads.use();
    each_part(city, tiles, detail, &mesh::NearMesh::Tile::walls, &mesh::Tile::far_walls,
              [&](const GpuBuildings& buildings, const TilePart& part, bool first) {
                  if (first) bind_words(buildings.walls_texture);
                  draw_quads(city, part.first, part.count, tiles, statistics);
                  ++statistics.tiles_drawn;
              });
}

void draw_roofs(const GpuCity& city, const TileView& tiles, Detail detail,
                FrameStatistics& statistics) {
    each_part(city, tiles, detail, &mesh::NearMesh::Tile::roof_triangles,
              &mesh::Tile::far_roof_triangles,
              [&](const GpuBuildings& buildings, const TilePart& part, bool first) {
                  if (first) glBindVertexArray(buildings.roof_array.get());
                  draw_triangles(part.first, part.count, tiles, statistics);
              });
}

void draw_roads(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics) {
    glBindVertexArray(city.road_array.get());
    for (const mesh::Tile& tile : city.tiles) {
        if (tile.road_triangles.count == 0 ||
            !tiles.frustum.sees(glm::vec3(tile.low, -1.0f), glm::vec3(tile.high, 12.0f)))
            continue;
        draw_triangles(tile.road_triangles.first,
                       tile.road_triangles.count_from(smallest_metres(tile, tiles)), tiles,
                       statistics);
    }
}

void draw_blocks(const GpuCity& city, const TileView& tiles, const gl::Program& program,
                 FrameStatistics& statistics) {
    if (!tiles.merged && city.has_near()) return;
    city.quads.use();
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        const GpuBlocks& blocks = city.blocks[level];
        if (blocks.members.count() == 0) continue;
        const float until_m =
            level + 1 < mesh::block_levels ? mesh::block_level[level + 1].from_m : 1e30f;
        glActiveTexture(GL_TEXTURE0 + unit::row_places);
        glBindTexture(GL_TEXTURE_BUFFER, blocks.places_texture.get());
        glActiveTexture(GL_TEXTURE0 + unit::row_marks);
        glBindTexture(GL_TEXTURE_BUFFER, blocks.marks_texture.get());
        bind_words(blocks.boxes_texture);
        for (const bool sides : {false, true}) {
            program.set("sides", sides ? 1 : 0);
            for (const mesh::Tile& tile : city.tiles) {
                const mesh::Range& range = tile.blocks[level];
                if (range.count == 0) continue;
                const float smallest_m = smallest_building_metres(city, tile, tiles);
                if (smallest_m < mesh::block_level[level].from_m || smallest_m >= until_m ||
                    !sees(tiles, tile))
                    continue;
                // The higher ones come first, with the sides that face the eye; of the others the
                // top is enough.
                if (!sides)
                    draw_quads(city, range.first, range.count, tiles, statistics);
                else
                    draw_quads(city, 2 * range.first,
                               2 * (tiles.low_walls ? range.count : range.count_from(smallest_m)),
                               tiles, statistics);
            }
        }
    }
}

void draw_areas(const GpuCity& city, FrameStatistics& statistics) {
    if (city.area_index_count == 0) return;
    glBindVertexArray(city.area_array.get());
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(city.area_index_count), GL_UNSIGNED_INT,
                   nullptr);
    statistics.triangles += city.area_index_count / 3;
    ++statistics.draw_calls;
}

}  // namespace render
