#include "viewer/tools/selection.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>
#include <iterator>

namespace viewer {

namespace {

// The outline's edges sorted into bands of rows of pixels: a point looks at the few edges of its band, so that a lasso
// of hundreds of corners costs little more than a box.
class Bands {
  public:
    explicit Bands(std::span<const glm::vec2> points) : low_(points[0]), high_(points[0]) {
        for (const glm::vec2 p : points) {
            low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
            high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
        }
        for (std::size_t k = 0; k < points.size(); ++k) {
            const Edge edge{points[k], points[(k + 1) % points.size()]};
            if (edge.a.y == edge.b.y) continue;  // no row of pixels crosses it
            for (std::size_t band = band_of(std::min(edge.a.y, edge.b.y)); band <= band_of(std::max(edge.a.y, edge.b.y)); ++band) bands_[band].push_back(edge);
        }
    }
    bool holds(glm::vec2 p) const {
        if (p.x < low_.x || p.y < low_.y || p.x > high_.x || p.y > high_.y) return false;
        bool inside = false;
        for (const Edge& e : bands_[band_of(p.y)])
            if ((e.a.y > p.y) != (e.b.y > p.y) && p.x < e.a.x + (e.b.x - e.a.x) * (p.y - e.a.y) / (e.b.y - e.a.y)) inside = !inside;
        return inside;
    }

  private:
    static constexpr std::size_t count = 64;
    struct Edge {
        glm::vec2 a, b;
    };
    std::size_t band_of(float y) const {
        const float share = high_.y > low_.y ? (y - low_.y) / (high_.y - low_.y) : 0.0f;
        return std::min(static_cast<std::size_t>(std::max(share, 0.0f) * static_cast<float>(count)), count - 1);
    }
    glm::vec2 low_, high_;
    std::vector<Edge> bands_[count];
};

std::vector<std::uint32_t> rows_inside(const std::vector<glm::vec2>& centres, const glm::mat4& clip_from_local, glm::vec2 size_px, const Bands& bands) {
    std::vector<std::uint8_t> inside(centres.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, centres.size(), 8192), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const glm::vec4 clip = clip_from_local * glm::vec4(centres[i], 0.0f, 1.0f);
            inside[i] = clip.w > 0.0f && bands.holds(glm::vec2(0.5f + 0.5f * clip.x / clip.w, 0.5f - 0.5f * clip.y / clip.w) * size_px);
        }
    });
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i] != 0) rows.push_back(static_cast<std::uint32_t>(i));
    return rows;
}

std::vector<std::uint32_t> combined(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& drawn, Combine combine) {
    std::vector<std::uint32_t> rows;
    if (combine == Combine::replace) return drawn;
    if (combine == Combine::add) std::set_union(before.begin(), before.end(), drawn.begin(), drawn.end(), std::back_inserter(rows));
    else std::set_difference(before.begin(), before.end(), drawn.begin(), drawn.end(), std::back_inserter(rows));
    return rows;
}

// Area centroid; for a ring without area, the mean of its corners. Differences to the first corner keep the digits.
city::MapPoint centroid(std::span<const city::MapPoint> ring) {
    city::MapPoint sum{0, 0}, mean{0, 0};
    double twice = 0.0;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const city::MapPoint a = ring[k] - ring[0], b = ring[(k + 1) % ring.size()] - ring[0];
        const double cross = a.x * b.y - a.y * b.x;
        twice += cross;
        sum += (a + b) * cross;
        mean += a / static_cast<double>(ring.size());
    }
    return ring[0] + (std::abs(twice) > 1e-9 ? sum / (3.0 * twice) : mean);
}

city::MapPoint half_way(std::span<const city::MapPoint> line) {
    double left_m = 0.5 * city::line_length_m(line);
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
        const double segment_m = std::hypot(line[k + 1].x - line[k].x, line[k + 1].y - line[k].y);
        if (segment_m >= left_m && segment_m > 0.0) return line[k] + (line[k + 1] - line[k]) * (left_m / segment_m);
        left_m -= segment_m;
    }
    return line.back();
}

}  // namespace

ChosenRows combined(const ChosenRows& before, const ChosenRows& drawn, Combine combine) {
    return {combined(before.buildings, drawn.buildings, combine), combined(before.roads, drawn.roads, combine)};
}

RowCentres centres_of(const city::CityModel& city) {
    RowCentres centres;
    // A row without a shape cannot be inside anything.
    const glm::vec2 nowhere(std::nanf(""));
    centres.buildings.resize(city.buildings.count(), nowhere);
    centres.roads.resize(city.roads.count(), nowhere);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, centres.buildings.size(), 4096), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            if (const auto ring = city.buildings.footprints.outer(i); !ring.empty()) centres.buildings[i] = city.frame.to_local(centroid(ring));
    });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, centres.roads.size(), 4096), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
            if (const auto line = city.roads.lines.line(i); !line.empty()) centres.roads[i] = city.frame.to_local(half_way(line));
    });
    return centres;
}

ChosenRows rows_inside(const RowCentres& centres, const render::Camera& camera, const Outline& outline) {
    if (outline.points_px.size() < 3 || !(outline.size_px.y > 0.0f)) return {};
    const glm::mat4 clip_from_local = camera.clip_from_local(outline.size_px.x / outline.size_px.y);
    const Bands bands(outline.points_px);
    return {rows_inside(centres.buildings, clip_from_local, outline.size_px, bands), rows_inside(centres.roads, clip_from_local, outline.size_px, bands)};
}

}  // namespace viewer
