#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"

namespace geo_io {

/// How much of a city's roads runs through its buildings if the buildings were moved: least where
/// both are in the same place. Looks at the few squares of 2 km where there is most of both, so
/// that a city of a million buildings costs what a small one costs.
class RoadsInBuildings {
  public:
    /// Roads on the ground for cars (`city.roads`), footprints, both in metres of the map.
    explicit RoadsInBuildings(const city::CityModel& city);

    /// How many places on roads are looked at; none where the city lacks either.
    std::size_t count() const { return points_; }
    /// Middle of the squares looked at, in metres of the map.
    city::MapPoint middle() const { return middle_; }

    /// Of every `stride`-th place the share within a building, the buildings moved by `moved_m`
    /// (up to `reach_m` each way).
    double share(city::MapPoint moved_m, std::size_t stride) const;

    /// The share that has a building within some 40 m, if the buildings were moved: what is moved
    /// away runs through nothing, and stands beside nothing.
    double beside(city::MapPoint moved_m) const;

    /// The best move within `radius_m` of `around_m`, to about 2 m.
    struct Best {
        city::MapPoint moved_m;
        double share;
    };
    Best best_near(city::MapPoint around_m, double radius_m) const;

    static constexpr double square_m = 2000.0, reach_m = 1400.0;

  private:
    struct Square {
        city::MapPoint low;  ///< of the bitmap, which is wider than the square by reach_m
        std::vector<std::uint64_t> bits;
        std::vector<city::MapPoint> road;  ///< places on roads within the square
    };
    void draw(Square& square, const city::Rings& footprints, std::size_t building) const;
    bool is_built(const Square& square, city::MapPoint place) const;

    std::vector<Square> squares_;
    std::size_t points_ = 0;
    city::MapPoint middle_{0.0, 0.0};
};

}  // namespace geo_io
