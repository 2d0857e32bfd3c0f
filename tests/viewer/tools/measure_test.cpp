#include "viewer/tools/measure.h"

#include "tests/support/catch.h"
#include "text/number_text.h"
#include "viewer/tools/ground.h"
#include "viewer/tools/scale_bar.h"

using namespace viewer;

TEST_CASE("a measured line is as long as its parts, closed it has the way back and an area",
          "[viewer][tools]") {
    Tape tape{0, {{0, 0}, {30, 0}, {30, 40}}, false};
    CHECK_THAT(length_m(tape), WithinRel(70.0, 1e-6));
    CHECK(area_m2(tape) == 0.0);
    tape.closed = true;
    CHECK_THAT(length_m(tape), WithinRel(120.0, 1e-6));
    CHECK_THAT(area_m2(tape), WithinRel(600.0, 1e-6));
    CHECK(length_m({}) == 0.0);
}

TEST_CASE("a point on the ground comes back from its pixel, and the sky has none",
          "[viewer][tools]") {
    render::Camera camera;
    camera.target_local = {120, -40, 0};
    camera.distance_m = 700;
    camera.heading_rad = 2.1f;
    camera.pitch_rad = 0.2f;
    const glm::vec2 size(640, 400);
    for (const glm::vec2 at : {glm::vec2(120, -40), glm::vec2(180, -90), glm::vec2(60, 40)}) {
        const auto pixel = pixel_of(camera, glm::vec3(at, 0), size);
        REQUIRE(pixel);
        const auto back = ground_point(camera, *pixel, size);
        REQUIRE(back);
        CHECK_THAT(back->x, WithinAbs(at.x, 0.05));
        CHECK_THAT(back->y, WithinAbs(at.y, 0.05));
    }
    CHECK_FALSE(ground_point(camera, {320, 0}, size));  // above the horizon at this pitch
}

TEST_CASE("the visible ground straight down is the view's own rectangle", "[viewer][tools]") {
    render::Camera camera;
    camera.pitch_rad = 1.565f;
    camera.distance_m = 1000;
    const auto corners = visible_ground(camera, 2.0f, 1e6f);
    const float half = 1000 * std::tan(0.5f * camera.fov_rad);
    CHECK_THAT(corners[0].x, WithinRel(-2 * half, 0.02f));
    CHECK_THAT(corners[0].y, WithinRel(-half, 0.03f));
    CHECK_THAT(corners[2].x, WithinRel(2 * half, 0.02f));
    CHECK_THAT(corners[2].y, WithinRel(half, 0.03f));
    camera.pitch_rad = 0.1f;  // the upper corners look above the horizon
    for (const glm::vec2 corner : visible_ground(camera, 2.0f, 5000))
        CHECK(std::hypot(corner.x - camera.eye_local().x, corner.y - camera.eye_local().y) <= 5001);
}

TEST_CASE("a scale bar is a round number of metres and no longer than asked", "[viewer][tools]") {
    CHECK(scale_bar(1.0f, 150).metres == 100);
    CHECK(scale_bar(1.0f, 150).px == 100);
    CHECK(scale_bar(1.4f, 150).metres == 200);
    CHECK(scale_bar(3.5f, 150).metres == 500);
    CHECK(scale_bar(0.02f, 150).metres == 2);
    for (float metres = 0.01f; metres < 1000; metres *= 1.37f) {
        const ScaleBar bar = scale_bar(metres, 150);
        CHECK(bar.px <= 150.1f);
        CHECK(bar.px > 55);
    }
    CHECK(scale_bar(0, 150).px == 0);
}

TEST_CASE("lengths and areas carry the unit that keeps them short", "[viewer]") {
    CHECK(text::length_text(3.42) == "3.4 m");
    CHECK(text::length_text(123.4) == "123 m");
    CHECK(text::length_text(12'345) == "12.3 km");
    CHECK(text::area_text(840) == "840 m²");
    CHECK(text::area_text(12'345) == "12 345 m²");
    CHECK(text::area_text(2'500'000) == "2.50 km²");
}
