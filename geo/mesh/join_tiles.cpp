#include "geo/mesh/join_tiles.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <glm/common.hpp>

namespace mesh {

namespace {

template <class T>
std::uint32_t append(std::vector<T>& into, const std::vector<T>& from) {
    const auto first = static_cast<std::uint32_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    return first;
}

// The vertices of all parts behind each other in one array, and the triangles that know them by
// number in another; where those of each tile begin goes into `range`.
template <class Vertex, class VerticesOf, class IndicesOf>
void append_triangles(std::vector<Vertex>& vertices, std::vector<std::uint32_t>& indices,
                      const std::vector<TileParts>& parts, std::vector<Tile>& tiles,
                      Range Tile::*range, VerticesOf vertices_of, IndicesOf indices_of) {
    const auto total = [&parts](auto list_of) {
        std::size_t sum = 0;
        for (const TileParts& part : parts) sum += list_of(part).size();
        return sum;
    };
    tbb::parallel_invoke(
        [&] {
            vertices.reserve(total(vertices_of));
            for (const TileParts& part : parts) append(vertices, vertices_of(part));
        },
        [&] {
            indices.reserve(total(indices_of));
            std::uint32_t base = 0;
            for (std::size_t t = 0; t < parts.size(); ++t) {
                (tiles[t].*range).first = static_cast<std::uint32_t>(indices.size() / 3);
                for (const std::uint32_t i : indices_of(parts[t])) indices.push_back(base + i);
                base += static_cast<std::uint32_t>(vertices_of(parts[t]).size());
            }
        });
}

void append_walls(CityMesh& mesh, const std::vector<TileParts>& parts) {
    std::size_t total = 0;
    for (const TileParts& part : parts) total += part.far.wall_edges.size();
    mesh.far_walls.reserve(total);
    for (std::size_t t = 0; t < parts.size(); ++t)
        mesh.tiles[t].far_walls.first = append(mesh.far_walls, parts[t].far.wall_edges);
}

void append_blocks(CityMesh& mesh, std::size_t level, const FarTile& part, Tile& tile) {
    BlockMembers& all = mesh.block_members[level];
    const BlockMembers& more = part.block_members[level];
    const auto first_row = static_cast<std::uint32_t>(all.count()),
               first_member = static_cast<std::uint32_t>(all.rows.size());
    tile.blocks[level].first = static_cast<std::uint32_t>(mesh.blocks[level].size());
    for (Block block : part.blocks[level]) {
        block.row += first_row;
        mesh.blocks[level].push_back(block);
    }
    for (std::size_t b = 1; b < more.offsets.size(); ++b)
        all.offsets.push_back(first_member + more.offsets[b]);
    const auto first_below =
        static_cast<std::uint32_t>(mesh.building_heights.size() + tile.blocks[0].first);
    for (const std::uint32_t row : more.rows)
        all.rows.push_back((row & of_level_below) != 0 ? first_below + (row & ~of_level_below)
                                                       : row);
    append(all.shares, more.shares);
}

}  // namespace

// Every array by itself: what takes time is fetching their memory.
void join_tiles(CityMesh& mesh, const std::vector<TileParts>& parts) {
    mesh.tiles.resize(parts.size());
    for (std::size_t t = 0; t < parts.size(); ++t) {
        const auto& [buildings, far, roads] = parts[t];
        Tile& tile = mesh.tiles[t];
        tile.low = glm::min(far.low, roads.low);
        tile.high = glm::max(far.high, roads.high);
        tile.top_m = far.top_m;
        tile.far_walls = far.walls;
        tile.far_roof_triangles = far.roof_triangles;
        tile.road_triangles = roads.triangles;
        tile.blocks = far.block_ranges;
        mesh.tile_rows.add(buildings);
        mesh.low = glm::min(mesh.low, tile.low);
        mesh.high = glm::max(mesh.high, tile.high);
        mesh.top_m = std::max(mesh.top_m, tile.top_m);
    }
    tbb::parallel_invoke(
        [&] { append_walls(mesh, parts); },
        [&] {
            append_triangles(
                mesh.far_roof_vertices, mesh.far_roof_indices, parts, mesh.tiles,
                &Tile::far_roof_triangles,
                [](const TileParts& p) -> const auto& { return p.far.roof_vertices; },
                [](const TileParts& p) -> const auto& { return p.far.roof_indices; });
        },
        [&] {
            append_triangles(
                mesh.road_vertices, mesh.road_indices, parts, mesh.tiles, &Tile::road_triangles,
                [](const TileParts& p) -> const auto& { return p.roads.vertices; },
                [](const TileParts& p) -> const auto& { return p.roads.indices; });
        },
        [&] {
            for (std::size_t level = 0; level < block_levels; ++level)
                for (std::size_t t = 0; t < parts.size(); ++t)
                    append_blocks(mesh, level, parts[t].far, mesh.tiles[t]);
        });
}

}  // namespace mesh
