#pragma once

#include <string>

namespace geo_io {

/// Registers GDAL's drivers once and sends its messages to `take_gdal_messages` instead of stderr.
void set_up_gdal();

/// What GDAL complained about on this thread since the last call, in one line; empty when nothing.
std::string take_gdal_messages();

}  // namespace geo_io
