#include "geo/io/offset_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>

namespace geo_io {

namespace {

using city::MapPoint;

constexpr std::size_t most_squares = 5, most_points = 20'000;
constexpr std::size_t most_corners = 2'000;  // more is no house, and takes long to draw
constexpr double cell_m = 2.0, step_m = 8.0;
constexpr std::size_t cells_across = static_cast<std::size_t>(
    (RoadsInBuildings::square_m + 2.0 * RoadsInBuildings::reach_m) / cell_m);

struct Tally {
    std::size_t buildings = 0, road_points = 0;
};

std::int64_t key_of(MapPoint p) {
    const auto column = static_cast<std::int64_t>(std::floor(p.x / RoadsInBuildings::square_m));
    const auto row = static_cast<std::int64_t>(std::floor(p.y / RoadsInBuildings::square_m));
    return column * 1'000'000 + row;
}

// Footpaths pass under houses and bridges over them.
bool speaks(const city::Roads& roads, std::size_t r) {
    switch (roads.road_class[r]) {
        case city::RoadClass::unknown:
        case city::RoadClass::motorway:
        case city::RoadClass::trunk:
        case city::RoadClass::primary:
        case city::RoadClass::secondary:
        case city::RoadClass::tertiary:
        case city::RoadClass::residential:
            return roads.level[r] == 0;
        default:
            return false;
    }
}

template <class Visit>
void each_place(std::span<const MapPoint> line, Visit visit) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const MapPoint along = line[i] - line[i - 1];
        const double length_m = std::hypot(along.x, along.y);
        if (!(length_m < 20'000.0)) continue;  // no street: a slip of the pen
        const auto steps = static_cast<int>(length_m / step_m) + 1;
        for (int s = 0; s < steps; ++s) visit(line[i - 1] + along * ((s + 0.5) / steps));
    }
}

}  // namespace

RoadsInBuildings::RoadsInBuildings(const city::CityModel& city) {
    const city::Rings& footprints = city.buildings.footprints;
    std::unordered_map<std::int64_t, Tally> tallies;
    for (std::size_t b = 0; b < city.buildings.count(); ++b)
        if (const auto outer = footprints.outer(b); !outer.empty())
            ++tallies[key_of(outer[0])].buildings;
    for (std::size_t r = 0; r < city.roads.count(); ++r)
        if (speaks(city.roads, r))
            each_place(city.roads.lines.line(r),
                       [&](MapPoint p) { ++tallies[key_of(p)].road_points; });
    // Where there is most of both; the key decides between equals, so that two loads agree.
    std::vector<std::pair<std::size_t, std::int64_t>> order;
    for (const auto& [key, tally] : tallies)
        if (const std::size_t both = std::min(tally.buildings * 8, tally.road_points); both > 0)
            order.emplace_back(both, key);
    std::sort(order.rbegin(), order.rend());
    order.resize(std::min(order.size(), most_squares));
    std::unordered_map<std::int64_t, std::size_t> number_of;
    for (const auto& [both, key] : order) number_of.emplace(key, number_of.size());
    squares_.resize(order.size());
    if (squares_.empty()) return;

    for (std::size_t r = 0; r < city.roads.count(); ++r)
        if (speaks(city.roads, r))
            each_place(city.roads.lines.line(r), [&](MapPoint p) {
                if (const auto at = number_of.find(key_of(p)); at != number_of.end())
                    squares_[at->second].road.push_back(p);
            });
    std::size_t all = 0;
    for (const Square& square : squares_) all += square.road.size();
    const std::size_t keep_every = all / most_points + 1;
    for (Square& square : squares_) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < square.road.size(); i += keep_every)
            square.road[kept++] = square.road[i];
        square.road.resize(kept);
        points_ += kept;
        const MapPoint first = square.road.empty() ? MapPoint{0, 0} : square.road[0];
        square.low = {std::floor(first.x / square_m) * square_m - reach_m,
                      std::floor(first.y / square_m) * square_m - reach_m};
        square.bits.assign((cells_across * cells_across + 63) / 64, 0);
        middle_ += (square.low + MapPoint{reach_m + square_m / 2.0, reach_m + square_m / 2.0}) /
                   static_cast<double>(squares_.size());
    }
    for (std::size_t b = 0; b < city.buildings.count(); ++b) {
        const auto outer = footprints.outer(b);
        if (outer.empty() || outer.size() > most_corners) continue;
        for (Square& square : squares_) {
            const MapPoint from_low = outer[0] - square.low;
            if (from_low.x >= 0.0 && from_low.y >= 0.0 && from_low.x < square_m + 2.0 * reach_m &&
                from_low.y < square_m + 2.0 * reach_m)
                draw(square, footprints, b);
        }
    }
}

// Cells whose middle lies inside, row by row.
void RoadsInBuildings::draw(Square& square, const city::Rings& footprints,
                            std::size_t building) const {
    const auto across = static_cast<long>(cells_across);
    double low_y = 1e300, high_y = -1e300;
    for (const MapPoint p : footprints.outer(building)) {
        low_y = std::min(low_y, p.y);
        high_y = std::max(high_y, p.y);
    }
    const auto row_of = [&](double y) { return static_cast<long>((y - square.low.y) / cell_m); };
    const long first_row = std::max(row_of(low_y), 0L),
               last_row = std::min(row_of(high_y), across - 1);
    std::vector<double> crossings;
    for (long row = first_row; row <= last_row; ++row) {
        const double y = square.low.y + (static_cast<double>(row) + 0.5) * cell_m;
        crossings.clear();
        for (std::size_t r = footprints.polygon_offsets[building];
             r < footprints.polygon_offsets[building + 1]; ++r) {
            const auto ring = footprints.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
                if ((ring[i].y > y) != (ring[j].y > y))
                    crossings.push_back(ring[i].x + (y - ring[i].y) / (ring[j].y - ring[i].y) *
                                                        (ring[j].x - ring[i].x));
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t c = 0; c + 1 < crossings.size(); c += 2) {
            const auto cell_at = [&](double x) {
                return std::clamp(static_cast<long>(std::ceil((x - square.low.x) / cell_m - 0.5)),
                                  0L, across);
            };
            for (long column = cell_at(crossings[c]); column < cell_at(crossings[c + 1]);
                 ++column) {
                const auto bit = static_cast<std::size_t>(row * across + column);
                square.bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
            }
        }
    }
}

bool RoadsInBuildings::is_built(const Square& square, MapPoint place) const {
    const auto column = static_cast<long>((place.x - square.low.x) / cell_m),
               row = static_cast<long>((place.y - square.low.y) / cell_m);
    const auto across = static_cast<long>(cells_across);
    if (column < 0 || row < 0 || column >= across || row >= across) return false;
    const auto bit = static_cast<std::size_t>(row * across + column);
    return (square.bits[bit / 64] >> (bit % 64) & 1) != 0;
}

double RoadsInBuildings::share(MapPoint moved_m, std::size_t stride) const {
    std::size_t inside = 0, asked = 0;
    for (const Square& square : squares_)
        for (std::size_t i = 0; i < square.road.size(); i += stride, ++asked)
            inside += is_built(square, square.road[i] - moved_m) ? 1 : 0;
    return asked > 0 ? static_cast<double>(inside) / static_cast<double>(asked) : 0.0;
}

double RoadsInBuildings::beside(MapPoint moved_m) const {
    constexpr double near_m = 40.0, diagonal_m = 28.0;
    constexpr std::array<MapPoint, 8> around{{{near_m, 0.0},
                                              {-near_m, 0.0},
                                              {0.0, near_m},
                                              {0.0, -near_m},
                                              {diagonal_m, diagonal_m},
                                              {-diagonal_m, diagonal_m},
                                              {diagonal_m, -diagonal_m},
                                              {-diagonal_m, -diagonal_m}}};
    std::size_t close = 0, asked = 0;
    for (const Square& square : squares_)
        for (const MapPoint place : square.road) {
            ++asked;
            close += std::any_of(around.begin(), around.end(), [&](MapPoint step) {
                return is_built(square, place - moved_m + step);
            });
        }
    return asked > 0 ? static_cast<double>(close) / static_cast<double>(asked) : 0.0;
}

RoadsInBuildings::Best RoadsInBuildings::best_near(MapPoint around_m, double radius_m) const {
    constexpr std::size_t most_asked = 5'000;
    Best best{around_m, 2.0};
    // Coarse with some of the places, then fine with all. The middle of all that are as good as
    // the best: a street leaves room on both sides.
    double reach = radius_m, step = 8.0;
    std::size_t stride = points_ / most_asked + 1;
    for (int pass = 0; pass < 2; ++pass, reach = 8.0, step = 2.0, stride = 1) {
        const MapPoint centre = best.moved_m;
        best.share = 2.0;
        double nearest = 0.0;
        for (double x = -reach; x <= reach; x += step)
            for (double y = -reach; y <= reach; y += step) {
                const MapPoint moved = centre + MapPoint{x, y};
                const double here = share(moved, stride), off = std::hypot(x, y);
                if (here < best.share || (here == best.share && off < nearest)) {
                    best = {moved, here};
                    nearest = off;
                }
            }
    }
    return best;
}

}  // namespace geo_io
