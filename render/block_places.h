#pragma once

#include <array>
#include <span>
#include <vector>

#include "geo/mesh/blocks.h"

namespace render {

using BlockLevels = std::array<mesh::BlockMembers, mesh::block_levels>;

/// One place on the colour scale per block of each level: the mean of its buildings by footprint area. Missing and plain
/// ones count only where nothing else is there: a block of which a part is known shows what is known. Parallel.
void block_places(const BlockLevels& levels, std::span<const float> building_places, std::array<std::vector<float>, mesh::block_levels>& places);
/// One mark per block: the share, by footprint area, of its buildings that are marked. 0..255. Parallel.
void block_marks(const BlockLevels& levels, std::span<const std::uint8_t> building_marks, std::array<std::vector<std::uint8_t>, mesh::block_levels>& marks);

}  // namespace render
