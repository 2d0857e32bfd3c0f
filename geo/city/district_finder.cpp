#include "geo/city/district_finder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/city/chunks.h"

namespace city {

namespace {

constexpr std::size_t most_entries = 4'000'000;  // of outlines in cells: 16 MB

// The centroid of a ring, from its first corner for the sake of the digits; of a ring without an
// area the middle of its box.
MapPoint centroid(std::span<const MapPoint> ring) {
    const MapPoint origin = ring[0];
    MapBox box;
    MapPoint sum{0.0, 0.0};
    double twice_area_m2 = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint a = ring[i] - origin, b = ring[(i + 1) % ring.size()] - origin;
        const double cross = a.x * b.y - a.y * b.x;
        twice_area_m2 += cross;
        sum += (a + b) * cross;
        box.add(ring[i]);
    }
    const MapPoint place = origin + sum / (3.0 * twice_area_m2);
    const bool inside = place.x >= box.low.x && place.x <= box.high.x && place.y >= box.low.y &&
                        place.y <= box.high.y;
    return inside ? place : 0.5 * (box.low + box.high);
}

MapPoint halfway(std::span<const MapPoint> line) {
    double left_m = 0.5 * line_length_m(line);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step_m = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        if (step_m > 0.0 && left_m <= step_m)
            return line[i - 1] + (line[i] - line[i - 1]) * (left_m / step_m);
        left_m -= step_m;
    }
    return line.back();
}

bool meets(const MapBox& box, MapPoint p) {
    return p.x >= box.low.x && p.x <= box.high.x && p.y >= box.low.y && p.y <= box.high.y;
}

}  // namespace

DistrictFinder::DistrictFinder(const Districts& districts) {
    for (std::size_t polygon = 0; polygon < districts.outlines.polygon_count(); ++polygon) {
        outlines_.push_back(
            {BandedOutline(districts.outlines, polygon), districts.of_outline[polygon]});
        const MapBox& box = outlines_.back().edges.box();
        if (box.empty()) continue;
        box_.add(box.low);
        box_.add(box.high);
    }
    if (box_.empty()) return;
    cells_ = std::clamp<std::size_t>(
        2 * static_cast<std::size_t>(std::sqrt(static_cast<double>(outlines_.size()))), 1, 512);
    const auto per_m = [this](double side_m) {
        return side_m > 0.0 ? static_cast<double>(cells_) / side_m : 0.0;
    };
    const auto each_cell_of = [this](const MapBox& box, auto visit) {
        for (std::size_t row = row_of(box.low.y); row <= row_of(box.high.y); ++row)
            for (std::size_t column = column_of(box.low.x); column <= column_of(box.high.x);
                 ++column)
                visit(row * cells_ + column);
    };
    // Outlines that all cover the whole would fill every cell of a fine grid.
    for (;; cells_ /= 2) {
        cells_per_m_x_ = per_m(box_.high.x - box_.low.x);
        cells_per_m_y_ = per_m(box_.high.y - box_.low.y);
        std::size_t entries = 0;
        for (const Outline& outline : outlines_) {
            const MapBox& box = outline.edges.box();
            if (!box.empty())
                entries += (row_of(box.high.y) - row_of(box.low.y) + 1) *
                           (column_of(box.high.x) - column_of(box.low.x) + 1);
        }
        if (cells_ == 1 || entries <= most_entries + 16 * outlines_.size()) break;
    }
    grid_.resize(cells_ * cells_);
    for (std::uint32_t o = 0; o < outlines_.size(); ++o)
        if (!outlines_[o].edges.box().empty())
            each_cell_of(outlines_[o].edges.box(),
                         [&](std::size_t cell) { grid_[cell].push_back(o); });
}

std::size_t DistrictFinder::column_of(double x) const {
    return part_of(x, box_.low.x, cells_per_m_x_, cells_);
}
std::size_t DistrictFinder::row_of(double y) const {
    return part_of(y, box_.low.y, cells_per_m_y_, cells_);
}

std::int32_t DistrictFinder::at(MapPoint place) const {
    if (box_.empty() || !meets(box_, place)) return Districts::none;
    for (const std::uint32_t o : grid_[row_of(place.y) * cells_ + column_of(place.x)])
        if (meets(outlines_[o].edges.box(), place) && outlines_[o].edges.holds(place))
            return outlines_[o].district;
    return Districts::none;
}

void assign_districts(CityModel& city) {
    Districts& districts = city.districts;
    districts.of_building.clear();
    districts.of_road.clear();
    if (districts.count() == 0) return;
    const DistrictFinder finder(districts);
    districts.of_building.resize(city.buildings.count());
    in_chunks(city.buildings.count(), [&](std::size_t first, std::size_t rows) {
        for (std::size_t i = first; i < first + rows; ++i)
            districts.of_building[i] = finder.at(centroid(city.buildings.footprints.outer(i)));
    });
    districts.of_road.resize(city.roads.count());
    in_chunks(city.roads.count(), [&](std::size_t first, std::size_t rows) {
        for (std::size_t i = first; i < first + rows; ++i)
            districts.of_road[i] = finder.at(halfway(city.roads.lines.line(i)));
    });
}

std::size_t buildings_outside(const Districts& districts) {
    return static_cast<std::size_t>(
        std::count(districts.of_building.begin(), districts.of_building.end(), Districts::none));
}

}  // namespace city
