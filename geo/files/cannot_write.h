#pragma once

#include <string>

#include "geo/city/result.h"

namespace files {

/// "cannot write out.gpkg: the disk is full: make room...": what, why and what to do, from an
/// errno.
city::Error cannot_write(const std::string& path, int error_number);

}  // namespace files
