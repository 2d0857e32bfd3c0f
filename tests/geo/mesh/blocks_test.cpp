#include "geo/mesh/blocks.h"

#include <algorithm>
#include <cmath>

#include "geo/mesh/city_mesh.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

namespace {

// The buildings that each block of a level stands for.
std::vector<std::vector<std::uint32_t>> buildings_of(const mesh::CityMesh& made,
                                                     std::size_t level) {
    const auto buildings = static_cast<std::uint32_t>(made.building_heights.size());
    const mesh::BlockMembers& members = made.block_members[level];
    const std::vector<std::vector<std::uint32_t>> below =
        level > 0 ? buildings_of(made, level - 1) : std::vector<std::vector<std::uint32_t>>{};
    std::vector<std::vector<std::uint32_t>> rows(members.count());
    for (std::size_t block = 0; block < rows.size(); ++block)
        for (std::uint32_t m = members.offsets[block]; m < members.offsets[block + 1]; ++m) {
            const std::uint32_t row = members.rows[m];
            if (row < buildings)
                rows[block].push_back(row);
            else
                rows[block].insert(rows[block].end(), below.at(row - buildings).begin(),
                                   below.at(row - buildings).end());
        }
    return rows;
}

}  // namespace

TEST_CASE("blocks keep footprint area and volume of the buildings they stand for",
          "[mesh][blocks]") {
    for (const auto style : {sample::Style::california, sample::Style::china}) {
        const city::CityModel city =
            sample::make_sample_city({.style = style, .buildings = 3000, .seed = 5});
        const mesh::CityMesh made = mesh::build_city_mesh(city);
        for (std::size_t level = 0; level < mesh::block_levels; ++level) {
            const mesh::BlockMembers& members = made.block_members[level];
            REQUIRE(members.count() == made.blocks[level].size());
            REQUIRE(members.count() > 0);
            double blocks_m2 = 0, blocks_m3 = 0, buildings_m2 = 0, buildings_m3 = 0;
            for (const mesh::Block& block : made.blocks[level]) {
                const double area_m2 =
                    4.0 * static_cast<double>(block.half_x) * static_cast<double>(block.half_y);
                blocks_m2 += area_m2;
                blocks_m3 += area_m2 * static_cast<double>(block.top_m);
            }
            const auto rows = buildings_of(made, level);
            for (const auto& block : rows)
                for (const std::uint32_t row : block) {
                    buildings_m2 += static_cast<double>(city.buildings.footprint_area_m2[row]);
                    buildings_m3 += static_cast<double>(city.buildings.footprint_area_m2[row]) *
                                    static_cast<double>(city.buildings.height_m[row]);
                }
            // Its row is its own: area and volume of a block are those of the buildings that colour
            // it.
            for (const mesh::Block& block : made.blocks[level]) {
                double area_m2 = 0, volume_m3 = 0;
                std::uint32_t shares = 0;
                for (const std::uint32_t row : rows[block.row]) {
                    area_m2 += static_cast<double>(city.buildings.footprint_area_m2[row]);
                    volume_m3 += static_cast<double>(city.buildings.footprint_area_m2[row]) *
                                 static_cast<double>(city.buildings.height_m[row]);
                }
                for (std::uint32_t m = members.offsets[block.row];
                     m < members.offsets[block.row + 1]; ++m)
                    shares += members.shares[m];
                REQUIRE_THAT(
                    4.0 * static_cast<double>(block.half_x) * static_cast<double>(block.half_y),
                    WithinRel(area_m2, 1e-4));
                REQUIRE_THAT(static_cast<double>(block.top_m) * area_m2,
                             WithinRel(volume_m3, 1e-4));
                REQUIRE(shares == mesh::whole_share);
            }
            CHECK_THAT(blocks_m2, WithinRel(buildings_m2, 1e-4));
            CHECK_THAT(blocks_m3, WithinRel(buildings_m3, 1e-4));
        }
    }
}

TEST_CASE("every building is drawn on its own or stood in for, never both and never neither",
          "[mesh][blocks]") {
    const city::CityModel city = sample::make_sample_city(
        {.style = sample::Style::california, .buildings = 3000, .seed = 5});
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    for (std::size_t level = 0; level < mesh::block_levels; ++level) {
        std::vector<int> times(city.buildings.count());
        for (const auto& block : buildings_of(made, level))
            for (const std::uint32_t row : block) ++times[row];
        std::vector<char> has_roof(city.buildings.count());
        for (const mesh::Tile& tile : made.tiles)
            for (std::uint32_t t = tile.far_roof_triangles.first;
                 t < tile.far_roof_triangles.first +
                         tile.far_roof_triangles.count_from(mesh::block_level[level].from_m);
                 ++t)
                has_roof[made.far_roof_vertices[made.far_roof_indices[3 * t]].building] = 1;
        std::size_t twice = 0, both = 0, neither = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            twice += times[i] > 1;
            both += times[i] > 0 && has_roof[i];
            // But for roofs below the size that is seen at all.
            neither += times[i] == 0 && !has_roof[i] &&
                       std::sqrt(city.buildings.footprint_area_m2[i]) >=
                           2.0f * mesh::block_level[level].from_m;
        }
        CHECK(twice == 0);
        CHECK(both == 0);
        CHECK(neither == 0);
    }
    // A tower is in no block of the first level, a house is.
    for (std::size_t i = 0; i < city.buildings.count(); ++i)
        if (city.buildings.height_m[i] > 120.0f) {
            for (std::size_t level = 0; level < mesh::block_levels; ++level)
                for (const auto& block : buildings_of(made, level))
                    REQUIRE(std::find(block.begin(), block.end(), i) == block.end());
            break;
        }
}

TEST_CASE("blocks shrink what a distant city costs", "[mesh][blocks]") {
    const mesh::CityMesh made = mesh::build_city_mesh(sample::make_sample_city(
        {.style = sample::Style::california, .buildings = 20'000, .seed = 5}));
    CHECK(made.blocks[0].size() < made.building_heights.size());
    CHECK(made.blocks[1].size() * 6 < made.building_heights.size());
}
