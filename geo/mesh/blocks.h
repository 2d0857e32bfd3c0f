#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <glm/vec2.hpp>

namespace mesh {

/// Stands for the small buildings of one square when they are seen from so far away that each
/// covers a pixel or less: one box with their footprint area and their volume, 24 bytes. Nothing
/// goes missing, it merges.
struct Block {
    float x, y;            ///< middle, weighted by footprint area
    float half_x, half_y;  ///< half its edges
    float top_m;
    std::uint32_t row;  ///< in its level's `Blocks::places`
};

/// Level 0 stands in for buildings under 40 m, level 1 for those under 120 m as well.
inline constexpr std::size_t block_levels = 2;
struct BlockLevel {
    float cell_m;              ///< edge of a square
    float largest_building_m;  ///< longer or higher ones are drawn on their own
    float from_m;  ///< drawn instead of buildings where this many metres are too small to see
};
inline constexpr std::array<BlockLevel, block_levels> block_level{
    {{40.0f, 40.0f, 8.0f}, {160.0f, 120.0f, 32.0f}}};

/// A building as blocks see it.
struct BlockCandidate {
    std::uint32_t row;
    std::size_t
        first_level;   ///< the level that first stands in for it; block_levels when none ever does
    glm::vec2 middle;  ///< of the box around its footprint, local
};
BlockCandidate block_candidate(std::uint32_t row, glm::vec2 low, glm::vec2 high, float height_m);

/// How large a part of a building may count for the detail levels of a tile: a building leaves the
/// picture as a whole, at the distance where its block takes over.
float largest_part_m(std::size_t first_level);

/// What each block stands for, and the share each has in its block's footprint area. Blocks of the
/// same number of members lie behind each other as far as a tile goes: who goes over all of them,
/// as each recolouring does, then guesses right how many come next.
struct BlockMembers {
    std::vector<std::uint32_t> offsets{0};  ///< block b has [offsets[b], offsets[b + 1])
    /// Rows of buildings; level 1 adds up the blocks of level 0, not their buildings once more. Of
    /// a tile those are marked with `of_level_below`, of a city they are counted on behind its
    /// buildings.
    std::vector<std::uint32_t> rows;
    std::vector<std::uint16_t> shares;  ///< those of a block add up to `whole_share`
    std::size_t count() const { return offsets.size() - 1; }
};
inline constexpr std::uint32_t of_level_below = 0x8000'0000u;
inline constexpr std::uint32_t whole_share = 65'535;

/// A building or a block of the level below, on its way into a block.
struct BlockPart {
    std::uint32_t row;  ///< as in BlockMembers
    double area_m2, volume_m3;
    glm::vec2 low, high;     ///< around the middles of its buildings
    glm::vec2 middles_m2{};  ///< sum of the middles, each times its footprint area
};
BlockPart block_part(const BlockCandidate& building, float height_m, float footprint_m2);

/// Blocks of one level over what one tile has for it, appended to `blocks` and `members`. They come
/// back as parts of the next level.
std::vector<BlockPart> add_blocks(std::span<const BlockPart> parts, std::size_t level,
                                  std::vector<Block>& blocks, BlockMembers& members);

}  // namespace mesh
