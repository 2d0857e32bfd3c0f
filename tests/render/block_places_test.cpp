#include "render/block_places.h"

#include <array>

#include "render/color_scale.h"
#include "tests/support/catch.h"

// Block 0: buildings 0 and 1, weights 1 and 3. Block 1: building 2. Block 2: 3 and 4. Block 3: 5.
TEST_CASE("a block shows the mean of what is known, hatched only when nothing is", "[render][blocks]") {
    render::BlockLevels levels;
    mesh::BlockMembers& members = levels[0];
    members.rows = {0, 1, 2, 3, 4, 5};
    members.weights = {1, 3, 10, 5, 5, 2};
    members.offsets = {0, 2, 3, 5, 6};
    const std::vector<float> buildings{0.2f, 0.6f, render::place_missing, 0.9f, render::place_missing, render::place_plain, 0.1f};
    // One block of the next level stands for blocks 0 and 2 and building 6; another for block 3 alone.
    levels[1].rows = {6};
    levels[1].weights = {6};
    levels[1].offsets = {0, 1, 1};
    levels[1].lower = {0, 2, 3};
    levels[1].lower_offsets = {0, 2, 3};
    std::array<std::vector<float>, mesh::block_levels> all;
    render::block_places(levels, buildings, all);
    const std::vector<float>& places = all[0];
    REQUIRE(places.size() == 4);
    CHECK_THAT(places[0], WithinRel(0.5f, 1e-5f));
    CHECK(places[1] == render::place_missing);
    CHECK_THAT(places[2], WithinRel(0.9f, 1e-5f));
    CHECK(places[3] == render::place_plain);
    REQUIRE(all[1].size() == 2);
    CHECK_THAT(all[1][0], WithinRel((0.2f * 1 + 0.6f * 3 + 0.9f * 5 + 0.1f * 6) / 15.0f, 1e-5f));
    CHECK(all[1][1] == render::place_plain);
}

TEST_CASE("a block is marked by the share of its footprints that is", "[render][blocks]") {
    render::BlockLevels levels;
    mesh::BlockMembers& members = levels[0];
    members.rows = {0, 1, 2};
    members.weights = {1, 3, 10};
    members.offsets = {0, 2, 3};
    std::array<std::vector<std::uint8_t>, mesh::block_levels> marks;
    render::block_marks(levels, std::vector<std::uint8_t>{0, 255, 255}, marks);
    CHECK(marks[0] == std::vector<std::uint8_t>{191, 255});
    render::block_marks(levels, std::vector<std::uint8_t>{0, 0, 0}, marks);
    CHECK(marks[0] == std::vector<std::uint8_t>{0, 0});
}
