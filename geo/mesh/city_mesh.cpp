#include "geo/mesh/city_mesh.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "geo/mesh/ribbons.h"
#include "geo/mesh/roofs.h"
#include "geo/mesh/simplify.h"
#include "geo/mesh/triangulate.h"

namespace mesh {

namespace {

using city::RoadClass;
using glm::vec2;

struct TileMesh {
    std::vector<WallEdge> walls;
    std::vector<RoofVertex> roof_vertices;
    std::vector<std::uint32_t> roof_indices, far_roof_indices;
    std::vector<RoadVertex> road_vertices;
    std::vector<std::uint32_t> road_indices;
    std::array<std::vector<Block>, block_levels> blocks;
    std::array<BlockMembers, block_levels> block_members;
    Tile tile;
    std::uint32_t unmeshed = 0;
};

// -1 for less than half a metre, else the k of Range::at_least.
int level_of(float size_m) { return size_m < 0.5f ? -1 : std::min(std::ilogb(2.0f * size_m), static_cast<int>(detail_levels) - 1); }

// From large to small by level, in the order they were within one: a counting sort, since only the levels matter.
// Returns the rows in their new order and fills the counts of `range`.
template <class SizeOf>
std::vector<std::uint32_t> sort_by_level(Range& range, std::uint32_t count, SizeOf size_of) {
    constexpr int buckets = static_cast<int>(detail_levels) + 1;
    std::vector<std::uint8_t> bucket(count);  // 0 holds the largest
    std::array<std::uint32_t, buckets + 1> first{};
    for (std::uint32_t i = 0; i < count; ++i) {
        bucket[i] = static_cast<std::uint8_t>(static_cast<int>(detail_levels) - 1 - level_of(size_of(i)));
        ++first[bucket[i] + 1u];
    }
    for (std::size_t b = 1; b < first.size(); ++b) first[b] += first[b - 1];
    range.count = count;
    for (std::size_t level = 0; level < detail_levels; ++level) range.at_least[level] = first[detail_levels - level];
    std::vector<std::uint32_t> order(count);
    for (std::uint32_t i = 0; i < count; ++i) order[first[bucket[i]]++] = i;
    return order;
}

void grow(Tile& tile, vec2 p) {
    tile.low = glm::min(tile.low, p);
    tile.high = glm::max(tile.high, p);
}

class TileBuilder {
  public:
    TileBuilder(const city::CityModel& city, TileMesh& out) : city_(city), out_(out) {}

    void building(std::uint32_t row) {
        const city::Rings& rings = city_.buildings.footprints;
        points_.clear();
        offsets_.assign(1, 0);
        for (std::uint32_t r = rings.polygon_offsets[row]; r < rings.polygon_offsets[row + 1]; ++r) {
            for (const city::MapPoint p : rings.ring(r)) points_.push_back(city_.frame.to_local(p));
            offsets_.push_back(static_cast<std::uint32_t>(points_.size()));
        }
        for (std::size_t r = 0; r + 1 < offsets_.size(); ++r) {
            const std::uint32_t begin = offsets_[r], end = offsets_[r + 1];
            for (std::uint32_t i = begin; i < end; ++i) {
                const vec2 a = points_[i], b = points_[i + 1 == end ? begin : i + 1];
                out_.walls.push_back({a.x, a.y, b.x, b.y, row});
                grow(out_.tile, a);
            }
        }
        out_.tile.top_m = std::max(out_.tile.top_m, city_.buildings.height_m[row] + 4.0f);
        candidates_.push_back(block_candidate(row, std::span(points_).first(offsets_[1]), city_.buildings.height_m[row]));
        roof(row);
    }

    void road(std::uint32_t row) {
        line_.clear();
        for (const city::MapPoint p : city_.roads.lines.line(row)) {
            line_.push_back(city_.frame.to_local(p));
            grow(out_.tile, line_.back());
        }
        const RoadClass road_class = city_.roads.road_class[row];
        const int level = city_.roads.level[row];
        // Bridges lie above; main roads a hand above side roads, so that crossings do not flicker.
        const float z_m = 0.25f + 0.03f * static_cast<float>(static_cast<int>(RoadClass::count_) - static_cast<int>(road_class)) + (level > 0 ? 6.0f : 0.0f);
        add_ribbon(line_, road_width_m(road_class, city_.roads.lanes[row]), z_m, level < 0 ? row | in_tunnel : row, out_.road_vertices, out_.road_indices);
    }

    void finish() {
        // From large to small, see Range. A wall is as large as the longer of its edge and its height.
        const auto walls = sort_by_level(out_.tile.walls, static_cast<std::uint32_t>(out_.walls.size()), [&](std::uint32_t i) { return wall_size(out_.walls[i]); });
        std::vector<WallEdge> sorted(walls.size());
        for (std::size_t i = 0; i < walls.size(); ++i) sorted[i] = out_.walls[walls[i]];
        out_.walls = std::move(sorted);
        const auto& b = city_.buildings;
        const auto roof_size = [&](std::uint32_t corner) {
            const std::uint32_t row = out_.roof_vertices[corner].building;
            return std::min(std::sqrt(b.footprint_area_m2[row]), largest_part_of(row));
        };
        sort_triangles(out_.tile.roof_triangles, out_.roof_indices, roof_size);
        sort_triangles(out_.tile.far_roof_triangles, out_.far_roof_indices, roof_size);
        sort_triangles(out_.tile.road_triangles, out_.road_indices, [&](std::uint32_t corner) {
            const std::uint32_t road = out_.road_vertices[corner].road & ~in_tunnel;
            return road_width_m(city_.roads.road_class[road], city_.roads.lanes[road]);
        });
        for (std::size_t level = 0; level < block_levels; ++level) add_blocks(candidates_, b.height_m, b.footprint_area_m2, level, out_.blocks[level], out_.block_members[level]);
    }

  private:
    float wall_size(const WallEdge& wall) const {
        const float height_m = city_.buildings.height_m[wall.building] - city_.buildings.base_m[wall.building];
        const float length_m = std::hypot(wall.x1 - wall.x0, wall.y1 - wall.y0);
        // Thin slices of a curved wall are judged by their length, or a round tower would lose no wall ever.
        return std::min({length_m * 1.5f, std::max(length_m, height_m), largest_part_of(wall.building)});
    }

    // Walls and roofs come building by building, in the order of `candidates_`.
    float largest_part_of(std::uint32_t row) const {
        if (asked_ >= candidates_.size() || candidates_[asked_].row > row) asked_ = 0;
        while (candidates_[asked_].row != row) ++asked_;
        return largest_part_m(candidates_[asked_].first_level);
    }

    template <class SizeOf>
    static void sort_triangles(Range& range, std::vector<std::uint32_t>& indices, SizeOf size_of_corner) {
        const auto order = sort_by_level(range, static_cast<std::uint32_t>(indices.size() / 3), [&](std::uint32_t t) { return size_of_corner(indices[3 * t]); });
        std::vector<std::uint32_t> sorted;
        sorted.reserve(indices.size());
        for (const std::uint32_t t : order) sorted.insert(sorted.end(), indices.begin() + 3 * t, indices.begin() + 3 * t + 3);
        indices = std::move(sorted);
    }

    void roof(std::uint32_t row) {
        const auto first = static_cast<std::uint32_t>(out_.roof_vertices.size());
        const city::BuildingUse use = city_.buildings.use[row];
        const bool house = use == city::BuildingUse::residential_detached;
        if (house && offsets_.size() == 2)
            if (const auto hipped = hipped_roof(points_)) {
                for (const vec2 p : points_) out_.roof_vertices.push_back({p.x, p.y, 0.0f, row});
                for (const vec2 p : hipped->ridge) out_.roof_vertices.push_back({p.x, p.y, hipped->rise_m, row});
                for (std::uint32_t k = 0; k < 4; ++k) {
                    const std::uint32_t a = first + k, b = first + (k + 1) % 4;
                    const auto ridge_a = first + 4 + static_cast<std::uint32_t>(hipped->ridge_of[k]);
                    const auto ridge_b = first + 4 + static_cast<std::uint32_t>(hipped->ridge_of[(k + 1) % 4]);
                    out_.roof_indices.insert(out_.roof_indices.end(), {a, b, ridge_b});
                    if (ridge_a != ridge_b) out_.roof_indices.insert(out_.roof_indices.end(), {a, ridge_b, ridge_a});
                }
                return;
            }
        triangles_.clear();
        if (!triangulate(points_, offsets_, triangles_)) {
            ++out_.unmeshed;
            return;
        }
        for (const vec2 p : points_) out_.roof_vertices.push_back({p.x, p.y, 0.0f, row});
        for (const std::uint32_t corner : triangles_) out_.roof_indices.push_back(first + corner);
        if (candidates_.back().first_level > 0) far_roof(first);
    }

    // The roof over the corners that a third of a pixel would miss, where this tile is drawn with blocks. They are
    // corners of the roof that is there already.
    void far_roof(std::uint32_t first) {
        constexpr float tolerance_m = 0.5f * block_level[0].from_m;
        far_points_.clear();
        far_corners_.clear();
        far_offsets_.assign(1, 0);
        for (std::size_t r = 0; r + 1 < offsets_.size(); ++r) {
            kept_corners(std::span(points_).subspan(offsets_[r], offsets_[r + 1] - offsets_[r]), tolerance_m, kept_);
            if (kept_.empty()) continue;
            for (const std::uint32_t k : kept_) {
                far_corners_.push_back(offsets_[r] + k);
                far_points_.push_back(points_[offsets_[r] + k]);
            }
            far_offsets_.push_back(static_cast<std::uint32_t>(far_points_.size()));
        }
        far_triangles_.clear();
        // Where an outline crosses itself once it has fewer corners, the whole roof stays.
        if (far_points_.size() + 2 >= points_.size() || far_offsets_.size() < 2 || !triangulate(far_points_, far_offsets_, far_triangles_)) {
            for (const std::uint32_t corner : triangles_) out_.far_roof_indices.push_back(first + corner);
            return;
        }
        for (const std::uint32_t corner : far_triangles_) out_.far_roof_indices.push_back(first + far_corners_[corner]);
    }

    const city::CityModel& city_;
    TileMesh& out_;
    std::vector<vec2> points_, line_;
    std::vector<std::uint32_t> offsets_, triangles_;
    std::vector<vec2> far_points_;
    std::vector<std::uint32_t> far_offsets_, far_corners_, far_triangles_, kept_;
    std::vector<BlockCandidate> candidates_;  // one per building, rows ascending
    mutable std::size_t asked_ = 0;
};

void mesh_areas(const city::CityModel& city, CityMesh& mesh) {
    std::vector<vec2> points;
    std::vector<std::uint32_t> offsets, triangles;
    // Land use first, water and parks over it.
    for (const int pass : {0, 1})
        for (std::size_t a = 0; a < city.areas.count(); ++a) {
            const bool over = city.areas.kind[a] == city::AreaKind::water || city.areas.kind[a] == city::AreaKind::park;
            if (over != (pass == 1)) continue;
            points.clear();
            triangles.clear();
            offsets.assign(1, 0);
            const city::Rings& rings = city.areas.polygons;
            for (std::uint32_t r = rings.polygon_offsets[a]; r < rings.polygon_offsets[a + 1]; ++r) {
                for (const city::MapPoint p : rings.ring(r)) points.push_back(city.frame.to_local(p));
                offsets.push_back(static_cast<std::uint32_t>(points.size()));
            }
            if (!triangulate(points, offsets, triangles)) continue;
            const auto first = static_cast<std::uint32_t>(mesh.area_vertices.size());
            for (const vec2 p : points) mesh.area_vertices.push_back({p.x, p.y, static_cast<std::uint32_t>(city.areas.kind[a])});
            for (const std::uint32_t corner : triangles) mesh.area_indices.push_back(first + corner);
        }
}

// The rows of each tile, by the place of a row's first point.
template <class PointOf>
std::vector<std::vector<std::uint32_t>> rows_by_tile(std::size_t rows, PointOf point_of, vec2 low, float tile_m, int columns, int lines) {
    std::vector<std::vector<std::uint32_t>> tiles(static_cast<std::size_t>(columns) * static_cast<std::size_t>(lines));
    for (std::uint32_t row = 0; row < rows; ++row) {
        const vec2 at = (point_of(row) - low) / tile_m;
        const int x = std::clamp(static_cast<int>(at.x), 0, columns - 1), y = std::clamp(static_cast<int>(at.y), 0, lines - 1);
        tiles[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)].push_back(row);
    }
    return tiles;
}

void choose_home(const city::CityModel& city, CityMesh& mesh) {
    mesh.home_low = mesh.low;
    mesh.home_high = mesh.high;
    const std::size_t count = city.buildings.count();
    if (count < 2) return;
    std::vector<float> xs(count), ys(count);
    for (std::size_t i = 0; i < count; ++i) {
        const vec2 p = city.frame.to_local(city.buildings.footprints.outer(i)[0]);
        xs[i] = p.x;
        ys[i] = p.y;
    }
    const auto at = [](std::vector<float>& values, double share) {
        const auto k = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + k, values.end());
        return values[static_cast<std::size_t>(k)];
    };
    constexpr float margin_m = 40.0f;
    mesh.home_low = vec2(at(xs, 0.01), at(ys, 0.01)) - margin_m;
    mesh.home_high = vec2(at(xs, 0.99), at(ys, 0.99)) + margin_m;
    const vec2 size = mesh.home_high - mesh.home_low;
    constexpr float sparsest_m2_per_building = 200'000.0f;
    if (size.x * size.y < sparsest_m2_per_building * static_cast<float>(count)) return;
    const auto densest = std::max_element(mesh.tiles.begin(), mesh.tiles.end(), [](const Tile& a, const Tile& b) { return a.walls.count < b.walls.count; });
    const vec2 middle = 0.5f * (densest->low + densest->high);
    const vec2 half = glm::max(0.5f * (densest->high - densest->low), vec2(150.0f));
    mesh.home_low = middle - half;
    mesh.home_high = middle + half;
}

template <class T>
std::uint32_t append(std::vector<T>& into, const std::vector<T>& from) {
    const auto first = static_cast<std::uint32_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    return first;
}

void append_blocks(CityMesh& mesh, std::size_t level, const TileMesh& part, Tile& tile) {
    BlockMembers& all = mesh.block_members[level];
    const BlockMembers& more = part.block_members[level];
    const auto first_row = static_cast<std::uint32_t>(all.count()), first_member = static_cast<std::uint32_t>(all.rows.size());
    tile.blocks[level] = {static_cast<std::uint32_t>(mesh.blocks[level].size()), static_cast<std::uint32_t>(part.blocks[level].size())};
    for (Block block : part.blocks[level]) {
        block.row += first_row;
        mesh.blocks[level].push_back(block);
    }
    for (std::size_t b = 1; b < more.offsets.size(); ++b) all.offsets.push_back(first_member + more.offsets[b]);
    append(all.rows, more.rows);
    append(all.weights, more.weights);
}

}  // namespace

std::uint32_t Range::count_from(float smallest_m) const {
    if (smallest_m <= 0.5f) return count;
    const auto level = static_cast<std::size_t>(std::clamp(std::log2(smallest_m * 2.0f), 0.0f, static_cast<float>(detail_levels - 1)));
    return at_least[level];
}

std::size_t CityMesh::bytes() const {
    return walls.size() * sizeof(WallEdge) + roof_vertices.size() * sizeof(RoofVertex) + (roof_indices.size() + far_roof_indices.size() + road_indices.size() + area_indices.size()) * 4 +
           road_vertices.size() * sizeof(RoadVertex) + area_vertices.size() * sizeof(AreaVertex) + building_heights.size() * sizeof(BuildingHeight) +
           flows.size() * sizeof(FlowSegment) + (blocks[0].size() + blocks[1].size()) * sizeof(Block);
}

CityMesh build_city_mesh(const city::CityModel& city, const city::Progress& progress, float tile_m) {
    CityMesh mesh;
    const city::Buildings& b = city.buildings;
    city::MapBox box;
    for (std::size_t i = 0; i < b.count(); ++i) box.add(b.footprints.outer(i)[0]);
    for (std::size_t i = 0; i < city.roads.count(); ++i) box.add(city.roads.lines.line(i)[0]);
    if (box.empty()) return mesh;
    const vec2 low = city.frame.to_local(box.low), size = city.frame.to_local(box.high) - low;
    // Never more than a few thousand tiles, however far apart the data lies.
    tile_m = std::max(tile_m, std::max(size.x, size.y) / 64.0f);
    const int columns = std::max(1, static_cast<int>(std::ceil(size.x / tile_m))), lines = std::max(1, static_cast<int>(std::ceil(size.y / tile_m)));
    const auto buildings = rows_by_tile(b.count(), [&](std::uint32_t i) { return city.frame.to_local(b.footprints.outer(i)[0]); }, low, tile_m, columns, lines);
    const auto roads = rows_by_tile(city.roads.count(), [&](std::uint32_t i) { return city.frame.to_local(city.roads.lines.line(i)[0]); }, low, tile_m, columns, lines);

    std::vector<TileMesh> parts(buildings.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t t) {
        if (progress.cancelled()) return;
        TileBuilder builder(city, parts[t]);
        for (const std::uint32_t row : buildings[t]) builder.building(row);
        for (const std::uint32_t row : roads[t]) builder.road(row);
        builder.finish();
    });
    mesh.building_heights.resize(b.count());
    for (std::size_t i = 0; i < b.count(); ++i) mesh.building_heights[i] = {b.base_m[i], b.height_m[i]};
    mesh.road_count = static_cast<std::uint32_t>(city.roads.count());
    mesh.low = vec2(1e30f);
    mesh.high = vec2(-1e30f);
    for (TileMesh& part : parts) {
        if (part.walls.empty() && part.road_indices.empty()) continue;
        Tile tile = part.tile;
        tile.walls.first = append(mesh.walls, part.walls);
        const std::uint32_t roof_base = append(mesh.roof_vertices, part.roof_vertices), road_base = append(mesh.road_vertices, part.road_vertices);
        tile.roof_triangles.first = static_cast<std::uint32_t>(mesh.roof_indices.size() / 3);
        for (const std::uint32_t i : part.roof_indices) mesh.roof_indices.push_back(roof_base + i);
        tile.far_roof_triangles.first = static_cast<std::uint32_t>(mesh.far_roof_indices.size() / 3);
        for (const std::uint32_t i : part.far_roof_indices) mesh.far_roof_indices.push_back(roof_base + i);
        tile.road_triangles.first = static_cast<std::uint32_t>(mesh.road_indices.size() / 3);
        for (const std::uint32_t i : part.road_indices) mesh.road_indices.push_back(road_base + i);
        for (std::size_t level = 0; level < block_levels; ++level) append_blocks(mesh, level, part, tile);
        mesh.unmeshed_roofs += part.unmeshed;
        mesh.low = glm::min(mesh.low, tile.low);
        mesh.high = glm::max(mesh.high, tile.high);
        mesh.top_m = std::max(mesh.top_m, tile.top_m);
        mesh.tiles.push_back(tile);
        part = {};
    }
    choose_home(city, mesh);
    mesh_areas(city, mesh);
    mesh.flows = flow_segments(city.roads, city.frame);
    return mesh;
}

}  // namespace mesh
