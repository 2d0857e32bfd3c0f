#include "geo/mesh/city_mesh.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

#include "geo/mesh/areas.h"
#include "geo/mesh/detail_order.h"
#include "geo/mesh/far_tile.h"
#include "geo/mesh/home.h"
#include "geo/mesh/ribbons.h"

namespace mesh {

namespace {

using city::RoadClass;
using glm::vec2;

struct RoadTile {
    std::vector<RoadVertex> vertices;
    std::vector<std::uint32_t> indices;
    Range triangles;
    vec2 low{1e30f}, high{-1e30f};
};

void build_roads(const city::CityModel& city, std::span<const std::uint32_t> rows, RoadTile& out) {
    std::vector<vec2> line;
    std::vector<std::uint8_t> classes;
    for (const std::uint32_t row : rows) {
        line.clear();
        for (const city::MapPoint p : city.roads.lines.line(row)) {
            line.push_back(city.frame.to_local(p));
            out.low = glm::min(out.low, line.back());
            out.high = glm::max(out.high, line.back());
        }
        const RoadClass road_class = city.roads.road_class[row];
        const int level = city.roads.level[row];
        // Bridges lie above; main roads a hand above side roads, so that crossings do not flicker.
        const float z_m = 0.25f + 0.03f * static_cast<float>(static_cast<int>(RoadClass::count_) - static_cast<int>(road_class)) + (level > 0 ? 6.0f : 0.0f);
        const float width_m = road_width_m(road_class, city.roads.lanes[row]);
        add_ribbon(line, width_m, z_m, level < 0 ? row | in_tunnel : row, out.vertices, out.indices);
        classes.resize(out.indices.size() / 3, size_class(width_m));
    }
    sort_from_large(out.indices, 3, classes, out.triangles);
}

// The first point of every row: they lie far apart in memory, so all cores fetch them, once.
template <class FirstOf>
std::vector<vec2> places_of(const city::CityModel& city, std::size_t rows, FirstOf first_of) {
    std::vector<vec2> places(rows);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows, 4096), [&](const auto& some) {
        for (std::size_t row = some.begin(); row < some.end(); ++row) places[row] = city.frame.to_local(first_of(row));
    });
    return places;
}

// A grid of squares over the city, and the rows of each, by the place of a row's first point.
struct Squares {
    vec2 low{0.0f};
    float edge_m = 1.0f;
    int columns = 1, lines = 1;

    std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(lines); }
    std::size_t at(vec2 place) const {
        const vec2 square = (place - low) / edge_m;
        const int x = std::clamp(static_cast<int>(square.x), 0, columns - 1), y = std::clamp(static_cast<int>(square.y), 0, lines - 1);
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
    }
};

TileRows rows_by_square(const Squares& squares, std::span<const vec2> places) {
    const std::size_t rows = places.size();
    TileRows sorted{std::vector<std::uint32_t>(squares.count() + 1), std::vector<std::uint32_t>(rows)};
    std::vector<std::uint32_t> square_of(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        square_of[row] = static_cast<std::uint32_t>(squares.at(places[row]));
        ++sorted.first[square_of[row] + 1];
    }
    for (std::size_t s = 1; s < sorted.first.size(); ++s) sorted.first[s] += sorted.first[s - 1];
    std::vector<std::uint32_t> next = sorted.first;
    for (std::uint32_t row = 0; row < rows; ++row) sorted.rows[next[square_of[row]]++] = row;
    return sorted;
}

template <class T>
std::uint32_t append(std::vector<T>& into, const std::vector<T>& from) {
    const auto first = static_cast<std::uint32_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    return first;
}

// Triangles whose corners come to lie `base` further back; the first of them.
std::uint32_t append_triangles(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from, std::uint32_t base) {
    const auto first = static_cast<std::uint32_t>(into.size() / 3);
    for (const std::uint32_t i : from) into.push_back(base + i);
    return first;
}

void append_blocks(CityMesh& mesh, std::size_t level, const FarTile& part, Tile& tile) {
    BlockMembers& all = mesh.block_members[level];
    const BlockMembers& more = part.block_members[level];
    const auto first_row = static_cast<std::uint32_t>(all.count()), first_member = static_cast<std::uint32_t>(all.rows.size());
    tile.blocks[level] = part.block_ranges[level];
    tile.blocks[level].first = static_cast<std::uint32_t>(mesh.blocks[level].size());
    for (Block block : part.blocks[level]) {
        block.row += first_row;
        mesh.blocks[level].push_back(block);
    }
    for (std::size_t b = 1; b < more.offsets.size(); ++b) all.offsets.push_back(first_member + more.offsets[b]);
    append(all.rows, more.rows);
    append(all.shares, more.shares);
}

// For what most of the memory goes into.
void make_room(CityMesh& mesh, const std::vector<FarTile>& tiles) {
    std::size_t walls = 0, vertices = 0, indices = 0;
    for (const FarTile& tile : tiles) {
        walls += tile.wall_edges.size();
        vertices += tile.roof_vertices.size();
        indices += tile.roof_indices.size();
    }
    mesh.far_walls.reserve(walls);
    mesh.far_roof_vertices.reserve(vertices);
    mesh.far_roof_indices.reserve(indices);
}

void append_tile(CityMesh& mesh, std::span<const std::uint32_t> buildings, const FarTile& far, const RoadTile& roads) {
    Tile tile;
    tile.low = glm::min(far.low, roads.low);
    tile.high = glm::max(far.high, roads.high);
    tile.top_m = far.top_m;
    tile.far_walls = far.walls;
    tile.far_walls.first = append(mesh.far_walls, far.wall_edges);
    tile.far_roof_triangles = far.roof_triangles;
    tile.far_roof_triangles.first = append_triangles(mesh.far_roof_indices, far.roof_indices, append(mesh.far_roof_vertices, far.roof_vertices));
    tile.road_triangles = roads.triangles;
    tile.road_triangles.first = append_triangles(mesh.road_indices, roads.indices, append(mesh.road_vertices, roads.vertices));
    for (std::size_t level = 0; level < block_levels; ++level) append_blocks(mesh, level, far, tile);
    mesh.tile_rows.add(buildings);
    mesh.low = glm::min(mesh.low, tile.low);
    mesh.high = glm::max(mesh.high, tile.high);
    mesh.top_m = std::max(mesh.top_m, tile.top_m);
    mesh.tiles.push_back(tile);
}

}  // namespace

std::uint32_t Range::count_from(float smallest_m) const {
    if (smallest_m <= 0.5f) return count;
    const auto level = static_cast<std::size_t>(std::clamp(std::log2(smallest_m * 2.0f), 0.0f, static_cast<float>(detail_levels - 1)));
    return at_least[level];
}

std::size_t CityMesh::bytes() const {
    return far_walls.size() * sizeof(WallEdge) + far_roof_vertices.size() * sizeof(FarRoofVertex) + (far_roof_indices.size() + road_indices.size() + area_indices.size()) * 4 +
           road_vertices.size() * sizeof(RoadVertex) + area_vertices.size() * sizeof(AreaVertex) + building_heights.size() * sizeof(BuildingHeight) +
           flows.size() * sizeof(FlowSegment) + (blocks[0].size() + blocks[1].size()) * sizeof(Block);
}

CityMesh build_city_mesh(const city::CityModel& city, const city::Progress& progress, float tile_m) {
    CityMesh mesh;
    const city::Buildings& b = city.buildings;
    const std::vector<vec2> places = places_of(city, b.count(), [&](std::size_t i) { return b.footprints.outer(i)[0]; });
    const std::vector<vec2> road_places = places_of(city, city.roads.count(), [&](std::size_t i) { return city.roads.lines.line(i)[0]; });
    if (places.empty() && road_places.empty()) return mesh;
    vec2 low(1e30f), high(-1e30f);
    for (const auto* list : {&places, &road_places})
        for (const vec2 place : *list) {
            low = glm::min(low, place);
            high = glm::max(high, place);
        }
    const vec2 size = high - low;
    // Never more than a few thousand tiles, however far apart the data lies.
    tile_m = std::max(tile_m, std::max(size.x, size.y) / 64.0f);
    const Squares squares{low, tile_m, std::max(1, static_cast<int>(std::ceil(size.x / tile_m))), std::max(1, static_cast<int>(std::ceil(size.y / tile_m)))};
    const TileRows buildings = rows_by_square(squares, places), roads = rows_by_square(squares, road_places);

    std::vector<FarTile> far(squares.count());
    std::vector<RoadTile> road_tiles(squares.count());
    tbb::parallel_for(std::size_t{0}, squares.count(), [&](std::size_t t) {
        if (progress.cancelled()) return;
        FarTileBuilder builder(city, far[t]);
        for (const std::uint32_t row : buildings.of(t)) builder.building(row);
        builder.finish();
        build_roads(city, roads.of(t), road_tiles[t]);
    });
    mesh.building_heights.resize(b.count());
    for (std::size_t i = 0; i < b.count(); ++i) mesh.building_heights[i] = {b.base_m[i], b.height_m[i]};
    mesh.road_count = static_cast<std::uint32_t>(city.roads.count());
    mesh.low = vec2(1e30f);
    mesh.high = vec2(-1e30f);
    make_room(mesh, far);
    for (std::size_t t = 0; t < squares.count(); ++t)
        if (!buildings.of(t).empty() || !road_tiles[t].indices.empty()) append_tile(mesh, buildings.of(t), far[t], road_tiles[t]);
    choose_home(places, mesh);
    add_areas(city, mesh);
    mesh.flows = flow_segments(city.roads, city.frame);
    return mesh;
}

}  // namespace mesh
