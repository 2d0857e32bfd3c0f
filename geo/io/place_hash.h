#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/feature_batch.h"
#include "geo/io/layer_frame.h"

namespace geo_io {

/// Where each part of a batch lies, as a number that tells a building from all others of its city:
/// FNV-1a (64 bits) over the centroid's longitude and latitude on WGS 84 in whole millionths of a
/// degree, two 64-bit integers, low byte first. One per part; 0 for lines and for what has no
/// place. The points must still be as the file has them: before any shift, projection or repair.
///
/// The centroid is that of the outer ring alone, worked out in whole numbers (1e-8 degrees or
/// a millimetre), so that neither the ring's first vertex, nor its direction, nor the compiler can
/// move it across a rounding edge. What changes it: another outline, more or fewer decimals in the
/// file, another coordinate system (in one building of about a hundred), a corner added or taken
/// away that is not on a straight edge. Holes do not, nor do other columns or rows. A body
/// (CityGML) and a ring without an area stand in the middle of their box. Data in metres at an
/// unknown place count in decimetres instead.
std::vector<std::uint64_t> place_hashes(const FeatureBatch& batch, const LayerFrame& frame);

/// Adds the hash as thirteen digits of base 32, Crockford's alphabet in lower case.
void append_place(std::string& text, std::uint64_t place_hash);

}  // namespace geo_io
