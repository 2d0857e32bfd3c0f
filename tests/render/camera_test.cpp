#include "render/camera.h"

#include <glm/geometric.hpp>

#include "tests/support/catch.h"

using render::Camera;

TEST_CASE("the ray through the middle of the view meets the target", "[render]") {
    Camera camera;
    camera.target_local = {120, -40, 0};
    const auto ray = render::ray_through(camera, {400, 300}, {800, 600});
    const glm::vec3 towards = glm::normalize(camera.target_local - ray.origin_local);
    CHECK(glm::dot(towards, ray.direction) > 0.99999f);
}

TEST_CASE("panning by the view's width moves the ground by as many metres", "[render]") {
    Camera camera;
    camera.pitch_rad = 1.5f;
    const float wide_m = camera.metres_per_px(600) * 100;
    Camera moved = camera;
    moved.pan({100, 0}, 600);
    CHECK_THAT(glm::length(moved.target_local - camera.target_local), WithinRel(wide_m, 1e-4f));
}

TEST_CASE("a flight starts and ends where it should", "[render]") {
    Camera from, to;
    to.target_local = {3000, 1000, 0};
    to.distance_m = 300;
    to.heading_rad = 1;
    CHECK(render::flown(from, to, 0).target_local == from.target_local);
    CHECK(glm::length(render::flown(from, to, 1).target_local - to.target_local) < 1e-3f);
    CHECK_THAT(render::flown(from, to, 1).distance_m, WithinRel(300.0f, 1e-3f));
}
