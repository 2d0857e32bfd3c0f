// Offscreen, on whatever GL is there; skips with a message where there is none.
#include "render/renderer.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <random>

#include <glm/geometric.hpp>

#include "geo/sample/sample_city.h"
#include "render/offscreen.h"
#include "tests/support/add_city.h"
#include "tests/support/catch.h"
#include "tests/support/gl_stage.h"
#include "tests/support/views.h"

using namespace render;
using test::above;
using test::frame_of;
using test::pixel;

namespace {

// One box of 40 m x 40 m x 30 m around the origin.
city::CityModel one_box() {
    city::CityModel city;
    city::Buildings& b = city.buildings;
    const std::vector<city::MapPoint> ring{{-20, -20}, {20, -20}, {20, 20}, {-20, 20}};
    b.footprints.add_ring(ring);
    b.footprints.end_polygon();
    b.id.push_back("box");
    b.name.push_back("");
    b.height_m = {30};
    b.base_m = {0};
    b.storeys = {10};
    b.construction_year = {2000};
    b.footprint_area_m2 = {1600};
    b.floor_area_m2 = {16000};
    b.use = {city::BuildingUse::office};
    b.assumed = {city::Assumed::none};
    return city;
}

}  // namespace

TEST_CASE("a higher value is drawn darker, a new value needs no new geometry", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, one_box());
    REQUIRE(city);
    const auto roof = [&](float place) {
        on->renderer->set_building_places(*city, std::array{place});
        const auto image = draw_to_image(160, 120, 1, [&](std::uint32_t target) {
            on->renderer->draw(frame_of(*city, above(150), 160, 120), target);
        });
        REQUIRE(image);
        CHECK(on->renderer->problem().empty());
        const glm::vec3 c = pixel(*image, 80, 60);
        return c.x + c.y + c.z;
    };
    const float low = roof(0.05f), middle = roof(0.5f), high = roof(0.95f);
    CHECK(low > middle + 20);
    CHECK(middle > high + 20);
}

TEST_CASE("a chosen building is tinted over its colour, and is itself again when it is not",
          "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, one_box());
    REQUIRE(city);
    on->renderer->set_building_places(*city, std::array{0.5f});
    const auto roof = [&](std::uint8_t mark) {
        on->renderer->set_building_marks(*city, std::array{mark});
        const auto image = draw_to_image(160, 120, 1, [&](std::uint32_t target) {
            on->renderer->draw(frame_of(*city, above(150), 160, 120), target);
        });
        REQUIRE(image);
        CHECK(on->renderer->problem().empty());
        return pixel(*image, 80, 60);
    };
    const glm::vec3 before = roof(0), chosen = roof(255), after = roof(0),
                    tint = 255.0f * light_theme().selection;
    CHECK(before == after);
    CHECK(glm::length(chosen - before) > 40);
    CHECK(glm::length(chosen - tint) < glm::length(before - tint));
}

TEST_CASE("a missing value is hatched, unlike every colour of the scale", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, one_box());
    REQUIRE(city);
    on->renderer->set_building_places(*city, std::array{place_missing});
    const auto image = draw_to_image(160, 120, 1, [&](std::uint32_t target) {
        on->renderer->draw(frame_of(*city, above(150), 160, 120), target);
    });
    REQUIRE(image);
    float darkest = 1e9f, lightest = 0;
    for (int x = 70; x < 90; ++x) {
        const glm::vec3 c = pixel(*image, x, 60);
        darkest = std::min(darkest, c.x + c.y + c.z);
        lightest = std::max(lightest, c.x + c.y + c.z);
    }
    CHECK(lightest - darkest > 40);
}

TEST_CASE("picking agrees with a ray cast on the box at a thousand random pixels", "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const auto city = test::add_city(*on->renderer, one_box());
    REQUIRE(city);
    Camera camera;
    camera.distance_m = 180;
    camera.heading_rad = 0.7f;
    camera.pitch_rad = 0.6f;
    const CityView view = frame_of(*city, camera, 400, 300).cities[0];
    std::mt19937 random(7);
    int hits = 0, wrong = 0;
    for (int k = 0; k < 1000; ++k) {
        const glm::vec2 at(static_cast<float>(random() % 400) + 0.5f,
                           static_cast<float>(random() % 300) + 0.5f);
        const Ray ray = ray_through(camera, at, {400, 300});
        // Slab test against the box.
        float enter = 0, leave = 1e9f;
        const glm::vec3 low(-20, -20, 0), high(20, 20, 30);
        for (int axis = 0; axis < 3; ++axis) {
            const float a = (low[axis] - ray.origin_local[axis]) / ray.direction[axis],
                        b = (high[axis] - ray.origin_local[axis]) / ray.direction[axis];
            enter = std::max(enter, std::min(a, b));
            leave = std::min(leave, std::max(a, b));
        }
        const bool expected = enter < leave,
                   picked = on->renderer->pick(view, at).kind == Picked::Kind::building;
        hits += expected;
        wrong += expected != picked;
    }
    CHECK(hits > 50);
    CHECK(wrong <= 2);  // pixels whose middle lies on an edge to a rounding error
}

// Every wall as two triangles and every roof triangle, without tiles, detail or GPU.
TEST_CASE(
    "picking a whole city agrees with a brute-force ray cast at a thousand random pixels, near and "
    "far",
    "[gl]") {
    auto on = test::gl_stage();
    if (!on) return;
    const city::CityModel model = sample::make_sample_city({sample::Style::china, 1500, 4});
    const mesh::NearMesh mesh =
        mesh::build_near_mesh(model, mesh::build_city_mesh(model).tile_rows);
    const auto city = test::add_city(*on->renderer, model);
    REQUIRE(city);
    struct Triangle {
        glm::vec3 a, b, c;
        std::uint32_t row;
    };
    std::vector<Triangle> triangles;
    for (const mesh::WallEdge& w : mesh.walls) {
        const float base = model.buildings.base_m[w.building],
                    top = model.buildings.height_m[w.building];
        const glm::vec3 p(w.x0, w.y0, base), q(w.x1, w.y1, base), r(w.x1, w.y1, top),
            s(w.x0, w.y0, top);
        triangles.push_back({p, q, r, w.building});
        triangles.push_back({p, r, s, w.building});
    }
    for (std::size_t t = 0; t + 2 < mesh.roof_indices.size(); t += 3) {
        glm::vec3 corner[3];
        for (std::size_t k = 0; k < 3; ++k) {
            const mesh::RoofVertex& v = mesh.roof_vertices[mesh.roof_indices[t + k]];
            corner[k] = {v.x, v.y, model.buildings.height_m[v.building] + v.rise_m};
        }
        triangles.push_back(
            {corner[0], corner[1], corner[2], mesh.roof_vertices[mesh.roof_indices[t]].building});
    }
    std::mt19937 random(11);
    int hits = 0, wrong = 0;
    for (const float distance_m : {900.0f, 12'000.0f}) {
        Camera camera;
        camera.distance_m = distance_m;
        camera.heading_rad = 0.5f;
        camera.pitch_rad = 0.7f;
        CityView view = frame_of(*city, camera, 640, 400).cities[0];
        view.roads = false;
        for (int k = 0; k < 500; ++k) {
            const glm::vec2 at(static_cast<float>(random() % 640) + 0.5f,
                               static_cast<float>(random() % 400) + 0.5f);
            const Ray ray = ray_through(camera, at, {640, 400});
            float nearest = 1e30f;
            int expected = -1;
            for (const Triangle& t : triangles) {
                // Moeller and Trumbore 1997.
                const glm::vec3 u = t.b - t.a, v = t.c - t.a, p = glm::cross(ray.direction, v);
                const float determinant = glm::dot(u, p);
                if (std::abs(determinant) < 1e-9f) continue;
                const glm::vec3 from = ray.origin_local - t.a, q = glm::cross(from, u);
                const float along_u = glm::dot(from, p) / determinant,
                            along_v = glm::dot(ray.direction, q) / determinant,
                            away = glm::dot(v, q) / determinant;
                if (along_u < 0 || along_v < 0 || along_u + along_v > 1 || away <= 0 ||
                    away >= nearest)
                    continue;
                nearest = away;
                expected = static_cast<int>(t.row);
            }
            const Picked picked = on->renderer->pick(view, at);
            hits += expected >= 0;
            wrong += (picked.kind == Picked::Kind::building ? static_cast<int>(picked.row) : -1) !=
                     expected;
        }
    }
    CHECK(hits > 200);
    CHECK(wrong <= 5);  // pixels whose middle lies on an edge to a rounding error
}
