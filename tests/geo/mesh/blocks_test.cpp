#include "geo/mesh/blocks.h"

#include <algorithm>
#include <cmath>

#include "geo/mesh/city_mesh.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

namespace {

// All buildings that the blocks of a level stand for, those of the blocks within them too.
std::vector<std::uint32_t> rows_of(const mesh::CityMesh& made, std::size_t level) {
    const mesh::BlockMembers& members = made.block_members[level];
    std::vector<std::uint32_t> rows = members.rows;
    for (const std::uint32_t block : members.lower) {
        const mesh::BlockMembers& below = made.block_members[level - 1];
        rows.insert(rows.end(), below.rows.begin() + below.offsets[block], below.rows.begin() + below.offsets[block + 1]);
    }
    return rows;
}

}  // namespace

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
            for (const std::uint32_t row : rows_of(made, level)) {
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
        for (const std::uint32_t row : rows_of(made, level)) ++times[row];
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
            for (std::size_t level = 0; level < mesh::block_levels; ++level) {
                const auto rows = rows_of(made, level);
                CHECK(std::find(rows.begin(), rows.end(), i) == rows.end());
            }
            break;
        }
}

TEST_CASE("blocks shrink what a distant city costs", "[mesh][blocks]") {
    const mesh::CityMesh made = mesh::build_city_mesh(sample::make_sample_city({.style = sample::Style::california, .buildings = 20'000, .seed = 5}));
    CHECK(made.blocks[0].size() < made.building_heights.size());
    CHECK(made.blocks[1].size() * 6 < made.building_heights.size());
}

TEST_CASE("what a block holds of the level below lies in its square, block by block", "[mesh][blocks]") {
    const mesh::CityMesh made = mesh::build_city_mesh(sample::make_sample_city({.style = sample::Style::california, .buildings = 20'000, .seed = 5}));
    const mesh::BlockMembers& members = made.block_members[1];
    REQUIRE(members.lower_offsets.size() == members.count() + 1);
    // Every small block is in one large one.
    std::vector<int> times(made.block_members[0].count());
    for (const std::uint32_t block : members.lower) ++times[block];
    CHECK(std::count(times.begin(), times.end(), 1) == static_cast<std::ptrdiff_t>(times.size()));
    std::vector<mesh::Block> by_row(made.blocks[0].size());
    for (const mesh::Block& block : made.blocks[0]) by_row[block.row] = block;
    std::size_t apart = 0;
    for (const mesh::Block& large : made.blocks[1])
        for (std::uint32_t m = members.lower_offsets[large.row]; m < members.lower_offsets[large.row + 1]; ++m) {
            const mesh::Block& small = by_row[members.lower[m]];
            apart += std::abs(small.x - large.x) > mesh::block_level[1].cell_m || std::abs(small.y - large.y) > mesh::block_level[1].cell_m;
        }
    CHECK(apart == 0);
}
