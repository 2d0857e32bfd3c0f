#include "geo/mesh/near_mesh.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "geo/mesh/blocks.h"
#include "geo/mesh/detail_order.h"
#include "geo/mesh/local_footprint.h"
#include "geo/mesh/roofs.h"
#include "geo/mesh/triangulate.h"

namespace mesh {

namespace {

using glm::vec2;

struct Part {
    std::vector<WallEdge> walls;
    std::vector<RoofVertex> roof_vertices;
    std::vector<std::uint32_t> roof_indices;
    NearMesh::Tile tile;
    std::uint32_t unmeshed = 0;
};

class PartBuilder {
  public:
    PartBuilder(const city::CityModel& city, Part& out) : city_(city), out_(out) {}

    void building(std::uint32_t row) {
        const city::Buildings& b = city_.buildings;
        footprint_.take(city_, row);
        const float height_m = b.height_m[row] - b.base_m[row];
        const auto [low, high] = local_box(city_, row);
        const float largest_m =
            largest_part_m(block_candidate(row, low, high, b.height_m[row]).first_level);
        footprint_.each_edge([&](vec2 from, vec2 to) {
            out_.walls.push_back({from.x, from.y, to.x, to.y, row});
            wall_classes_.push_back(size_class(wall_size_m(from, to, height_m, largest_m)));
        });
        roof(row);
        roof_classes_.resize(out_.roof_indices.size() / 3,
                             size_class(std::min(std::sqrt(b.footprint_area_m2[row]), largest_m)));
    }

    void finish() {
        sort_from_large(out_.walls, 1, wall_classes_, out_.tile.walls);
        sort_from_large(out_.roof_indices, 3, roof_classes_, out_.tile.roof_triangles);
    }

  private:
    void roof(std::uint32_t row) {
        const auto first = static_cast<std::uint32_t>(out_.roof_vertices.size());
        const std::vector<vec2>& corners = footprint_.points;
        if (city_.buildings.use[row] == city::BuildingUse::residential_detached &&
            footprint_.ring_count() == 1)
            if (const auto hipped = hipped_roof(corners)) {
                for (const vec2 p : corners) out_.roof_vertices.push_back({p.x, p.y, 0.0f, row});
                for (const vec2 p : hipped->ridge)
                    out_.roof_vertices.push_back({p.x, p.y, hipped->rise_m, row});
                for (std::uint32_t k = 0; k < 4; ++k) {
                    const std::uint32_t a = first + k, b = first + (k + 1) % 4;
                    const auto ridge_a =
                        first + 4 + static_cast<std::uint32_t>(hipped->ridge_of[k]);
                    const auto ridge_b =
                        first + 4 + static_cast<std::uint32_t>(hipped->ridge_of[(k + 1) % 4]);
                    out_.roof_indices.insert(out_.roof_indices.end(), {a, b, ridge_b});
                    if (ridge_a != ridge_b)
                        out_.roof_indices.insert(out_.roof_indices.end(), {a, ridge_b, ridge_a});
                }
                return;
            }
        triangles_.clear();
        if (!triangulate(corners, footprint_.offsets, triangles_)) {
            ++out_.unmeshed;
            return;
        }
        for (const vec2 p : corners) out_.roof_vertices.push_back({p.x, p.y, 0.0f, row});
        for (const std::uint32_t corner : triangles_) out_.roof_indices.push_back(first + corner);
    }

    const city::CityModel& city_;
    Part& out_;
    LocalFootprint footprint_;
    std::vector<std::uint32_t> triangles_;
    std::vector<std::uint8_t> wall_classes_, roof_classes_;
};

}  // namespace

NearMesh build_near_mesh(const city::CityModel& city, const TileRows& tile_rows,
                         const city::Progress& progress) {
    std::vector<Part> parts(tile_rows.count());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t t) {
        if (progress.cancelled()) return;
        PartBuilder builder(city, parts[t]);
        for (const std::uint32_t row : tile_rows.of(t)) builder.building(row);
        builder.finish();
    });
    NearMesh near;
    if (progress.cancelled()) return near;
    struct Place {
        std::size_t wall = 0, vertex = 0, index = 0;
    };
    std::vector<Place> places(parts.size() + 1);
    for (std::size_t t = 0; t < parts.size(); ++t)
        places[t + 1] = {places[t].wall + parts[t].walls.size(),
                         places[t].vertex + parts[t].roof_vertices.size(),
                         places[t].index + parts[t].roof_indices.size()};
    near.walls.resize(places.back().wall);
    near.roof_vertices.resize(places.back().vertex);
    near.roof_indices.resize(places.back().index);
    near.tiles.resize(parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t t) {
        Part& part = parts[t];
        const Place& at = places[t];
        std::copy(part.walls.begin(), part.walls.end(),
                  near.walls.begin() + static_cast<std::ptrdiff_t>(at.wall));
        std::copy(part.roof_vertices.begin(), part.roof_vertices.end(),
                  near.roof_vertices.begin() + static_cast<std::ptrdiff_t>(at.vertex));
        for (std::size_t i = 0; i < part.roof_indices.size(); ++i)
            near.roof_indices[at.index + i] =
                static_cast<std::uint32_t>(at.vertex) + part.roof_indices[i];
        near.tiles[t] = part.tile;
        near.tiles[t].walls.first = static_cast<std::uint32_t>(at.wall);
        near.tiles[t].roof_triangles.first = static_cast<std::uint32_t>(at.index / 3);
        const std::uint32_t unmeshed = part.unmeshed;
        part = {};
        part.unmeshed = unmeshed;
    });
    for (const Part& part : parts) near.unmeshed_roofs += part.unmeshed;
    return near;
}

}  // namespace mesh
