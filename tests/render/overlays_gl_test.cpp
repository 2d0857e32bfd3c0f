// Field, columns and flows, offscreen; skips with a message where there is no GL.
#include <algorithm>
#include <cmath>

#include "render/offscreen.h"
#include "render/renderer.h"
#include "tests/support/add_city.h"
#include "tests/support/catch.h"
#include "tests/support/gl_stage.h"

using namespace render;

namespace {

// Two roads from west to east, 8 m apart: the northern one westwards, the southern one eastwards.
city::CityModel two_carriageways(bool one_way) {
    city::CityModel city;
    city::Roads& r = city.roads;
    for (const double y : {4.0, -4.0}) {
        r.lines.add_line(std::vector<city::MapPoint>{{-300, y}, {300, y}});
        r.id.push_back("road");
        r.name.push_back("");
        r.road_class.push_back(city::RoadClass::primary);
        r.lanes.push_back(2);
        r.speed_kmh.push_back(50);
        r.aadt.push_back(10'000);
        r.length_m.push_back(600);
        r.one_way.push_back(static_cast<std::int8_t>(one_way ? (y > 0 ? -1 : 1) : 0));
        r.level.push_back(0);
        r.assumed.push_back(city::Assumed::none);
    }
    return city;
}

constexpr int width = 240, height = 180;

// Straight down on 400 m from south to north.
FrameView frame_of(CityHandle city) {
    FrameView frame;
    frame.theme = light_theme();
    frame.shadows = false;
    frame.size_px = {width, height};
    CityView view;
    view.city = city;
    view.size_px = {width, height};
    view.camera.pitch_rad = 1.56f;
    view.camera.distance_m = 200.0f / std::tan(0.5f * view.camera.fov_rad);
    frame.cities.push_back(view);
    return frame;
}

Image drawn(Renderer& renderer, const FrameView& frame) {
    const auto image = draw_to_image(width, height, 1,
                                     [&](std::uint32_t target) { renderer.draw(frame, target); });
    REQUIRE(image);
    CHECK(renderer.problem().empty());
    return *image;
}

int brightness(const Image& image, int x, int y) {
    const std::size_t at =
        4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
             static_cast<std::size_t>(x));
    return image.rgba[at] + image.rgba[at + 1] + image.rgba[at + 2];
}

}  // namespace

TEST_CASE(
    "a field is darker where there is more, clear where there is nothing, hatched where it is "
    "unknown",
    "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, two_carriageways(false));
    REQUIRE(city);
    FrameView frame = frame_of(*city);
    frame.cities[0].roads = false;
    const Image bare = drawn(*on->renderer, frame);
    // Four quarters of the ground, 200 m each: nothing and little in the south, much and unknown in
    // the north.
    const Raster raster{{-200, -200}, 10.0f, 40, 40};
    std::vector<float> places(1600);
    for (std::size_t c = 0; c < places.size(); ++c) {
        const bool east = c % 40 >= 20, north = c / 40 >= 20;
        places[c] = north ? (east ? place_missing : 0.9f) : (east ? 0.3f : 0.0f);
    }
    on->renderer->set_field(*city, raster, places);
    frame.cities[0].ground_layer = GroundLayer::field;
    const Image field = drawn(*on->renderer, frame);
    const int west = 75, east = 165, north = 45, south = 135;
    CHECK(std::abs(brightness(field, west, south) - brightness(bare, west, south)) < 12);
    CHECK(brightness(field, east, south) < brightness(bare, east, south));
    CHECK(brightness(field, west, north) < brightness(field, east, south) - 100);
    int darkest = 1000, lightest = 0;
    for (int x = east - 10; x < east + 10; ++x) {
        darkest = std::min(darkest, brightness(field, x, north));
        lightest = std::max(lightest, brightness(field, x, north));
    }
    CHECK(lightest - darkest > 30);
}

TEST_CASE("a column is picked as its cell and stands as high as its value", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, two_carriageways(false));
    REQUIRE(city);
    on->renderer->set_columns(
        *city, 100.0f, std::vector<GroundColumn>{{-100, 0, 40, 0.2f, 7}, {100, 0, 160, 0.9f, 8}});
    FrameView frame = frame_of(*city);
    CityView& view = frame.cities[0];
    view.buildings = false;
    view.ground_layer = GroundLayer::columns;
    view.camera.pitch_rad = 0.05f;
    const Image image = drawn(*on->renderer, frame);
    const auto rows_of = [&](int x, std::uint32_t cell) {
        int rows = 0;
        for (int y = 0; y < height; ++y) {
            const Picked picked = on->renderer->pick(
                view, {static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f});
            rows += picked.kind == Picked::Kind::cell && picked.row == cell;
        }
        return rows;
    };
    const int low = rows_of(75, 7), high = rows_of(165, 8);
    CHECK(low > 8);
    CHECK(std::abs(high - 4 * low) < 12);
    CHECK(on->renderer->pick(view, {2, 2}).kind == Picked::Kind::nothing);
    CHECK(brightness(image, 165, 88) < brightness(image, 75, 88) - 60);
}

TEST_CASE("a flow is as wide as its share without new geometry, and can be picked", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, two_carriageways(false));
    REQUIRE(city);
    FrameView frame = frame_of(*city);
    CityView& view = frame.cities[0];
    view.flows = true;
    view.widest_flow_m = 120.0f;
    const auto rows_of = [&](float share) {
        on->renderer->set_flow_widths(*city, std::array{share, 0.0f});
        drawn(*on->renderer, frame);
        int rows = 0;
        for (int y = 0; y < height; ++y) {
            const Picked picked = on->renderer->pick(view, {120.5f, static_cast<float>(y) + 0.5f});
            CHECK((picked.kind == Picked::Kind::nothing || picked.row == 0));
            rows += picked.kind == Picked::Kind::road;
        }
        return rows;
    };
    // 400 m on 180 pixels: 120 m are 54.
    CHECK(std::abs(rows_of(1.0f) - 54) <= 3);
    CHECK(std::abs(rows_of(0.5f) - 27) <= 2);
    CHECK(rows_of(0.0f) == 0);
}

TEST_CASE("carriageways of one road lie side by side, whichever way the file drew them", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    for (const bool one_way : {true, false}) {
        const auto city = test::add_city(*on->renderer, two_carriageways(one_way));
        REQUIRE(city);
        on->renderer->set_flow_widths(*city, std::array{1.0f, 1.0f});
        FrameView frame = frame_of(*city);
        CityView& view = frame.cities[0];
        view.flows = true;
        view.widest_flow_m = 60.0f;
        std::array<int, 2> rows{};
        for (int y = 0; y < height; ++y)
            if (const Picked picked =
                    on->renderer->pick(view, {120.5f, static_cast<float>(y) + 0.5f});
                picked.kind == Picked::Kind::road)
                ++rows[picked.row];
        // 60 m are 27 pixels. Both are seen in full, or the second hides most of the first.
        if (one_way)
            CHECK(std::abs(rows[0] - rows[1]) <= 2);
        else
            CHECK(rows[0] < rows[1] / 2);
    }
}
