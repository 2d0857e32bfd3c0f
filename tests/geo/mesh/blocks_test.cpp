#include "geo/mesh/blocks.h"

#include <algorithm>
#include <cmath>

#include "geo/mesh/city_mesh.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

TEST_CASE("blocks keep footprint area and volume of the buildings they stand for", "[mesh][blocks]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const city::CityModel city = sample::make_sample_city({.style = style, .buildings = 3000, .seed = 5});
        const mesh::CityMesh made = mesh::build_city_mesh(city);
        for (std::size_t level = 0; level < mesh::block_levels; ++level) {
            const mesh::BlockMembers& members = made.block_members[level];
            REQUIRE(members.count() == made.blocks[level].size());
            REQUIRE(members.count() > 0);
            double blocks_m2 = 0, blocks_m3 = 0, buildings_m2 = 0, buildings_m3 = 0;
            for (const mesh::Block& block : made.blocks[level]) {
                const double area_m2 = 4.0 * static_cast<double>(block.half_x) * static_cast<double>(block.half_y);
                blocks_m2 += area_m2;
                blocks_m3 += area_m2 * static_cast<double>(block.top_m);
            }
            for (const std::uint32_t row : members.rows) {
                buildings_m2 += static_cast<double>(city.buildings.footprint_area_m2[row]);
                buildings_m3 += static_cast<double>(city.buildings.footprint_area_m2[row]) * static_cast<double>(city.buildings.height_m[row]);
            }
            CHECK_THAT(blocks_m2, WithinRel(buildings_m2, 1e-4));
            CHECK_THAT(blocks_m3, WithinRel(buildings_m3, 1e-4));
        }
    }
}

TEST_CASE("every building is drawn on its own or stood in for, never both and never neither", "[mesh][blocks]") {
    const city::CityModel city = sample::make_sample_city({.style = sample::Style::california, .buildings = 3000, .seed = 5});
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        std::vector<int> times(city.buildings.count());
        for (const std::uint32_t row : made.block_members[level].rows) ++times[row];
        std::vector<char> has_roof(city.buildings.count());
        for (const mesh::Tile& tile : made.tiles)
            for (std::uint32_t t = tile.far_roof_triangles.first; t < tile.far_roof_triangles.first + tile.far_roof_triangles.count_from(mesh::block_level[level].from_m); ++t)
                has_roof[made.far_roof_vertices[made.far_roof_indices[3 * t]].building] = 1;
        std::size_t twice = 0, both = 0, neither = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            twice += times[i] > 1;
            both += times[i] > 0 && has_roof[i];
            // But for roofs below the size that is seen at all.
            neither += times[i] == 0 && !has_roof[i] && std::sqrt(city.buildings.footprint_area_m2[i]) >= 2.0f * mesh::block_level[level].from_m;
        }
        CHECK(twice == 0);
        CHECK(both == 0);
        CHECK(neither == 0);
    }
    // A tower is in no block of the first level, a house is.
    for (std::size_t i = 0; i < city.buildings.count(); ++i)
        if (city.buildings.height_m[i] > 120.0f) {
            for (const auto& members : made.block_members) CHECK(std::find(members.rows.begin(), members.rows.end(), i) == members.rows.end());
            break;
        }
}

TEST_CASE("blocks shrink what a distant city costs", "[mesh][blocks]") {
    const mesh::CityMesh made = mesh::build_city_mesh(sample::make_sample_city({.style = sample::Style::california, .buildings = 20'000, .seed = 5}));
    CHECK(made.blocks[0].size() < made.building_heights.size());
    CHECK(made.blocks[1].size() * 6 < made.building_heights.size());
}
