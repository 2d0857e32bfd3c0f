#pragma once

#include <string>

#include "geo/city/load_report.h"

namespace geo_io {

/// How the texts of a shapefile's table (.dbf) are written, where that is not what its .cpg file or
/// its language byte says, or where they say nothing: for the driver's ENCODING. "" where GDAL may
/// follow what they say. What was guessed is reported. `shown` is the name for the report.
std::string table_encoding(const std::string& shapefile, const std::string& shown,
                           city::LoadReport& report);

}  // namespace geo_io
