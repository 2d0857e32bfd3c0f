#include "viewer/tools/selection.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

namespace viewer {

namespace {

// The outline's edges sorted into bands of rows of pixels: a point looks at the few edges of its
// band, so that a lasso of hundreds of corners costs little more than a box.
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
            for (std::size_t band = band_of(std::min(edge.a.y, edge.b.y));
                 band <= band_of(std::max(edge.a.y, edge.b.y)); ++band)
                bands_[band].push_back(edge);
        }
    }
    bool holds(glm::vec2 p) const {
        if (p.x < low_.x || p.y < low_.y || p.x > high_.x || p.y > high_.y) return false;
        bool inside = false;
        for (const Edge& e : bands_[band_of(p.y)])
            if ((e.a.y > p.y) != (e.b.y > p.y) &&
                p.x < e.a.x + (e.b.x - e.a.x) * (p.y - e.a.y) / (e.b.y - e.a.y))
                inside = !inside;
        return inside;
    }

  private:
    static constexpr std::size_t count = 64;
    struct Edge {
        glm::vec2 a, b;
    };
    std::size_t band_of(float y) const {
        const float share = high_.y > low_.y ? (y - low_.y) / (high_.y - low_.y) : 0.0f;
        return std::min(static_cast<std::size_t>(std::max(share, 0.0f) * static_cast<float>(count)),
                        count - 1);
    }
    glm::vec2 low_, high_;
    std::vector<Edge> bands_[count];
};

std::vector<std::uint32_t> rows_inside(const std::vector<glm::vec2>& centres,
                                       const glm::mat4& clip_from_local, glm::vec2 size_px,
                                       const Bands& bands) {
    std::vector<std::uint8_t> inside(centres.size());
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, centres.size(), 8192), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                const glm::vec4 clip = clip_from_local * glm::vec4(centres[i], 0.0f, 1.0f);
                inside[i] = clip.w > 0.0f && bands.holds(glm::vec2(0.5f + 0.5f * clip.x / clip.w,
                                                                   0.5f - 0.5f * clip.y / clip.w) *
                                                         size_px);
            }
        });
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i] != 0) rows.push_back(static_cast<std::uint32_t>(i));
    return rows;
}

}  // namespace

ChosenRows rows_inside(const mesh::RowCentres& centres, const render::Camera& camera,
                       const Outline& outline) {
    if (outline.points_px.size() < 3 || !(outline.size_px.y > 0.0f)) return {};
    const glm::mat4 clip_from_local = camera.clip_from_local(outline.size_px.x / outline.size_px.y);
    const Bands bands(outline.points_px);
    return {rows_inside(centres.buildings, clip_from_local, outline.size_px, bands),
            rows_inside(centres.roads, clip_from_local, outline.size_px, bands)};
}

}  // namespace viewer
