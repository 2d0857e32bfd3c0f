#pragma once

#include <memory>
#include <string>

#include "geo/source/growing_file.h"

namespace geo_io {

/// GDAL finds the file under the path that is returned, until it is withdrawn. A dataset that is
/// open keeps it.
std::string publish(const std::string& name, std::shared_ptr<GrowingFile> file);
void withdraw(const std::string& path);
/// Where a file that was published under `name`, or a folder of them, lies for GDAL.
std::string gdal_memory_path(const std::string& name);

}  // namespace geo_io
