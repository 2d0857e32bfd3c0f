#include "geo/grid/kernel.h"

#include <cmath>
#include <numeric>

#include "geo/grid/cell_sums.h"
#include "geo/sample/sample_city.h"
#include "tests/support/catch.h"

using grid::GroundGrid;

namespace {
double sum_of(const std::vector<float>& values) {
    double sum = 0.0;
    for (const float v : values) sum += static_cast<double>(v);
    return sum;
}
}  // namespace

TEST_CASE("one house becomes a Gaussian of the chosen bandwidth", "[grid]") {
    const GroundGrid g{{0, 0}, 10.0f, 101, 101};
    std::vector<float> amounts(g.count(), 0.0f);
    amounts[50 * 101 + 50] = 1000.0f;
    const auto field = grid::smoothed(amounts, g, 60.0f);
    double second_moment_m2 = 0.0;
    for (std::size_t c = 0; c < g.count(); ++c) {
        const double x_m = static_cast<double>(g.middle_local(c).x) - 505.0;
        second_moment_m2 += static_cast<double>(field[c]) / 1000.0 * x_m * x_m;
    }
    // The cut at three bandwidths takes 1.7 % off the standard deviation.
    CHECK_THAT(std::sqrt(second_moment_m2), WithinRel(60.0, 0.03));
    // 60 m away along x and as far on the diagonal: the same value, whatever the direction.
    const float straight = field[50 * 101 + 60], diagonal = field[57 * 101 + 57];
    CHECK_THAT(
        static_cast<double>(straight),
        WithinRel(static_cast<double>(field[50 * 101 + 50]) * std::exp(-0.5 * 100.0 / 36.0), 0.01));
    CHECK_THAT(
        static_cast<double>(diagonal),
        WithinRel(static_cast<double>(field[50 * 101 + 50]) * std::exp(-0.5 * 98.0 / 36.0), 0.01));
    CHECK_THAT(sum_of(field), WithinRel(1000.0, 1e-5));
}

TEST_CASE("nothing is lost at the border of the grid", "[grid]") {
    const GroundGrid g{{0, 0}, 10.0f, 12, 7};
    std::vector<float> amounts(g.count(), 0.0f);
    amounts[0] = 3.0f;
    amounts[g.count() - 1] = -5.0f;
    amounts[8] = 11.0f;
    CHECK_THAT(sum_of(grid::smoothed(amounts, g, 100.0f)), WithinRel(9.0, 1e-4));
}

TEST_CASE("the integral of the field is the city's total", "[grid]") {
    const city::CityModel city = sample::make_sample_city({sample::Style::california, 3000, 1});
    double expected = 0.0;
    for (const float v : city.buildings.floor_area_m2) expected += static_cast<double>(v);
    for (const float bandwidth_m : {40.0f, 150.0f, 600.0f}) {
        const GroundGrid g =
            grid::grid_over(city, bandwidth_m / 4, grid::kernel_reach * bandwidth_m);
        grid::CellSums sums;
        grid::add_to_cells(grid::shares_of_footprints(city.buildings.footprints, city.frame, g),
                           city.buildings.floor_area_m2, sums);
        INFO(bandwidth_m);
        CHECK_THAT(sum_of(grid::smoothed(sums.amount, g, bandwidth_m)), WithinRel(expected, 1e-4));
    }
}

TEST_CASE("twice the amounts, twice the field; less is less everywhere", "[grid]") {
    const GroundGrid g{{0, 0}, 10.0f, 40, 30};
    std::vector<float> amounts(g.count(), 0.0f), twice(g.count(), 0.0f);
    for (std::size_t c = 0; c < g.count(); c += 7) {
        amounts[c] = static_cast<float>(c % 13) - 4.0f;
        twice[c] = 2.0f * amounts[c];
    }
    const auto one = grid::smoothed(amounts, g, 35.0f), two = grid::smoothed(twice, g, 35.0f);
    for (std::size_t c = 0; c < g.count(); ++c) CHECK(std::abs(two[c] - 2.0f * one[c]) < 1e-5f);
}
