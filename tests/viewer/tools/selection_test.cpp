#include "viewer/tools/selection.h"

#include <random>

#include "tests/emissions/small_city.h"
#include "tests/support/catch.h"
#include "viewer/tools/ground.h"

using namespace viewer;

namespace {

// A hundred by a hundred points, 20 m apart, around the origin.
mesh::RowCentres grid() {
    mesh::RowCentres centres;
    for (int y = -50; y < 50; ++y)
        for (int x = -50; x < 50; ++x)
            centres.buildings.emplace_back(20.0f * static_cast<float>(x),
                                           20.0f * static_cast<float>(y));
    return centres;
}

render::Camera tilted() {
    render::Camera camera;
    camera.distance_m = 900;
    camera.heading_rad = 0.8f;
    camera.pitch_rad = 0.35f;
    return camera;
}

// The plain even-odd rule, one point against every edge.
bool inside(const std::vector<glm::vec2>& outline, glm::vec2 p) {
    bool in = false;
    for (std::size_t k = 0; k < outline.size(); ++k) {
        const glm::vec2 a = outline[k], b = outline[(k + 1) % outline.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            in = !in;
    }
    return in;
}

}  // namespace

TEST_CASE("a box takes what appears inside it and nothing else, at a flat angle too",
          "[viewer][tools]") {
    const mesh::RowCentres centres = grid();
    const glm::vec2 size(800, 500);
    const Outline box{0, size, {{150, 100}, {600, 100}, {600, 420}, {150, 420}}};
    const ChosenRows rows = rows_inside(centres, tilted(), box);
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < centres.buildings.size(); ++i)
        if (const auto at = pixel_of(tilted(), glm::vec3(centres.buildings[i], 0), size);
            at && at->x > 150 && at->x < 600 && at->y > 100 && at->y < 420)
            expected.push_back(static_cast<std::uint32_t>(i));
    CHECK(expected.size() > 200);
    CHECK(expected.size() < centres.buildings.size());
    CHECK(rows.buildings == expected);
}

TEST_CASE(
    "a lasso of hundreds of corners that crosses itself agrees with the even-odd rule at every "
    "point",
    "[viewer][tools]") {
    const mesh::RowCentres centres = grid();
    const glm::vec2 size(800, 500);
    std::mt19937 random(3);
    Outline lasso{0, size, {}};
    for (int k = 0; k < 400; ++k) {
        const float turn = 0.0471f * static_cast<float>(k),
                    reach = 80.0f + static_cast<float>(random() % 120);
        lasso.points_px.emplace_back(400 + 1.6f * reach * std::cos(turn),
                                     260 + reach * std::sin(turn));
    }
    const ChosenRows rows = rows_inside(centres, tilted(), lasso);
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < centres.buildings.size(); ++i)
        if (const auto at = pixel_of(tilted(), glm::vec3(centres.buildings[i], 0), size);
            at && inside(lasso.points_px, *at))
            expected.push_back(static_cast<std::uint32_t>(i));
    CHECK(expected.size() > 100);
    CHECK(rows.buildings == expected);
}

TEST_CASE("what lies behind the eye is never inside, however large the outline",
          "[viewer][tools]") {
    render::Camera camera = tilted();
    camera.heading_rad = 0;
    camera.pitch_rad = 0.1f;
    camera.distance_m = 100;
    mesh::RowCentres centres;
    centres.buildings = {{0, 0}, {0, -5000}};  // in front, and far behind
    const Outline everything{
        0, {800, 500}, {{-1e6f, -1e6f}, {1e6f, -1e6f}, {1e6f, 1e6f}, {-1e6f, 1e6f}}};
    CHECK(rows_inside(centres, camera, everything).buildings == std::vector<std::uint32_t>{0});
}

TEST_CASE("shift adds to what was chosen, alt takes away, plain starts anew", "[viewer][tools]") {
    const ChosenRows before{{1, 3, 5}, {2}}, drawn{{3, 4}, {2, 7}};
    CHECK(combined(before, drawn, Combine::replace) == drawn);
    CHECK(combined(before, drawn, Combine::add) == ChosenRows{{1, 3, 4, 5}, {2, 7}});
    CHECK(combined(before, drawn, Combine::remove) == ChosenRows{{1, 5}, {}});
}

TEST_CASE("a building counts by its centroid, a road by the point half way along it",
          "[viewer][tools]") {
    auto city = test::houses({{"a", city::BuildingUse::office, 1, 2000}});
    // An L of three squares: the centroid lies off the middle of its box.
    city.buildings.footprints = {};
    city.buildings.footprints.add_ring(
        std::vector<city::MapPoint>{{0, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 20}, {0, 20}});
    city.buildings.footprints.end_polygon();
    city.roads.lines.add_line(std::vector<city::MapPoint>{{0, 0}, {10, 0}, {10, 30}});
    city.roads.length_m = {40};
    const mesh::RowCentres centres = mesh::centres_of(city);
    CHECK_THAT(centres.buildings.at(0).x, WithinAbs(25.0 / 3.0, 1e-4));
    CHECK_THAT(centres.buildings.at(0).y, WithinAbs(25.0 / 3.0, 1e-4));
    CHECK_THAT(centres.roads.at(0).x, WithinAbs(10.0, 1e-4));
    CHECK_THAT(centres.roads.at(0).y, WithinAbs(10.0, 1e-4));
}

TEST_CASE("an outline of fewer than three corners holds nothing", "[viewer][tools]") {
    CHECK(rows_inside(grid(), tilted(), {0, {800, 500}, {{0, 0}, {800, 500}}}).empty());
    CHECK(rows_inside(grid(), tilted(), {}).empty());
}
