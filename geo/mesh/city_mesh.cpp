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
#include "geo/mesh/join_tiles.h"
#include "geo/mesh/ribbons.h"

namespace mesh {

namespace {

using city::RoadClass;
using glm::vec2;

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
        const float z_m = 0.25f +
                          0.03f * static_cast<float>(static_cast<int>(RoadClass::count_) -
                                                     static_cast<int>(road_class)) +
                          (level > 0 ? 6.0f : 0.0f);
        const float width_m = road_width_m(road_class, city.roads.lanes[row]);
        add_ribbon(line, width_m, z_m, level < 0 ? row | in_tunnel : row, out.vertices,
                   out.indices);
        classes.resize(out.indices.size() / 3, size_class(width_m));
    }
    sort_from_large(out.indices, 3, classes, out.triangles);
}

// The first point of every row: they lie far apart in memory, so all cores fetch them, once.
template <class FirstOf>
std::vector<vec2> places_of(const city::CityModel& city, std::size_t rows, FirstOf first_of) {
    std::vector<vec2> places(rows);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows, 4096), [&](const auto& some) {
        for (std::size_t row = some.begin(); row < some.end(); ++row)
            places[row] = city.frame.to_local(first_of(row));
    });
    return places;
}

// A grid of squares over the city, and the rows of each, by the place of a row's first point.
struct Squares {
    vec2 low{0.0f};
    float edge_m = 1.0f;
    int columns = 1, lines = 1;

    std::size_t count() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(lines);
    }
    std::size_t at(vec2 place) const {
        const vec2 square = (place - low) / edge_m;
        const int x = std::clamp(static_cast<int>(square.x), 0, columns - 1),
                  y = std::clamp(static_cast<int>(square.y), 0, lines - 1);
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x);
    }
};

TileRows rows_by_square(const Squares& squares, std::span<const vec2> places) {
    const std::size_t rows = places.size();
    TileRows sorted{std::vector<std::uint32_t>(squares.count() + 1),
                    std::vector<std::uint32_t>(rows)};
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

}  // namespace

std::uint32_t Range::count_from(float smallest_m) const {
    if (smallest_m <= 0.5f) return count;
    const auto level = static_cast<std::size_t>(
        std::clamp(std::log2(smallest_m * 2.0f), 0.0f, static_cast<float>(detail_levels - 1)));
    return at_least[level];
}

std::size_t CityMesh::bytes() const {
    return far_walls.size() * sizeof(WallEdge) + far_roof_vertices.size() * sizeof(FarRoofVertex) +
           (far_roof_indices.size() + road_indices.size() + area_indices.size()) * 4 +
           road_vertices.size() * sizeof(RoadVertex) + area_vertices.size() * sizeof(AreaVertex) +
           building_heights.size() * sizeof(BuildingHeight) + flows.size() * sizeof(FlowSegment) +
           (blocks[0].size() + blocks[1].size()) * sizeof(Block);
}

CityMesh build_city_mesh(const city::CityModel& city, const city::Progress& progress,
                         float tile_m) {
    CityMesh mesh;
    const city::Buildings& b = city.buildings;
    const std::vector<vec2> places =
        places_of(city, b.count(), [&](std::size_t i) { return b.footprints.outer(i)[0]; });
    const std::vector<vec2> road_places = places_of(
        city, city.roads.count(), [&](std::size_t i) { return city.roads.lines.line(i)[0]; });
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
    const Squares squares{low, tile_m, std::max(1, static_cast<int>(std::ceil(size.x / tile_m))),
                          std::max(1, static_cast<int>(std::ceil(size.y / tile_m)))};
    const TileRows buildings = rows_by_square(squares, places),
                   roads = rows_by_square(squares, road_places);

    std::vector<TileParts> parts(squares.count());
    tbb::parallel_for(std::size_t{0}, squares.count(), [&](std::size_t t) {
        if (progress.cancelled()) return;
        parts[t].buildings = buildings.of(t);
        FarTileBuilder builder(city, parts[t].far);
        for (const std::uint32_t row : buildings.of(t)) builder.building(row);
        builder.finish();
        build_roads(city, roads.of(t), parts[t].roads);
    });
    std::erase_if(parts, [](const TileParts& part) {
        return part.buildings.empty() && part.roads.indices.empty();
    });
    mesh.building_heights.resize(b.count());
    for (std::size_t i = 0; i < b.count(); ++i)
        mesh.building_heights[i] = {b.base_m[i], b.height_m[i]};
    mesh.road_count = static_cast<std::uint32_t>(city.roads.count());
    mesh.low = vec2(1e30f);
    mesh.high = vec2(-1e30f);
    join_tiles(mesh, parts);
    choose_home(places, mesh);
    add_areas(city, mesh);
    mesh.flows = flow_segments(city.roads, city.frame);
    return mesh;
}

}  // namespace mesh
