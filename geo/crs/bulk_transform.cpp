#include "geo/crs/bulk_transform.h"

#include <cmath>
#include <numbers>
#include <utility>

#include "geo/crs/map_crs.h"

namespace crs {

namespace {

using city::MapPoint;

constexpr double squares_per_degree = 64.0;
constexpr double good_enough_m =
    2e-8;  // doubles tell northings of millions of metres apart to 1e-9
constexpr std::size_t most_squares =
    16'384;  // 8 MB; points strewn over half a continent are not a city

using Cubic = std::array<double, 4>;

// Chebyshev's places: a cubic through them stays closest everywhere.
Cubic nodes() {
    Cubic places;
    for (std::size_t k = 0; k < 4; ++k)
        places[k] = std::cos((2.0 * static_cast<double>(k) + 1.0) * std::numbers::pi / 8.0);
    return places;
}

// Powers of the polynomial that is 1 at node k and 0 at the others (Lagrange).
Cubic basis(const Cubic& at, std::size_t k) {
    Cubic powers{1.0, 0.0, 0.0, 0.0};
    for (std::size_t m = 0; m < 4; ++m) {
        if (m == k) continue;
        for (std::size_t i = 4; i-- > 0;)
            powers[i] = ((i > 0 ? powers[i - 1] : 0.0) - at[m] * powers[i]) / (at[k] - at[m]);
    }
    return powers;
}

template <class Pair>
Pair value(const std::array<std::array<Pair, 4>, 4>& terms, double u, double v) {
    const auto along = [u](const std::array<Pair, 4>& t) {
        return ((t[3] * u + t[2]) * u + t[1]) * u + t[0];
    };
    return ((along(terms[3]) * v + along(terms[2])) * v + along(terms[1])) * v + along(terms[0]);
}

}  // namespace

city::Result<BulkTransform> BulkTransform::create(const std::string& from, const std::string& to) {
    auto exact = CrsTransform::create(from, to);
    if (!exact) return tl::unexpected(exact.error());
    return BulkTransform(std::move(*exact), is_wgs84_lonlat(from) && utm_zone_of(to).has_value());
}

BulkTransform::Square BulkTransform::fitted(std::int32_t column, std::int32_t row) const {
    const double middle_x = (column + 0.5) / squares_per_degree,
                 middle_y = (row + 0.5) / squares_per_degree, half = 0.5 / squares_per_degree;
    const auto exactly = [&](double u, double v) {
        return exact_.forward(MapPoint{middle_x + u * half, middle_y + v * half});
    };
    static const Cubic at = nodes();
    static const std::array<Cubic, 4> bases{basis(at, 0), basis(at, 1), basis(at, 2), basis(at, 3)};
    Square square{};
    // Around the value in the middle the terms are small, so that the sum rounds once, at its end.
    const MapPoint centre = exactly(0.0, 0.0);
    for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t m = 0; m < 4; ++m) {
            const MapPoint here = exactly(at[k], at[m]) - centre;
            for (std::size_t j = 0; j < 4; ++j)
                for (std::size_t i = 0; i < 4; ++i)
                    square.terms[j][i] += Pair{here.x, here.y} * (bases[k][i] * bases[m][j]);
        }
    square.terms[0][0] += Pair{centre.x, centre.y};
    square.good = true;
    for (const auto& [u, v] : {std::pair{-1.0, -1.0}, {1.0, 0.1}, {0.5, -0.6}, {-0.2, 1.0}}) {
        const MapPoint wanted = exactly(u, v);
        const Pair got = value(square.terms, u, v);
        square.good = square.good && std::abs(got[0] - wanted.x) < good_enough_m &&
                      std::abs(got[1] - wanted.y) < good_enough_m;
    }
    return square;
}

const BulkTransform::Square& BulkTransform::square_at(std::int32_t column, std::int32_t row) {
    const std::uint64_t key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32 |
                              static_cast<std::uint32_t>(row);
    const auto found = squares_.find(key);
    if (found != squares_.end()) return found->second;
    if (squares_.size() >= most_squares) squares_.clear();
    return squares_.emplace(key, fitted(column, row)).first->second;
}

void BulkTransform::forward(std::span<MapPoint> points) {
    if (!smooth_) return exact_.forward(points);
    const Square* square = nullptr;
    std::int32_t column = 0, row = 0;
    for (MapPoint& point : points) {
        const double x = point.x * squares_per_degree, y = point.y * squares_per_degree;
        if (!(std::abs(x) <= 360.0 * squares_per_degree &&
              std::abs(y) <= 90.0 * squares_per_degree)) {
            point = exact_.forward(point);
            continue;
        }
        const auto here_column = static_cast<std::int32_t>(std::floor(x)),
                   here_row = static_cast<std::int32_t>(std::floor(y));
        if (square == nullptr || here_column != column || here_row != row) {
            column = here_column;
            row = here_row;
            square = &square_at(column, row);
        }
        if (!square->good) {
            point = exact_.forward(point);
            continue;
        }
        const Pair place = value(square->terms, 2.0 * (x - column) - 1.0, 2.0 * (y - row) - 1.0);
        point = {place[0], place[1]};
    }
}

}  // namespace crs
