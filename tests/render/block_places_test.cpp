#include "render/block_places.h"

#include <array>
#include <cmath>

#include "render/color_scale.h"
#include "tests/support/catch.h"

using render::code_missing, render::code_plain, render::highest_place, render::PlaceCode;

namespace {

constexpr std::uint16_t whole = mesh::whole_share;

}  // namespace

// Block 0: buildings 0 and 1, shares 1:3. Block 1: building 2. Block 2: 3 and 4. Block 3: 5.
TEST_CASE("a block shows the mean of what is known, hatched only when nothing is",
          "[render][blocks]") {
    mesh::BlockMembers members;
    members.rows = {0, 1, 2, 3, 4, 5};
    members.shares = {16'384, whole - 16'384, whole, 32'768, whole - 32'768, whole};
    members.offsets = {0, 2, 3, 5, 6};
    const std::vector<PlaceCode> buildings{50'000, 60'000,       code_missing,
                                           58'980, code_missing, code_plain};
    std::vector<PlaceCode> places(4);
    render::block_places(members, buildings, 0, places);
    CHECK(places[0] == 57'500);  // a quarter and three quarters
    CHECK(places[1] == code_missing);
    CHECK(places[2] == 58'980);
    CHECK(places[3] == code_plain);
    // Any part of them.
    std::vector<PlaceCode> later(2);
    render::block_places(members, buildings, 2, later);
    CHECK(later == std::vector<PlaceCode>{places[2], places[3]});
}

TEST_CASE("a block of buildings at one place is at that place", "[render][blocks]") {
    mesh::BlockMembers members;
    members.rows = {0, 1, 2, 0};
    members.shares = {21'845, 1, whole - 21'846, whole};
    members.offsets = {0, 3, 4};
    std::vector<PlaceCode> places(2);
    for (std::uint32_t code = render::lowest_place; code <= highest_place; ++code) {
        const std::vector<PlaceCode> buildings(3, static_cast<PlaceCode>(code));
        render::block_places(members, buildings, 0, places);
        REQUIRE(places == std::vector<PlaceCode>(2, static_cast<PlaceCode>(code)));
    }
}

TEST_CASE("places are coded finer than any colour, marks as marks", "[render]") {
    const std::array<float, 7> places{
        0.0f, 1.0f, 0.5f, 0.2f, render::place_missing, render::place_plain, 4e-5f};
    std::array<PlaceCode, 7> codes{};
    render::encode_places(places, codes);
    CHECK(codes == std::array<PlaceCode, 7>{render::lowest_place, highest_place, 54'613, 48'059,
                                            code_missing, code_plain, 43'691});
    for (int i = 0; i <= 100'000; ++i) {
        const float place = static_cast<float>(i) / 100'000.0f;
        PlaceCode code{};
        render::encode_places({&place, 1}, {&code, 1});
        REQUIRE(std::abs(3.0f * static_cast<float>(code) / 65535.0f - 2.0f - place) < 2.4e-5f);
    }
}

TEST_CASE("a block is marked by the share of its footprints that is", "[render][blocks]") {
    mesh::BlockMembers members;
    members.rows = {0, 1, 2};
    members.shares = {16'384, whole - 16'384, whole};
    members.offsets = {0, 2, 3};
    std::vector<std::uint8_t> marks(2);
    render::block_marks(members, std::vector<std::uint8_t>{0, 255, 255}, 0, marks);
    CHECK(marks == std::vector<std::uint8_t>{191, 255});
    render::block_marks(members, std::vector<std::uint8_t>{0, 0, 0}, 0, marks);
    CHECK(marks == std::vector<std::uint8_t>{0, 0});
}
