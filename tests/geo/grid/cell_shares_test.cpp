#include "geo/grid/cell_shares.h"

#include <cmath>
#include <map>
#include <numeric>

#include "geo/city/missing.h"
#include "geo/grid/cell_sums.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

using grid::CellShares;
using grid::GroundGrid;

namespace {

const city::LocalFrame frame("local", {0, 0}, {});
const GroundGrid ten_by_ten{{0, 0}, 10.0f, 10, 10};

// Shares of the one row by cell (x, y).
std::map<std::pair<int, int>, float> shares_of(const CellShares& shares, std::uint32_t row = 0) {
    std::map<std::pair<int, int>, float> found;
    for (std::size_t cell = 0; cell < ten_by_ten.count(); ++cell)
        for (std::uint32_t k = shares.offsets[cell]; k < shares.offsets[cell + 1]; ++k)
            if (shares.entries[k].row == row)
                found[{static_cast<int>(cell % 10), static_cast<int>(cell / 10)}] =
                    shares.entries[k].share;
    return found;
}

CellShares of_polygon(const std::vector<std::vector<city::MapPoint>>& rings) {
    city::Rings footprints;
    for (const auto& ring : rings) footprints.add_ring(ring);
    footprints.end_polygon();
    return grid::shares_of_footprints(footprints, frame, ten_by_ten);
}

}  // namespace

TEST_CASE("a building on a border is shared by area", "[grid]") {
    const auto shares = shares_of(of_polygon({{{5, 2}, {25, 2}, {25, 8}, {5, 8}}}));
    REQUIRE(shares.size() == 3);
    CHECK_THAT(shares.at({0, 0}), WithinAbs(0.25, 1e-6));
    CHECK_THAT(shares.at({1, 0}), WithinAbs(0.50, 1e-6));
    CHECK_THAT(shares.at({2, 0}), WithinAbs(0.25, 1e-6));
}

TEST_CASE("a courtyard counts for nothing", "[grid]") {
    // 20 x 20 over four cells; the court fills all of the upper right one.
    const auto shares = shares_of(of_polygon(
        {{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{10, 10}, {10, 20}, {20, 20}, {20, 10}}}));
    REQUIRE(shares.size() == 3);
    for (const auto& [cell, share] : shares) CHECK_THAT(share, WithinAbs(1.0 / 3.0, 1e-6));
}

TEST_CASE("shares of a star agree with counting points inside", "[grid]") {
    std::vector<city::MapPoint> star;
    for (int k = 0; k < 14; ++k) {
        const double angle = k * 3.14159265358979 / 7.0, reach = k % 2 == 0 ? 43.0 : 17.0;
        star.push_back({51.3 + reach * std::cos(angle), 48.9 + reach * std::sin(angle)});
    }
    const auto shares = shares_of(of_polygon({star}));
    std::map<std::pair<int, int>, double> counted;
    double all = 0.0;
    for (double y = 0.05; y < 100.0; y += 0.1)
        for (double x = 0.05; x < 100.0; x += 0.1) {
            bool inside = false;
            for (std::size_t i = 0, j = star.size() - 1; i < star.size(); j = i++)
                if ((star[i].y > y) != (star[j].y > y) &&
                    x < (star[j].x - star[i].x) * (y - star[i].y) / (star[j].y - star[i].y) +
                            star[i].x)
                    inside = !inside;
            if (!inside) continue;
            counted[{static_cast<int>(x / 10), static_cast<int>(y / 10)}] += 1.0;
            all += 1.0;
        }
    REQUIRE(shares.size() >= counted.size());
    double sum = 0.0;
    for (const auto& [cell, share] : shares) {
        CHECK_THAT(share, WithinAbs(counted[cell] / all, 5e-4));
        sum += static_cast<double>(share);
    }
    CHECK_THAT(sum, WithinAbs(1.0, 1e-6));
}

TEST_CASE("a footprint without an area still counts once, where it starts", "[grid]") {
    const auto shares = shares_of(of_polygon({{{15, 15}, {35, 15}, {15, 15}}}));
    REQUIRE(shares.size() == 1);
    CHECK(shares.at({1, 1}) == 1.0f);
}

TEST_CASE("a road is shared by length, a path is left out", "[grid]") {
    city::Lines lines;
    lines.add_line(
        std::vector<city::MapPoint>{{5, 5}, {25, 5}, {25, 25}});  // 5 + 10 + 5 along, 5 + 10 + 5 up
    lines.add_line(std::vector<city::MapPoint>{{5, 95}, {95, 95}});
    const CellShares shares = grid::shares_of_lines(lines, frame, ten_by_ten, {1, 0});
    const auto road = shares_of(shares, 0);
    REQUIRE(road.size() == 5);
    CHECK_THAT(road.at({0, 0}), WithinAbs(0.125, 1e-6));
    CHECK_THAT(road.at({2, 0}), WithinAbs(0.25, 1e-6));
    CHECK_THAT(road.at({2, 2}), WithinAbs(0.125, 1e-6));
    CHECK(shares_of(shares, 1).empty());
}

TEST_CASE("missing values are counted and not zero; a cell of nothing else is unknown", "[grid]") {
    city::Rings footprints;
    for (const double x : {2.0, 12.0, 15.0}) {
        footprints.add_ring(std::vector<city::MapPoint>{{x, 2}, {x + 2, 2}, {x + 2, 4}, {x, 4}});
        footprints.end_polygon();
    }
    grid::CellSums sums;
    grid::add_to_cells(grid::shares_of_footprints(footprints, frame, ten_by_ten),
                       std::vector<float>{city::missing, city::missing, 7.0f}, sums);
    CHECK(sums.is_unknown(0));
    CHECK_FALSE(sums.is_unknown(1));
    CHECK(sums.amount[1] == 7.0f);
    CHECK(sums.unknown[1] == 1.0f);
    CHECK(sums.is_empty(2));
    CHECK_FALSE(sums.is_unknown(2));
}

TEST_CASE("the cells of a whole city add up to its buildings and roads", "[grid]") {
    const city::CityModel city = sample::make_sample_city({sample::Style::china, 3000, 1});
    const GroundGrid g = grid::grid_over(city, 50);
    grid::CellSums sums;
    grid::add_to_cells(grid::shares_of_footprints(city.buildings.footprints, city.frame, g),
                       city.buildings.floor_area_m2, sums);
    grid::add_to_cells(grid::shares_of_lines(city.roads.lines, city.frame, g), city.roads.length_m,
                       sums);
    double expected = 0.0, found = 0.0, rows = 0.0;
    for (const float v : city.buildings.floor_area_m2) expected += static_cast<double>(v);
    for (const float v : city.roads.length_m) expected += static_cast<double>(v);
    for (std::size_t c = 0; c < g.count(); ++c) {
        found += static_cast<double>(sums.amount[c]);
        rows += static_cast<double>(sums.known[c]);
    }
    CHECK_THAT(found / expected, WithinAbs(1.0, 1e-6));
    CHECK_THAT(rows,
               WithinAbs(static_cast<double>(city.buildings.count() + city.roads.count()), 0.01));
}
