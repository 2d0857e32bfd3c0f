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

float largest_part_m(std::size_t first_level) {
    return first_level < block_levels ? 0.99f * block_level[first_level].from_m : 1e9f;
}

BlockPart block_part(const BlockCandidate& building, float height_m, float footprint_m2) {
    const float area_m2 = std::max(footprint_m2, 1e-3f);
    return {building.row,
            static_cast<double>(area_m2),
            static_cast<double>(area_m2) * static_cast<double>(height_m),
            building.middle,
            building.middle,
            building.middle * area_m2};
}

std::vector<BlockPart> add_blocks(std::span<const BlockPart> parts, std::size_t level,
                                  std::vector<Block>& blocks, BlockMembers& members) {
    struct Placed {
        std::int64_t cell;
        std::uint32_t part;
    };
    const float cell_m = block_level[level].cell_m;
    std::vector<Placed> here(parts.size());
    for (std::uint32_t p = 0; p < parts.size(); ++p) {
        // Squares of one level lie in those of the next: a block below is in one, wherever its
        // buildings stand.
        const auto x = static_cast<std::int64_t>(std::floor(parts[p].low.x / cell_m)),
                   y = static_cast<std::int64_t>(std::floor(parts[p].low.y / cell_m));
        here[p] = {y * 16'777'216 + x, p};
    }
    std::sort(here.begin(), here.end(), [](const Placed& a, const Placed& b) {
        return a.cell != b.cell ? a.cell < b.cell : a.part < b.part;
    });
    std::vector<std::span<const Placed>> cells;
    for (std::size_t first = 0; first < here.size();) {
        std::size_t end = first + 1;
        while (end < here.size() && here[end].cell == here[first].cell) ++end;
        cells.push_back(std::span(here).subspan(first, end - first));
        first = end;
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<BlockPart> made;
    made.reserve(cells.size());
    for (const auto cell : cells) {
        const auto row = static_cast<std::uint32_t>(members.count());
        BlockPart whole{row | of_level_below, 0, 0, glm::vec2(1e30f), glm::vec2(-1e30f)};
        for (const Placed& placed : cell) {
            const BlockPart& part = parts[placed.part];
            whole.area_m2 += part.area_m2;
            whole.volume_m3 += part.volume_m3;
            whole.middles_m2 += part.middles_m2;
            whole.low = glm::min(whole.low, part.low);
            whole.high = glm::max(whole.high, part.high);
        }
        double so_far_m2 = 0;
        std::uint32_t so_far = 0;
        for (const Placed& placed : cell) {
            members.rows.push_back(parts[placed.part].row);
            // What is rounded is the sum, so that all of them are a whole.
            so_far_m2 += parts[placed.part].area_m2;
            const auto then =
                static_cast<std::uint32_t>(so_far_m2 / whole.area_m2 * whole_share + 0.5);
            members.shares.push_back(static_cast<std::uint16_t>(then - so_far));
            so_far = then;
        }
        members.offsets.push_back(static_cast<std::uint32_t>(members.rows.size()));
        made.push_back(whole);
        const auto edge_m = static_cast<float>(std::sqrt(whole.area_m2));
        // As long and narrow as the buildings stand, but with their area.
        const glm::vec2 spread = whole.high - whole.low + edge_m;
        const float longer = std::clamp(std::sqrt(spread.x / spread.y), 0.5f, 2.0f);
        const glm::vec2 middle = whole.middles_m2 / static_cast<float>(whole.area_m2);
        blocks.push_back({middle.x, middle.y, 0.5f * edge_m * longer, 0.5f * edge_m / longer,
                          static_cast<float>(whole.volume_m3 / whole.area_m2), row});
    }
    return made;
}

}  // namespace mesh
