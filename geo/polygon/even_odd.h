#pragma once

#include "geo/polygon/footprint_clean.h"
#include "geo/polygon/ring_edges.h"

namespace geo_io {

/// The outlines of what rings cover by the even-odd rule, where edges may cross or lie on each
/// other. A vertex is taken to lie on an edge or on another vertex when doubles cannot tell them
/// apart. Outlines touch at most at vertices, up to rounding; they have what is covered on their
/// left, and none comes back to one of its vertices. Hundreds of times faster than an overlay on
/// rings of some dozen vertices.
/// False when the rings meet too often (crossings.h) or are too many to be told apart.
bool even_odd_outlines(const RingEdges& edges, RingSet& outlines);
/// The same; nothing when they do.
RingSet even_odd_outlines(const RingSet& rings);

}  // namespace geo_io
