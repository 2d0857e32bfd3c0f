// What stands in for a city's small buildings when it is seen from afar. Offscreen; skips with a
// message where there is no GL.
#include <cmath>
#include <glm/geometric.hpp>

#include "geo/sample/sample_city.h"
#include "render/offscreen.h"
#include "render/renderer.h"
#include "tests/support/add_city.h"
#include "tests/support/gl_stage.h"
#include "tests/support/views.h"

using namespace render;
using test::above;
using test::frame_of;
using test::pixel;

TEST_CASE("distant tiles draw less", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(
        *on->renderer, sample::make_sample_city({sample::Style::california, 3000, 1}));
    REQUIRE(city);
    std::uint64_t near = 0, far = 0;
    REQUIRE(draw_to_image(320, 200, 1, [&](std::uint32_t target) {
        near = on->renderer->draw(frame_of(*city, above(3000), 320, 200), target).triangles;
    }));
    REQUIRE(draw_to_image(320, 200, 1, [&](std::uint32_t target) {
        far = on->renderer->draw(frame_of(*city, above(60'000), 320, 200), target).triangles;
    }));
    CHECK(near > 1000);
    CHECK(far < near / 2);
}

// The west of a city at one place of the scale (or chosen), the east at another (or not), tile by
// tile: from wherever it is seen, blocks of both levels included, each half must look as it does in
// a city that is all of that colour.
TEST_CASE("from afar as from near, a block has the colour and the marks of its own buildings",
          "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const mesh::CityMesh mesh =
        mesh::build_city_mesh(sample::make_sample_city({sample::Style::california, 20'000, 1}));
    const auto city = on->renderer->add_city(mesh);
    REQUIRE(city);
    std::vector<char> in_the_east(mesh.building_heights.size());
    for (std::size_t t = 0; t < mesh.tiles.size(); ++t)
        for (const std::uint32_t row : mesh.tile_rows.of(t))
            in_the_east[row] = mesh.tiles[t].low.x + mesh.tiles[t].high.x > 0.0f;
    constexpr int width = 640, height = 400;
    enum class Shown : std::uint8_t { place, mark };
    const auto picture = [&](float distance_m, Shown shown, float west, float east) {
        std::vector<float> places(in_the_east.size(), 0.3f);
        std::vector<std::uint8_t> marks(in_the_east.size(), 0);
        for (std::size_t row = 0; row < places.size(); ++row) {
            const float value = in_the_east[row] != 0 ? east : west;
            if (shown == Shown::place)
                places[row] = value;
            else
                marks[row] = static_cast<std::uint8_t>(255.0f * value);
        }
        on->renderer->set_building_places(*city, places);
        on->renderer->set_building_marks(*city, marks);
        FrameView frame = frame_of(*city, above(distance_m), width, height);
        frame.shadows = false;
        const auto image = draw_to_image(
            width, height, 1, [&](std::uint32_t target) { on->renderer->draw(frame, target); });
        REQUIRE(image);
        return *image;
    };
    for (const Shown shown : {Shown::place, Shown::mark})
        for (const float distance_m : {1500.0f, 8000.0f, 50'000.0f}) {
            const auto [low, high] =
                shown == Shown::place ? std::pair{0.1f, 0.9f} : std::pair{0.0f, 1.0f};
            const Image both = picture(distance_m, shown, low, high),
                        all_low = picture(distance_m, shown, low, low),
                        all_high = picture(distance_m, shown, high, high);
            const int margin = static_cast<int>(
                500.0f / (0.6f * distance_m /
                          static_cast<float>(height)));  // a tile, on either side of the middle
            int other = 0, differ = 0;
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x) {
                    if (std::abs(x - width / 2) <= margin) continue;
                    other += glm::distance(pixel(both, x, y),
                                           pixel(x < width / 2 ? all_low : all_high, x, y)) > 6.0f;
                    differ += glm::distance(pixel(all_low, x, y), pixel(all_high, x, y)) > 20.0f;
                }
            CAPTURE(distance_m, differ, shown == Shown::mark);
            CHECK(differ > 200);
            CHECK(other == 0);
        }
}

TEST_CASE(
    "before its near part is there a city is drawn as from afar, and from afar nothing changes "
    "when it comes",
    "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const city::CityModel model = sample::make_sample_city({sample::Style::california, 3000, 1});
    const mesh::CityMesh mesh = mesh::build_city_mesh(model);
    const auto city = on->renderer->add_city(mesh);
    REQUIRE(city);
    const auto picture = [&](float distance_m) {
        FrameView frame = frame_of(*city, above(distance_m), 320, 200);
        frame.shadows = false;
        const auto image = draw_to_image(
            320, 200, 1, [&](std::uint32_t target) { on->renderer->draw(frame, target); });
        REQUIRE(image);
        CHECK(on->renderer->problem().empty());
        return image->rgba;
    };
    const auto near_before = picture(500), far_before = picture(20'000);
    // It may come in pieces, of whatever size.
    const mesh::NearMesh near = mesh::build_near_mesh(model, mesh.tile_rows);
    const std::size_t piece = near.bytes() / 7 + 3;
    for (int k = 0; k < 6; ++k) {
        const auto there = on->renderer->add_near(*city, near, piece);
        REQUIRE(there);
        CHECK_FALSE(*there);
    }
    CHECK((picture(500) == near_before));
    const auto there = on->renderer->add_near(*city, near, piece);
    REQUIRE(there);
    CHECK(*there);
    CHECK((picture(20'000) == far_before));
    const auto near_after = picture(500);
    CHECK((near_after != near_before));
    // And looks the same as all at once.
    const auto at_once = test::add_city(*on->renderer, model);
    REQUIRE(at_once);
    FrameView frame = frame_of(*at_once, above(500), 320, 200);
    frame.shadows = false;
    const auto image = draw_to_image(
        320, 200, 1, [&](std::uint32_t target) { on->renderer->draw(frame, target); });
    REQUIRE(image);
    CHECK((image->rgba == near_after));
    // Of another city nothing is taken.
    CHECK_FALSE(on->renderer->add_near(*city, mesh::NearMesh{}));
    CHECK((picture(20'000) == far_before));
}
