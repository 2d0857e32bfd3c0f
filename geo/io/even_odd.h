#pragma once

#include "geo/io/footprint_clean.h"

namespace geo_io {

/// The outlines of what rings cover by the even-odd rule, where edges may cross: the GLU tessellator's sweep,
/// tens of times faster than an overlay on rings of some dozen vertices. Rings do not cross afterwards; empty when
/// the sweep fails.
RingSet even_odd_outlines(const RingSet& rings);

}  // namespace geo_io
