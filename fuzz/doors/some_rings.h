#pragma once

#include "fuzz/door.h"
#include "geo/polygon/footprint_clean.h"

namespace fuzz {

/// Rings out of bytes. The first byte says how: on a grid of 16 x 16 places (where corners meet and
/// edges lie on each other), on one of 256 x 256, or of any doubles at all. A zero ends a ring of
/// the first two.
enum class RingStyle { coarse, fine, any };
struct SomeRings {
    RingStyle style;
    geo_io::RingSet rings;
};
SomeRings some_rings(Bytes bytes);

}  // namespace fuzz
