#pragma once

#include <vector>

#include "geo/polygon/footprint_clean.h"

namespace geo_io {

/// Drops repeated vertices (within 5 mm) and those within a centimetre of the line between their
/// neighbours, which say nothing about a building. Spikes stay, for the repair to see. Fewer than
/// three may be left.
void drop_needless_vertices(std::vector<city::MapPoint>& ring);
/// The same for all rings; holes that are no ring any more go. False when the outer ring is none.
bool drop_needless_vertices(FlatRings& rings);

}  // namespace geo_io
