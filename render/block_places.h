#pragma once

#include <span>

#include "geo/mesh/blocks.h"
#include "render/place_code.h"

namespace render {

/// One place on the colour scale for each of the blocks [first, first + places.size()): the mean of
/// what it stands for by footprint area. Missing and plain ones count only where nothing else is
/// there: a block of which a part is known shows what is known. `members_places` are what
/// `members.rows` name.
void block_places(const mesh::BlockMembers& members, std::span<const PlaceCode> members_places,
                  std::size_t first, std::span<PlaceCode> places);
/// One mark for each: the share, by footprint area, of what it stands for that is marked. 0..255.
void block_marks(const mesh::BlockMembers& members, std::span<const std::uint8_t> members_marks,
                 std::size_t first, std::span<std::uint8_t> marks);

}  // namespace render
