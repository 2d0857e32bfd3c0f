#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace mesh {

/// Stands for the small buildings of one square when they are seen from so far away that each covers a pixel or
/// less: one box with their footprint area and their volume, 24 bytes. Nothing goes missing, it merges.
struct Block {
    float x, y;            ///< middle, weighted by footprint area
    float half_x, half_y;  ///< half its edges
    float top_m;
    std::uint32_t row;     ///< in its level's `Blocks::places`
};

/// Level 0 stands in for buildings under 40 m, level 1 for those under 120 m as well.
inline constexpr std::size_t block_levels = 2;
struct BlockLevel {
    float cell_m;               ///< edge of a square
    float largest_building_m;   ///< longer or higher ones are drawn on their own
    float from_m;               ///< drawn instead of buildings where this many metres are too small to see
};
inline constexpr std::array<BlockLevel, block_levels> block_level{{{40.0f, 40.0f, 8.0f}, {160.0f, 120.0f, 32.0f}}};

/// A building as blocks see it.
struct BlockCandidate {
    std::uint32_t row;
    std::size_t first_level;  ///< the level that first stands in for it; block_levels when none ever does
    glm::vec2 middle;         ///< of the box around its footprint, local
};
BlockCandidate block_candidate(std::uint32_t row, glm::vec2 low, glm::vec2 high, float height_m);

/// How large a part of a building may count for the detail levels of a tile: a building leaves the picture as a
/// whole, at the distance where its block takes over.
float largest_part_m(std::size_t first_level);

/// Which rows each block stands for, and the share each has in its block's footprint area.
struct BlockMembers {
    std::vector<std::uint32_t> offsets{0};  ///< block b has [offsets[b], offsets[b + 1])
    std::vector<std::uint32_t> rows;
    std::vector<float> shares;  ///< those of a block add up to 1
    std::size_t count() const { return offsets.size() - 1; }
};

/// Blocks of one level over the buildings of one tile, appended to `blocks` and `members`. Heights and footprint areas are by row.
void add_blocks(std::span<const BlockCandidate> buildings, std::span<const float> height_m, std::span<const float> footprint_m2, std::size_t level, std::vector<Block>& blocks,
                BlockMembers& members);

}  // namespace mesh
