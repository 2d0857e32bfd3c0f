#include "geo/mesh/simplify.h"

#include <algorithm>
#include <cmath>

#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

TEST_CASE("a ring keeps the corners that matter and loses those that do not", "[mesh][simplify]") {
    // A 100 m square with a bump of 1 m on its south side.
    const std::vector<glm::vec2> ring{{0, 0},   {48, 0},    {50, 1}, {52, 0},
                                      {100, 0}, {100, 100}, {0, 100}};
    std::vector<std::uint32_t> kept;
    mesh::kept_corners(ring, 4.0f, kept);
    CHECK(kept == std::vector<std::uint32_t>{0, 4, 5, 6});
    mesh::kept_corners(ring, 0.5f, kept);
    CHECK(kept.size() == ring.size());
}

TEST_CASE("no corner that is left out lies further from the ring than the tolerance",
          "[mesh][simplify]") {
    std::vector<glm::vec2> ring;
    for (int i = 0; i < 400; ++i) {
        const float angle = 6.2831853f * static_cast<float>(i) / 400.0f,
                    radius = 60.0f + 5.0f * std::sin(17.0f * angle);
        ring.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    std::vector<std::uint32_t> kept;
    mesh::kept_corners(ring, 2.0f, kept);
    REQUIRE(kept.size() > 8);
    REQUIRE(kept.size() < 200);
    for (const glm::vec2 p : ring) {
        float nearest = 1e9f;
        for (std::size_t k = 0; k < kept.size(); ++k) {
            const glm::vec2 a = ring[kept[k]], b = ring[kept[(k + 1) % kept.size()]], along = b - a;
            const float share = std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) /
                                               (along.x * along.x + along.y * along.y),
                                           0.0f, 1.0f);
            nearest = std::min(
                nearest, std::hypot(p.x - a.x - share * along.x, p.y - a.y - share * along.y));
        }
        CHECK(nearest <= 2.001f);
    }
}

TEST_CASE("a ring smaller than the tolerance vanishes", "[mesh][simplify]") {
    const std::vector<glm::vec2> ring{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    std::vector<std::uint32_t> kept{7};
    mesh::kept_corners(ring, 4.0f, kept);
    CHECK(kept.empty());
}

TEST_CASE("far roofs cover what the near ones cover, with fewer triangles, and know their way out",
          "[mesh][simplify]") {
    const city::CityModel city = sample::make_sample_city(
        {.style = sample::Style::california, .buildings = 4000, .seed = 2});
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    const mesh::NearMesh near = mesh::build_near_mesh(city, made.tile_rows);
    std::vector<char> far(made.building_heights.size());
    for (const std::uint32_t i : made.far_roof_indices) far[made.far_roof_vertices[i].building] = 1;
    const auto area_of = [&](const auto& vertices, const std::vector<std::uint32_t>& indices) {
        double sum_m2 = 0;
        for (std::size_t t = 0; t + 2 < indices.size(); t += 3) {
            const auto &a = vertices[indices[t]], &b = vertices[indices[t + 1]],
                       &c = vertices[indices[t + 2]];
            if (far[a.building])
                sum_m2 += 0.5 * std::abs(static_cast<double>((b.x - a.x) * (c.y - a.y) -
                                                             (b.y - a.y) * (c.x - a.x)));
        }
        return sum_m2;
    };
    const double near_m2 = area_of(near.roof_vertices, near.roof_indices),
                 far_m2 = area_of(made.far_roof_vertices, made.far_roof_indices);
    REQUIRE(near_m2 > 0);
    CHECK_THAT(far_m2, WithinRel(near_m2, 0.03));
    std::size_t near_triangles = 0;
    for (std::size_t t = 0; t < near.roof_indices.size(); t += 3)
        near_triangles += far[near.roof_vertices[near.roof_indices[t]].building];
    CHECK(made.far_roof_indices.size() / 3 < near_triangles);
    // The first far building is a convex slab: every corner points away from its middle.
    const std::uint32_t row = made.far_roof_vertices.front().building;
    glm::vec2 middle(0.0f);
    float corners = 0;
    for (const auto& v : made.far_roof_vertices)
        if (v.building == row) middle += glm::vec2(v.x, v.y), ++corners;
    middle /= corners;
    if (corners == 4.0f)
        for (const auto& v : made.far_roof_vertices)
            if (v.building == row)
                CHECK((v.x - middle.x) * static_cast<float>(v.out_x) +
                          (v.y - middle.y) * static_cast<float>(v.out_y) >
                      0.0f);
}

TEST_CASE("a thin building far away keeps its outline, however narrow", "[mesh][simplify]") {
    city::CityModel city =
        sample::make_sample_city({.style = sample::Style::china, .buildings = 50, .seed = 2});
    // A wall of 60 m by 3 m in place of the first building.
    city::Rings rings;
    const city::MapPoint at = city.buildings.footprints.outer(0)[0];
    rings.add_ring(std::vector<city::MapPoint>{
        at, at + city::MapPoint{60, 0}, at + city::MapPoint{60, 3}, at + city::MapPoint{0, 3}});
    rings.end_polygon();
    for (std::size_t i = 1; i < city.buildings.count(); ++i) {
        for (std::uint32_t r = city.buildings.footprints.polygon_offsets[i];
             r < city.buildings.footprints.polygon_offsets[i + 1]; ++r)
            rings.add_ring(city.buildings.footprints.ring(r));
        rings.end_polygon();
    }
    city.buildings.footprints = rings;
    const mesh::CityMesh made = mesh::build_city_mesh(city);
    std::size_t corners = 0;
    for (const auto& v : made.far_roof_vertices) corners += v.building == 0;
    CHECK(corners == 4);
}
