#pragma once

#include <span>

#include "geo/io/row_reader.h"

namespace geo_io {

/// Appends a line as a road with what its feature says of it; false (and nothing appended) where
/// the feature's class says that it is none: a ferry, a river among a table of all lines.
bool add_road(BuiltRows& out, const RowReader& read, const LayerFrame& frame, std::size_t row,
              std::span<const city::MapPoint> line, double length_m);

}  // namespace geo_io
