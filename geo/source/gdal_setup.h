#pragma once

#include <string>

namespace geo_io {

/// Registers GDAL's drivers once and sends its messages to `take_gdal_messages` instead of stderr.
void set_up_gdal();

/// What GDAL complained about on this thread since the last call, in one line; empty when nothing.
std::string take_gdal_messages();

/// Whether one of them, since the last call of this, was an error and not just a warning.
bool take_gdal_failure();

}  // namespace geo_io
