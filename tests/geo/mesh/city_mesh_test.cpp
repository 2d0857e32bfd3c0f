#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"

#include <array>
#include <cmath>

#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

namespace {

city::CityModel sample_of(sample::Style style) {
    return sample::make_sample_city({.style = style, .buildings = 2000, .seed = 3});
}

// Seen from above, roofs cover the footprints: ridges rise, but no triangle reaches over the eaves.
double roof_area_from_above_m2(const mesh::NearMesh& made) {
    double sum_m2 = 0.0;
    for (std::size_t t = 0; t + 2 < made.roof_indices.size(); t += 3) {
        const mesh::RoofVertex& a = made.roof_vertices[made.roof_indices[t]];
        const mesh::RoofVertex& b = made.roof_vertices[made.roof_indices[t + 1]];
        const mesh::RoofVertex& c = made.roof_vertices[made.roof_indices[t + 2]];
        sum_m2 +=
            0.5 * std::abs((static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) -
                           (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x));
    }
    return sum_m2;
}

mesh::NearMesh near_of(const city::CityModel& city) {
    return mesh::build_near_mesh(city, mesh::build_city_mesh(city).tile_rows);
}

template <class Tile, class RangeOf>
std::uint32_t covered(const std::vector<Tile>& tiles, RangeOf range_of) {
    std::uint32_t next = 0;
    for (const Tile& tile : tiles) {
        const mesh::Range& range = range_of(tile);
        CHECK(range.first == next);
        next = range.first + range.count;
    }
    return next;
}

}  // namespace

TEST_CASE("every edge of every footprint becomes one wall of its building", "[mesh]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const city::CityModel city = sample_of(style);
        const mesh::NearMesh made = near_of(city);
        CHECK(made.walls.size() == city.buildings.footprints.points.size());
        CHECK(mesh::build_city_mesh(city).building_heights.size() == city.buildings.count());
        std::vector<std::size_t> walls_of(city.buildings.count());
        std::size_t out_of_range = 0;
        for (const mesh::WallEdge& wall : made.walls)
            if (wall.building < walls_of.size())
                ++walls_of[wall.building];
            else
                ++out_of_range;
        CHECK(out_of_range == 0);
        std::size_t wrong = 0;
        const city::Rings& rings = city.buildings.footprints;
        for (std::size_t i = 0; i < walls_of.size(); ++i) {
            const auto corners = rings.ring_offsets[rings.polygon_offsets[i + 1]] -
                                 rings.ring_offsets[rings.polygon_offsets[i]];
            wrong += walls_of[i] != corners;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("roofs seen from above cover exactly the footprints", "[mesh]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const city::CityModel city = sample_of(style);
        const mesh::NearMesh made = near_of(city);
        double footprints_m2 = 0.0;
        for (std::size_t i = 0; i < city.buildings.count(); ++i)
            footprints_m2 += polygon_area_m2(city.buildings.footprints, i);
        CHECK(made.unmeshed_roofs == 0);
        CHECK_THAT(roof_area_from_above_m2(made), WithinRel(footprints_m2, 1e-3));
        std::size_t below = 0;
        for (const mesh::RoofVertex& vertex : made.roof_vertices)
            below += vertex.rise_m < 0.0f || vertex.building >= city.buildings.count();
        CHECK(below == 0);
    }
}

TEST_CASE("the tiles hold every wall, roof and road triangle once", "[mesh]") {
    const city::CityModel city = sample_of(sample::Style::california);
    for (const float tile_m : {150.0f, 400.0f, 100'000.0f}) {
        const mesh::CityMesh made = mesh::build_city_mesh(city, {}, tile_m);
        const mesh::NearMesh near = mesh::build_near_mesh(city, made.tile_rows);
        using Tile = mesh::Tile;
        using Near = mesh::NearMesh::Tile;
        REQUIRE(near.tiles.size() == made.tiles.size());
        CHECK(covered(near.tiles, [](const Near& tile) -> const mesh::Range& {
                  return tile.walls;
              }) == near.walls.size());
        CHECK(covered(near.tiles,
                      [](const Near& tile) -> const mesh::Range& { return tile.roof_triangles; }) *
                  3 ==
              near.roof_indices.size());
        CHECK(covered(made.tiles, [](const Tile& tile) -> const mesh::Range& {
                  return tile.far_walls;
              }) == made.far_walls.size());
        CHECK(covered(
                  made.tiles,
                  [](const Tile& tile) -> const mesh::Range& { return tile.far_roof_triangles; }) *
                  3 ==
              made.far_roof_indices.size());
        CHECK(covered(made.tiles,
                      [](const Tile& tile) -> const mesh::Range& { return tile.road_triangles; }) *
                  3 ==
              made.road_indices.size());
        for (std::size_t level = 0; level < mesh::block_levels; ++level)
            CHECK(covered(made.tiles, [level](const Tile& tile) -> const mesh::Range& {
                      return tile.blocks[level];
                  }) == made.blocks[level].size());
        std::size_t wrong = 0;
        for (const auto index : near.roof_indices) wrong += index >= near.roof_vertices.size();
        for (const auto index : made.far_roof_indices)
            wrong += index >= made.far_roof_vertices.size();
        for (const auto index : made.road_indices) wrong += index >= made.road_vertices.size();
        for (const auto index : made.area_indices) wrong += index >= made.area_vertices.size();
        for (const auto& vertex : made.road_vertices)
            wrong += vertex.road >= made.road_count || std::abs(vertex.across) > 1.0001f;
        CHECK(wrong == 0);
        CHECK(made.road_count == city.roads.count());
    }
}

TEST_CASE("a tile's box holds its walls and lies below its top", "[mesh]") {
    const city::CityModel city = sample_of(sample::Style::china);
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    const mesh::NearMesh near = mesh::build_near_mesh(city, made.tile_rows);
    std::size_t outside = 0;
    for (std::size_t t = 0; t < made.tiles.size(); ++t)
        for (std::uint32_t i = near.tiles[t].walls.first;
             i < near.tiles[t].walls.first + near.tiles[t].walls.count; ++i) {
            const mesh::Tile& tile = made.tiles[t];
            const mesh::WallEdge& wall = near.walls[i];
            outside += wall.x0 < tile.low.x || wall.x0 > tile.high.x || wall.y0 < tile.low.y ||
                       wall.y0 > tile.high.y ||
                       made.building_heights[wall.building].top_m > tile.top_m;
        }
    CHECK(outside == 0);
}

TEST_CASE("asking for larger things never draws more of them", "[mesh]") {
    const city::CityModel city = sample_of(sample::Style::california);
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    const mesh::NearMesh near = mesh::build_near_mesh(city, made.tile_rows);
    REQUIRE_FALSE(made.tiles.empty());
    std::size_t wrong = 0;
    for (std::size_t t = 0; t < made.tiles.size(); ++t)
        for (const mesh::Range* range :
             std::array{&near.tiles[t].walls, &near.tiles[t].roof_triangles,
                        &made.tiles[t].far_walls, &made.tiles[t].far_roof_triangles,
                        &made.tiles[t].road_triangles, &made.tiles[t].blocks[0]}) {
            wrong += range->count_from(0.0f) != range->count;
            std::uint32_t before = range->count;
            for (float smallest_m = 0.1f; smallest_m < 1000.0f; smallest_m *= 1.3f) {
                const std::uint32_t now = range->count_from(smallest_m);
                wrong += now > before;
                before = now;
            }
        }
    CHECK(wrong == 0);
}

TEST_CASE("a city without anything in it has a mesh without anything in it", "[mesh]") {
    const mesh::CityMesh made = mesh::build_city_mesh(city::CityModel{});
    CHECK(made.far_walls.empty());
    CHECK(made.tiles.empty());
    CHECK(mesh::build_near_mesh(city::CityModel{}, made.tile_rows).walls.empty());
}
