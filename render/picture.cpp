#include "render/picture.h"

#include <glad/gl.h>

#include <algorithm>

#include "render/picture_target.h"

namespace render {

namespace {

constexpr int smallest_tile_px = 16;

int even(int px) {
    return px & ~1;
}

// The largest tile that the GPU takes and that stays in the memory allowed.
int largest_tile(const PictureSettings& settings, int samples) {
    const int widest = std::max(settings.size_px.x, settings.size_px.y);
    int tile = PictureTarget::largest_px() / settings.supersample - 2 * settings.guard_px;
    if (settings.tile_px > 0) tile = std::min(tile, settings.tile_px);
    tile = std::min(tile, widest + (widest & 1));
    const auto needed = [&](int side) {
        return PictureTarget::bytes_for(
            glm::min(glm::ivec2(side + 2 * settings.guard_px), settings.size_px), samples,
            settings.supersample);
    };
    while (tile > 256 && needed(tile) > settings.memory_bytes) tile = tile * 7 / 8;
    return std::max(even(tile), smallest_tile_px);
}

// Bottom-up rows of premultiplied colour -> rows from the top, straight alpha as PNG has it.
void settle(Image& band, bool transparent) {
    const std::size_t row = static_cast<std::size_t>(band.width) * 4;
    std::uint8_t* const rows = band.rgba.data();
    for (int y = 0; y < band.height / 2; ++y)
        std::swap_ranges(rows + static_cast<std::size_t>(y) * row,
                         rows + static_cast<std::size_t>(y + 1) * row,
                         rows + static_cast<std::size_t>(band.height - 1 - y) * row);
    for (std::size_t at = 0; at < band.rgba.size(); at += 4) {
        const unsigned alpha = rows[at + 3];
        if (!transparent)
            rows[at + 3] = 255;
        else if (alpha > 0 && alpha < 255)
            for (std::size_t c = 0; c < 3; ++c)
                rows[at + c] = static_cast<std::uint8_t>(
                    std::min(255u, (rows[at + c] * 255u + alpha / 2) / alpha));
    }
}

}  // namespace

std::vector<std::vector<PicturePart>> cut_into_tiles(glm::ivec2 size_px, int tile_px) {
    tile_px = std::max(even(tile_px), 2);
    std::vector<std::vector<PicturePart>> bands;
    const int rows = (size_px.y + tile_px - 1) / tile_px;
    for (int row = rows - 1; row >= 0; --row) {
        const int bottom = row * tile_px, height = std::min(tile_px, size_px.y - bottom);
        auto& band = bands.emplace_back();
        for (int left = 0; left < size_px.x; left += tile_px)
            band.push_back({{left, size_px.y - bottom - height},
                            {std::min(tile_px, size_px.x - left), height}});
    }
    return bands;
}

city::Result<PictureReport> draw_picture(const PictureSettings& settings, const DrawPart& draw,
                                         const DrawPart& draw_over, const TakeRows& take) {
    const int samples = std::clamp(settings.samples, 1, PictureTarget::most_samples());
    int tile_px = largest_tile(settings, samples);
    const int guard = even(settings.guard_px + 1);
    const auto make = [&] {
        return PictureTarget::make(glm::min(glm::ivec2(tile_px + 2 * guard), settings.size_px),
                                   samples, settings.supersample);
    };
    auto target = make();
    // The driver may have less room than was thought.
    while (!target && tile_px > 256) {
        tile_px = even(tile_px / 2);
        target = make();
    }
    if (!target) return tl::unexpected(target.error());
    const auto bands = cut_into_tiles(settings.size_px, tile_px);
    PictureReport report{0, tile_px};
    Image band;
    for (const auto& tiles : bands) {
        band.width = settings.size_px.x;
        band.height = tiles.front().size_px.y;
        band.rgba.resize(static_cast<std::size_t>(band.width) *
                         static_cast<std::size_t>(band.height) * 4);
        for (const PicturePart& tile : tiles) {
            // The guard ends at the picture's edge: effects see no more there than in one piece.
            const glm::ivec2 low = glm::max(tile.low_px - guard, glm::ivec2(0)),
                             high = glm::min(tile.low_px + tile.size_px + guard, settings.size_px);
            draw({low, high - low}, target->begin());
            target->finish({tile.low_px.x - low.x, high.y - tile.low_px.y - tile.size_px.y},
                           tile.size_px);
            if (draw_over) draw_over(tile, target->finished());
            glBindFramebuffer(GL_FRAMEBUFFER, target->finished());
            glPixelStorei(GL_PACK_ALIGNMENT, 1);
            glPixelStorei(GL_PACK_ROW_LENGTH, band.width);
            glReadPixels(0, 0, tile.size_px.x, tile.size_px.y, GL_RGBA, GL_UNSIGNED_BYTE,
                         band.rgba.data() + static_cast<std::size_t>(tile.low_px.x) * 4);
            glPixelStorei(GL_PACK_ROW_LENGTH, 0);
            ++report.tiles;
        }
        settle(band, settings.transparent);
        if (auto taken = take(band); !taken) return tl::unexpected(taken.error());
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (const std::string error = gl::take_error(); !error.empty())
        return city::fail("drawing failed: " + error);
    return report;
}

}  // namespace render
