#pragma once

#include <string>

namespace geo_io {

/// GDAL's drivers pass over writes that fail (FlatGeobuf, GeoJSON, XLSX on a full disk end well).
/// Files under this name go to the same file on disk, and every write, flush and close of theirs
/// that fails is remembered.
std::string watched(const std::string& path);

/// The errno of the first failure on a watched file in `folder` since the last call; 0: none.
int take_write_error(const std::string& folder);

}  // namespace geo_io
