#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "geo/city/result.h"
#include "render/frame_part.h"
#include "render/image.h"

namespace render {

struct PictureSettings {
    glm::ivec2 size_px{1920, 1080};
    int samples = 4;      ///< per drawn pixel
    int supersample = 1;  ///< each pixel drawn as this many squared, then averaged
    int tile_px = 0;   ///< largest side of a tile; 0: as large as the GPU and `memory_bytes` allow
    int guard_px = 0;  ///< drawn around each tile and thrown away, for effects that look at
                       ///< neighbouring pixels
    bool transparent = false;  ///< keep alpha; otherwise the picture is opaque
    std::size_t memory_bytes = std::size_t{512} << 20;  ///< of graphics memory for one tile
};

/// How a picture is cut: columns from the left, bands from the bottom, so that every tile starts at
/// an even pixel of the whole as GL counts and 2 x 2 quads (derivatives in shaders) are those of
/// the whole. Bands in order from the top, each with its tiles from the left.
std::vector<std::vector<PicturePart>> cut_into_tiles(glm::ivec2 size_px, int tile_px);

/// A part of the picture to draw into `target`, `supersample` pixels for each of its own.
using DrawPart = std::function<void(const PicturePart& part, std::uint32_t target)>;
/// A finished band: the picture's whole width, the next rows from the top.
using TakeRows = std::function<city::Result<void>(const Image& band)>;

struct PictureReport {
    int tiles = 0;
    int tile_px = 0;
};

/// Draws a picture of any size in tiles and hands it on in bands, so that memory is bounded by one
/// band and one tile. `draw` gets parts with their guard, `draw_over` (may be empty) exact parts in
/// finished pixels: panels on top. Tiles become smaller when the graphics memory has no room. Needs
/// a current context.
city::Result<PictureReport> draw_picture(const PictureSettings& settings, const DrawPart& draw,
                                         const DrawPart& draw_over, const TakeRows& take);

}  // namespace render
