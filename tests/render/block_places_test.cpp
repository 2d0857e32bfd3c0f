#include "render/block_places.h"

#include "render/color_scale.h"
#include "tests/support/catch.h"

// Block 0: buildings 0 and 1, shares 1:3. Block 1: building 2. Block 2: 3 and 4. Block 3: 5.
TEST_CASE("a block shows the mean of what is known, hatched only when nothing is", "[render][blocks]") {
    mesh::BlockMembers members;
    members.rows = {0, 1, 2, 3, 4, 5};
    members.shares = {0.25f, 0.75f, 1, 0.5f, 0.5f, 1};
    members.offsets = {0, 2, 3, 5, 6};
    const std::vector<float> buildings{0.2f, 0.6f, render::place_missing, 0.9f, render::place_missing, render::place_plain};
    std::vector<float> places(4);
    render::block_places(members, buildings, 0, places);
    CHECK_THAT(places[0], WithinRel(0.5f, 1e-5f));
    CHECK(places[1] == render::place_missing);
    CHECK_THAT(places[2], WithinRel(0.9f, 1e-5f));
    CHECK(places[3] == render::place_plain);
    // Any part of them.
    std::vector<float> later(2);
    render::block_places(members, buildings, 2, later);
    CHECK(later == std::vector<float>{places[2], places[3]});
}

TEST_CASE("a block is marked by the share of its footprints that is", "[render][blocks]") {
    mesh::BlockMembers members;
    members.rows = {0, 1, 2};
    members.shares = {0.25f, 0.75f, 1};
    members.offsets = {0, 2, 3};
    std::vector<std::uint8_t> marks(2);
    render::block_marks(members, std::vector<std::uint8_t>{0, 255, 255}, 0, marks);
    CHECK(marks == std::vector<std::uint8_t>{191, 255});
    render::block_marks(members, std::vector<std::uint8_t>{0, 0, 0}, 0, marks);
    CHECK(marks == std::vector<std::uint8_t>{0, 0});
}
