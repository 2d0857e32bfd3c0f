#include "geo/mesh/far_tile.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

#include "geo/mesh/detail_order.h"
#include "geo/mesh/simplify.h"
#include "geo/mesh/triangulate.h"

namespace mesh {

using glm::vec2;

namespace {
// A long wall counts by its height all the same: where that is about half a pixel, its roof alone
// is drawn.
constexpr float low_wall_share = 1.25f;
}  // namespace

void FarTileBuilder::building(std::uint32_t row) {
    const city::Buildings& b = city_.buildings;
    const auto [low, high] = local_box(city_, row);
    out_.low = glm::min(out_.low, low);
    out_.high = glm::max(out_.high, high);
    out_.top_m = std::max(out_.top_m, b.height_m[row] + 4.0f);
    candidates_.push_back(block_candidate(row, low, high, b.height_m[row]));
    const std::size_t first_level = candidates_.back().first_level;
    if (first_level == 0) return;
    whole_.take(city_, row);
    keep_what_counts();
    const float height_m = b.height_m[row] - b.base_m[row], largest_m = largest_part_m(first_level);
    kept_.each_edge([&](vec2 from, vec2 to) {
        out_.wall_edges.push_back({from.x, from.y, to.x, to.y, row});
        wall_classes_.push_back(size_class(
            std::min(wall_size_m(from, to, height_m, largest_m), low_wall_share * height_m)));
    });
    add_roof(row);
    roof_classes_.resize(out_.roof_indices.size() / 3,
                         size_class(std::min(std::sqrt(b.footprint_area_m2[row]), largest_m)));
}

void FarTileBuilder::add_roof(std::uint32_t row) {
    const auto first = static_cast<std::uint32_t>(out_.roof_vertices.size());
    for (std::size_t r = 0; r < kept_.ring_count(); ++r) {
        const auto ring = kept_.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            // Across the two neighbours: the building lies on the left of its outline.
            const vec2 along =
                ring[i + 1 == ring.size() ? 0 : i + 1] - ring[i == 0 ? ring.size() - 1 : i - 1];
            const vec2 out =
                32767.0f * vec2(along.y, -along.x) / std::max(std::hypot(along.x, along.y), 1e-3f);
            out_.roof_vertices.push_back({ring[i].x, ring[i].y, static_cast<std::int16_t>(out.x),
                                          static_cast<std::int16_t>(out.y), row});
        }
    }
    for (const std::uint32_t corner : triangles_) out_.roof_indices.push_back(first + corner);
}

// The outline within a third of a pixel of where blocks begin, cut into `triangles_`.
void FarTileBuilder::keep_what_counts() {
    // Where an outline crosses itself once it has fewer corners, more of them stay, or all.
    for (const float share : {0.5f, 0.25f, 0.125f})
        if (keep_within(share * block_level[0].from_m)) return;
    kept_ = whole_;
    triangles_.clear();
    triangulate(kept_.points, kept_.offsets, triangles_);
}

bool FarTileBuilder::keep_within(float tolerance_m) {
    kept_.clear();
    for (std::size_t r = 0; r < whole_.ring_count(); ++r) {
        const auto ring = whole_.ring(r);
        kept_corners(ring, tolerance_m, corners_);
        if (corners_.empty()) {
            if (r == 0) break;  // narrower than that, and still to be seen by its length
            continue;
        }
        for (const std::uint32_t k : corners_) kept_.points.push_back(ring[k]);
        kept_.offsets.push_back(static_cast<std::uint32_t>(kept_.points.size()));
    }
    triangles_.clear();
    return kept_.ring_count() > 0 && triangulate(kept_.points, kept_.offsets, triangles_);
}

void FarTileBuilder::finish() {
    sort_from_large(out_.wall_edges, 1, wall_classes_, out_.walls);
    sort_from_large(out_.roof_indices, 3, roof_classes_, out_.roof_triangles);
    const city::Buildings& b = city_.buildings;
    std::vector<BlockPart> parts;
    for (std::size_t level = 0; level < block_levels; ++level) {
        for (const BlockCandidate& building : candidates_)
            if (building.first_level == level)
                parts.push_back(block_part(building, b.height_m[building.row],
                                           b.footprint_area_m2[building.row]));
        parts = add_blocks(parts, level, out_.blocks[level], out_.block_members[level]);
        wall_classes_.clear();
        for (const Block& block : out_.blocks[level])
            wall_classes_.push_back(size_class(low_wall_share * block.top_m));
        sort_from_large(out_.blocks[level], 1, wall_classes_, out_.block_ranges[level]);
    }
}

}  // namespace mesh
