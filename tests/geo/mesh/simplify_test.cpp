#include "geo/mesh/simplify.h"

#include <algorithm>
#include <cmath>

#include "geo/mesh/city_mesh.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

TEST_CASE("a ring keeps the corners that matter and loses those that do not", "[mesh][simplify]") {
    // A 100 m square with a bump of 1 m on its south side.
    const std::vector<glm::vec2> ring{{0, 0}, {48, 0}, {50, 1}, {52, 0}, {100, 0}, {100, 100}, {0, 100}};
    std::vector<std::uint32_t> kept;
    mesh::kept_corners(ring, 4.0f, kept);
    CHECK(kept == std::vector<std::uint32_t>{0, 4, 5, 6});
    mesh::kept_corners(ring, 0.5f, kept);
    CHECK(kept.size() == ring.size());
}

TEST_CASE("no corner that is left out lies further from the ring than the tolerance", "[mesh][simplify]") {
    std::vector<glm::vec2> ring;
    for (int i = 0; i < 400; ++i) {
        const float angle = 6.2831853f * static_cast<float>(i) / 400.0f, radius = 60.0f + 5.0f * std::sin(17.0f * angle);
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
            const float share = std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / (along.x * along.x + along.y * along.y), 0.0f, 1.0f);
            nearest = std::min(nearest, std::hypot(p.x - a.x - share * along.x, p.y - a.y - share * along.y));
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

TEST_CASE("far roofs cover what the near ones cover, with fewer triangles", "[mesh][simplify]") {
    const mesh::CityMesh made = mesh::build_city_mesh(sample::make_sample_city({.style = sample::Style::california, .buildings = 4000, .seed = 2}));
    const auto area_of = [&](const std::vector<std::uint32_t>& indices, const std::vector<char>& wanted) {
        double sum_m2 = 0;
        for (std::size_t t = 0; t + 2 < indices.size(); t += 3) {
            const auto &a = made.roof_vertices[indices[t]], &b = made.roof_vertices[indices[t + 1]], &c = made.roof_vertices[indices[t + 2]];
            if (wanted[a.building]) sum_m2 += 0.5 * std::abs(static_cast<double>((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)));
        }
        return sum_m2;
    };
    std::vector<char> far(made.building_heights.size());
    for (const std::uint32_t i : made.far_roof_indices) far[made.roof_vertices[i].building] = 1;
    const double near_m2 = area_of(made.roof_indices, far), far_m2 = area_of(made.far_roof_indices, far);
    REQUIRE(near_m2 > 0);
    CHECK_THAT(far_m2, WithinRel(near_m2, 0.03));
    CHECK(made.far_roof_indices.size() < made.roof_indices.size());
}
