#include "emissions/building/surroundings.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

#include "geo/city/banded_outline.h"
#include "geo/city/missing.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

using city::MapPoint;

constexpr double party_gap_m = 0.33;    // neighbours drawn separately leave gaps of decimetres
constexpr double sample_every_m = 5.0;  // along a wall
constexpr double ray_length_m = 150.0;
constexpr double finest_cell_m = 4.0;
constexpr double most_cells = 16e6;
constexpr std::size_t few_corners = 500;  // all of them are looked at for each place
constexpr std::uint32_t no_building = 0xffffffffu;

bool contains(const city::Rings& rings, std::size_t polygon, MapPoint p) {
    bool inside = false;
    for (auto r = rings.polygon_offsets[polygon]; r < rings.polygon_offsets[polygon + 1]; ++r)
        inside ^= city::contains(rings.ring(r), p);
    return inside;
}

std::size_t corners_of(const city::Rings& rings, std::size_t polygon) {
    return rings.ring_offsets[rings.polygon_offsets[polygon + 1]] -
           rings.ring_offsets[rings.polygon_offsets[polygon]];
}

bool stands(const city::Buildings& b, std::size_t i) {
    return !city::is_missing(b.height_m[i]) && b.height_m[i] > 0.0f;
}

// Buildings by the cells of a square grid that their boxes touch, and the tallest one at each
// cell's centre.
class CityGrid {
  public:
    CityGrid(const city::Buildings& buildings) : b_(buildings) {
        boxes_.resize(b_.count());
        city::MapBox all;
        for (std::size_t i = 0; i < b_.count(); ++i) {
            for (const MapPoint& p : b_.footprints.outer(i)) boxes_[i].add(p);
            if (boxes_[i].empty() || !stands(b_, i)) continue;
            all.add(boxes_[i].low);
            all.add(boxes_[i].high);
        }
        if (all.empty()) all.add({0, 0});
        low_ = all.low;
        const double width = all.high.x - all.low.x + 1, depth = all.high.y - all.low.y + 1;
        cell_m_ = std::max(finest_cell_m, std::sqrt(width * depth / most_cells));
        columns_ = static_cast<std::int64_t>(width / cell_m_) + 1;
        rows_ = static_cast<std::int64_t>(depth / cell_m_) + 1;
        tallest_.assign(static_cast<std::size_t>(columns_ * rows_), no_building);
        fill_tallest();
        fill_bins();
    }

    double cell_m() const { return cell_m_; }

    std::uint32_t tallest_at(MapPoint p) const {
        const auto column = static_cast<std::int64_t>((p.x - low_.x) / cell_m_),
                   row = static_cast<std::int64_t>((p.y - low_.y) / cell_m_);
        if (p.x < low_.x || p.y < low_.y || column >= columns_ || row >= rows_) return no_building;
        return tallest_[static_cast<std::size_t>(row * columns_ + column)];
    }

    // Some building other than `own` over the point, the tallest of them; its top or 0.
    float height_over(MapPoint p, std::size_t own) const {
        float top = 0.0f;
        const std::size_t bin = bin_of(p);
        if (bin == bin_offsets_.size()) return top;
        for (std::uint32_t k = bin_offsets_[bin]; k < bin_offsets_[bin + 1]; ++k) {
            const std::uint32_t other = binned_[k];
            if (other == own || b_.height_m[other] <= top) continue;
            const city::MapBox& box = boxes_[other];
            if (p.x < box.low.x || p.y < box.low.y || p.x > box.high.x || p.y > box.high.y)
                continue;
            if (b_.base_m[other] < 2.5f && covers(other, p)) top = b_.height_m[other];
        }
        return top;
    }

  private:
    bool covers(std::size_t i, MapPoint p) const {
        return corners_of(b_.footprints, i) <= few_corners ? contains(b_.footprints, i, p)
                                                           : many_corners_.at(i).holds(p);
    }
    void fill_tallest() {
        for (std::size_t i = 0; i < b_.count(); ++i)
            if (stands(b_, i) && corners_of(b_.footprints, i) > few_corners)
                many_corners_.emplace(i, city::BandedOutline(b_.footprints, i));
        for (std::size_t i = 0; i < b_.count(); ++i) {
            if (!stands(b_, i)) continue;
            const auto c0 = cell(boxes_[i].low.x - low_.x), c1 = cell(boxes_[i].high.x - low_.x),
                       r0 = cell(boxes_[i].low.y - low_.y), r1 = cell(boxes_[i].high.y - low_.y);
            for (std::int64_t r = r0; r <= r1; ++r)
                for (std::int64_t c = c0; c <= c1; ++c) {
                    std::uint32_t& here = tallest_[static_cast<std::size_t>(r * columns_ + c)];
                    if (here != no_building && b_.height_m[here] >= b_.height_m[i]) continue;
                    // A building smaller than a cell still stands in it.
                    if ((c0 == c1 && r0 == r1) ||
                        covers(i, {low_.x + (static_cast<double>(c) + 0.5) * cell_m_,
                                   low_.y + (static_cast<double>(r) + 0.5) * cell_m_}))
                        here = static_cast<std::uint32_t>(i);
                }
        }
    }

    void fill_bins() {
        bin_m_ = 8 * cell_m_;
        bin_columns_ =
            static_cast<std::int64_t>(static_cast<double>(columns_) * cell_m_ / bin_m_) + 1;
        bin_rows_ = static_cast<std::int64_t>(static_cast<double>(rows_) * cell_m_ / bin_m_) + 1;
        bin_offsets_.assign(static_cast<std::size_t>(bin_columns_ * bin_rows_) + 1, 0);
        const auto each = [&](auto&& visit) {
            for (std::size_t i = 0; i < b_.count(); ++i) {
                if (!stands(b_, i)) continue;
                const auto at = [&](double away) {
                    return static_cast<std::int64_t>(away / bin_m_);
                };
                for (std::int64_t r = at(boxes_[i].low.y - low_.y);
                     r <= at(boxes_[i].high.y - low_.y); ++r)
                    for (std::int64_t c = at(boxes_[i].low.x - low_.x);
                         c <= at(boxes_[i].high.x - low_.x); ++c)
                        visit(static_cast<std::size_t>(r * bin_columns_ + c), i);
            }
        };
        each([&](std::size_t bin, std::size_t) { ++bin_offsets_[bin + 1]; });
        for (std::size_t k = 1; k < bin_offsets_.size(); ++k)
            bin_offsets_[k] += bin_offsets_[k - 1];
        binned_.resize(bin_offsets_.back());
        auto next = bin_offsets_;
        each([&](std::size_t bin, std::size_t i) {
            binned_[next[bin]++] = static_cast<std::uint32_t>(i);
        });
    }

    std::int64_t cell(double away_m) const { return static_cast<std::int64_t>(away_m / cell_m_); }
    std::size_t bin_of(MapPoint p) const {
        if (p.x < low_.x || p.y < low_.y) return bin_offsets_.size();
        const auto column = static_cast<std::int64_t>((p.x - low_.x) / bin_m_),
                   row = static_cast<std::int64_t>((p.y - low_.y) / bin_m_);
        return column < bin_columns_ && row < bin_rows_
                   ? static_cast<std::size_t>(row * bin_columns_ + column)
                   : bin_offsets_.size();
    }

    const city::Buildings& b_;
    std::vector<city::MapBox> boxes_;
    std::unordered_map<std::size_t, city::BandedOutline> many_corners_;
    MapPoint low_{};
    double cell_m_ = finest_cell_m, bin_m_ = 0;
    std::int64_t columns_ = 0, rows_ = 0, bin_columns_ = 0, bin_rows_ = 0;
    std::vector<std::uint32_t> tallest_, bin_offsets_, binned_;
};

// Splits an area between the two bins next to the direction it faces, so that turning the city by
// any angle changes little and by a whole bin nothing.
void add_to_bins(float* bins, double azimuth_rad, double area_m2) {
    const double place = azimuth_rad / (2 * city::pi) * wall_bins;
    const double below = std::floor(place), share = place - below;
    const auto bin = static_cast<std::size_t>(static_cast<std::int64_t>(below) %
                                                  static_cast<std::int64_t>(wall_bins) +
                                              static_cast<std::int64_t>(wall_bins)) %
                     wall_bins;
    bins[bin] += static_cast<float>(area_m2 * (1 - share));
    bins[(bin + 1) % wall_bins] += static_cast<float>(area_m2 * share);
}

void measure_walls(const city::Buildings& b, const CityGrid& grid, std::size_t i,
                   Surroundings& out) {
    float* bins = &out.wall_area_m2[i * wall_bins];
    const double base = std::max(0.0f, b.base_m[i]), top = b.height_m[i];
    for (auto r = b.footprints.polygon_offsets[i]; r < b.footprints.polygon_offsets[i + 1]; ++r) {
        const auto ring = b.footprints.ring(r);
        for (std::size_t k = 0; k < ring.size(); ++k) {
            const MapPoint from = ring[k], along = ring[(k + 1) % ring.size()] - from;
            const double length = std::hypot(along.x, along.y);
            if (length < 1e-6) continue;
            const MapPoint outward{
                along.y / length,
                -along.x / length};  // outer rings run counter-clockwise, holes clockwise
            const int samples = std::clamp(static_cast<int>(length / sample_every_m) + 1, 1, 16);
            double exposed_m2 = 0;
            for (int s = 0; s < samples; ++s) {
                const MapPoint probe = from + along * ((s + 0.5) / samples) + outward * party_gap_m;
                const double shared_top = std::min<double>(grid.height_over(probe, i), top);
                exposed_m2 += length / samples * std::max(0.0, top - std::max(base, shared_top));
            }
            out.party_area_m2[i] += static_cast<float>(length * (top - base) - exposed_m2);
            double azimuth = std::atan2(outward.x, outward.y);
            if (azimuth < 0) azimuth += 2 * city::pi;
            add_to_bins(bins, azimuth, exposed_m2);
        }
    }
}

void measure_horizon(const city::Buildings& b, const CityGrid& grid, std::size_t i,
                     Surroundings& out) {
    const auto outer = b.footprints.outer(i);
    MapPoint centre{0, 0};
    for (const MapPoint& p : outer) centre += p / static_cast<double>(outer.size());
    const double top = b.height_m[i], middle = 0.5 * top;
    double wall_lost[horizon_sectors], roof_lost = 0;
    for (std::size_t s = 0; s < horizon_sectors; ++s) {
        const double azimuth = 2 * city::pi * static_cast<double>(s) / horizon_sectors;
        const MapPoint direction{std::sin(azimuth), std::cos(azimuth)};
        double edge = -1, steepest = 0, height = 0, distance = 1, steepest_roof = 0;
        for (double away = grid.cell_m(); away < ray_length_m + (edge > 0 ? edge : 500.0);
             away += std::max(grid.cell_m(), 0.06 * away)) {
            const std::uint32_t there = grid.tallest_at(centre + direction * away);
            if (there == i) continue;
            if (edge < 0) edge = away - 0.5 * grid.cell_m();
            if (away - edge > ray_length_m) break;
            if (there == no_building) continue;
            const double from_wall = std::max(away - edge, 0.5 * grid.cell_m()),
                         other = b.height_m[there];
            const double steepness = (other - middle) / from_wall;
            if (steepness > steepest) {
                steepest = steepness;
                height = other;
                distance = from_wall;
            }
            steepest_roof = std::max(steepest_roof, (other - top) / from_wall);
        }
        out.obstruction_height[i * horizon_sectors + s] = static_cast<float>(height / top);
        out.obstruction_distance[i * horizon_sectors + s] = static_cast<float>(distance / top);
        wall_lost[s] = steepest / std::sqrt(1 + steepest * steepest);  // sine of the elevation
        roof_lost += steepest_roof * steepest_roof / (1 + steepest_roof * steepest_roof) /
                     horizon_sectors;  // sine squared
    }
    out.sky_share_roof[i] = static_cast<float>(1 - roof_lost);
    // A wall sees the sectors in front of it, most of all the one straight ahead.
    double area = 0, seen = 0;
    for (std::size_t bin = 0; bin < wall_bins; ++bin) {
        const double here = out.wall_area_m2[i * wall_bins + bin];
        if (here <= 0) continue;
        double lost = 0, weight = 0;
        for (int turn = -4; turn <= 4; ++turn) {
            const double w = std::cos(turn * 2 * city::pi / horizon_sectors);
            lost += w * wall_lost[(bin + horizon_sectors + static_cast<std::size_t>(turn + 16)) %
                                  horizon_sectors];
            weight += w;
        }
        area += here;
        seen += here * (1 - lost / weight);
    }
    out.sky_share_wall[i] = area > 0 ? static_cast<float>(seen / area) : 1.0f;
}

}  // namespace

Surroundings surroundings_of(const city::CityModel& city) {
    const city::Buildings& b = city.buildings;
    Surroundings out;
    out.wall_area_m2.assign(b.count() * wall_bins, 0.0f);
    out.party_area_m2.assign(b.count(), 0.0f);
    out.sky_share_wall.assign(b.count(), city::missing);
    out.sky_share_roof.assign(b.count(), city::missing);
    out.obstruction_height.assign(b.count() * horizon_sectors, 0.0f);
    out.obstruction_distance.assign(b.count() * horizon_sectors, 1.0f);
    const CityGrid grid(b);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, b.count(), 64), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            if (!stands(b, i)) continue;
            measure_walls(b, grid, i, out);
            measure_horizon(b, grid, i, out);
        }
    });
    return out;
}

}  // namespace emissions
