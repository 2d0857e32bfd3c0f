#pragma once

#include <span>
#include <vector>

#include "geo/mesh/blocks.h"

namespace render {

/// One place on the colour scale per block: the mean of its buildings by footprint area. Missing and plain ones
/// count only where nothing else is there: a block of which a part is known shows what is known. Parallel.
void block_places(const mesh::BlockMembers& members, std::span<const float> building_places, std::vector<float>& places);

}  // namespace render
