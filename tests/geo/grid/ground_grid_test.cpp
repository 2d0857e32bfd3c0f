#include "geo/grid/ground_grid.h"

#include "tests/support/catch.h"

using grid::GroundGrid;

namespace {
city::CityModel two_corners(double size_m) {
    city::CityModel city;
    city.roads.lines.add_line(std::vector<city::MapPoint>{{10, 20}, {10 + size_m, 20 + size_m}});
    return city;
}
}  // namespace

TEST_CASE("a grid holds the whole city and starts on a multiple of its cell", "[grid]") {
    const GroundGrid g = grid::grid_over(two_corners(950), 100, 30);
    CHECK(g.low_local == glm::vec2(-100, -100));
    CHECK(g.cell_at({10, 20}) < g.count());
    CHECK(g.cell_at({960, 970}) < g.count());
    CHECK(g.cell_at({-101, 0}) == g.count());
    CHECK(g.cell_ha() == 1.0);
    for (const std::size_t cell : {std::size_t{0}, g.count() / 2, g.count() - 1})
        CHECK(g.cell_at(g.middle_local(cell)) == cell);
}

TEST_CASE("a city strewn over a region gets wider cells instead of too many", "[grid]") {
    const GroundGrid g = grid::grid_over(two_corners(60'000), 50, 0, 100'000);
    CHECK(g.cell_m == 200.0f);
    CHECK(g.count() <= 100'000);
}

TEST_CASE("a city without anything has a grid without cells", "[grid]") {
    CHECK(grid::grid_over({}, 100).count() == 0);
}

TEST_CASE("larger cities get larger cells and bandwidths", "[grid]") {
    CHECK(grid::cell_for_extent_m(2'500) == 50.0f);
    CHECK(grid::cell_for_extent_m(7'000) == 100.0f);
    CHECK(grid::cell_for_extent_m(14'000) == 250.0f);
    CHECK(grid::cell_for_extent_m(500'000) == 500.0f);
    CHECK(grid::bandwidth_for_extent_m(1'000) == 40.0f);
    CHECK(grid::bandwidth_for_extent_m(12'000) == 200.0f);
}
