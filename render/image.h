#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/city/result.h"

namespace render {

/// 8-bit RGBA, rows from top to bottom.
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

city::Result<Image> read_png(const std::string& path);
/// Appears whole or not at all.
city::Result<void> write_png(const Image& image, const std::string& path);

}  // namespace render
