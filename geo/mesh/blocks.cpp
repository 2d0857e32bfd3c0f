#include "geo/mesh/blocks.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace mesh {

BlockCandidate block_candidate(std::uint32_t row, glm::vec2 low, glm::vec2 high, float height_m) {
    const float size_m = std::max({high.x - low.x, high.y - low.y, height_m});
    BlockCandidate candidate{row, block_levels, 0.5f * (low + high)};
    for (std::size_t level = block_levels; level-- > 0;)
        if (size_m <= block_level[level].largest_building_m) candidate.first_level = level;
    return candidate;
}

float largest_part_m(std::size_t first_level) { return first_level < block_levels ? 0.99f * block_level[first_level].from_m : 1e9f; }

void add_blocks(std::span<const BlockCandidate> buildings, std::span<const float> height_m, std::span<const float> footprint_m2, std::size_t level, std::vector<Block>& blocks,
                BlockMembers& members) {
    struct Member {
        std::int64_t cell;
        std::uint32_t row;
        glm::vec2 at;
    };
    const float cell_m = block_level[level].cell_m;
    std::vector<Member> here;
    here.reserve(buildings.size());
    for (const BlockCandidate& building : buildings) {
        if (building.first_level > level) continue;
        const glm::vec2 at = building.middle;
        const auto x = static_cast<std::int64_t>(std::floor(at.x / cell_m)), y = static_cast<std::int64_t>(std::floor(at.y / cell_m));
        here.push_back({y * 16'777'216 + x, building.row, at});
    }
    std::sort(here.begin(), here.end(), [](const Member& a, const Member& b) { return a.cell != b.cell ? a.cell < b.cell : a.row < b.row; });
    for (std::size_t first = 0; first < here.size();) {
        std::size_t end = first;
        double area_m2 = 0, volume_m3 = 0;
        glm::vec2 low(1e30f), high(-1e30f), weighted(0.0f);
        for (; end < here.size() && here[end].cell == here[first].cell; ++end) {
            const std::uint32_t row = here[end].row;
            const float footprint = std::max(footprint_m2[row], 1e-3f);
            area_m2 += static_cast<double>(footprint);
            volume_m3 += static_cast<double>(footprint) * static_cast<double>(height_m[row]);
            weighted += here[end].at * footprint;
            low = glm::min(low, here[end].at);
            high = glm::max(high, here[end].at);
            members.rows.push_back(row);
            members.shares.push_back(footprint);
        }
        const auto per_area = static_cast<float>(1.0 / area_m2);
        for (std::size_t m = members.offsets.back(); m < members.shares.size(); ++m) members.shares[m] *= per_area;
        members.offsets.push_back(static_cast<std::uint32_t>(members.rows.size()));
        const auto edge_m = static_cast<float>(std::sqrt(area_m2));
        // As long and narrow as the buildings stand, but with their area.
        const glm::vec2 spread = high - low + edge_m;
        const float longer = std::clamp(std::sqrt(spread.x / spread.y), 0.5f, 2.0f);
        const glm::vec2 middle = weighted / static_cast<float>(area_m2);
        blocks.push_back({middle.x, middle.y, 0.5f * edge_m * longer, 0.5f * edge_m / longer, static_cast<float>(volume_m3 / area_m2), static_cast<std::uint32_t>(members.count() - 1)});
        first = end;
    }
}

}  // namespace mesh
