#pragma once

#include <cstddef>
#include <string>

#include "geo/city/result.h"

namespace geo_io {

/// The first bytes of a file, through GDAL's file systems; "" where it cannot be read. `whole` says
/// whether that is all of it.
std::string head_of(const std::string& path, std::size_t most_bytes, bool& whole);

/// All of it; an Error that names the size when it is more than `most_bytes`, with `remedy`.
city::Result<std::string> all_of_file(const std::string& path, std::size_t most_bytes,
                                      const std::string& remedy);

/// What is packed with bzip2, unpacked; errors: damaged, or more than `most_bytes`.
city::Result<std::string> unpacked_bzip2(const std::string& packed, std::size_t most_bytes);

}  // namespace geo_io
