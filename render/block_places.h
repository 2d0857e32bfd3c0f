#pragma once

#include <span>
#include <vector>

#include "geo/mesh/blocks.h"

namespace render {

/// One place on the colour scale per block: the mean of its buildings by footprint area. Missing and plain ones
/// count only where nothing else is there: a block of which a part is known shows what is known. Parallel.
void block_places(const mesh::BlockMembers& members, std::span<const float> building_places, std::vector<float>& places);
/// One mark per block: the share, by footprint area, of its buildings that are marked. 0..255. Parallel.
void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> building_marks, std::vector<std::uint8_t>& marks);

}  // namespace render
