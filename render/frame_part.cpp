#include "render/frame_part.h"

#include <algorithm>

namespace render {

FrameView part_of(const FrameView& frame, const PicturePart& part, int scale) {
    FrameView seen = frame;
    seen.cities.clear();
    seen.size_px = part.size_px * scale;
    seen.pixel_scale = frame.pixel_scale * static_cast<float>(scale);
    // GL counts from the bottom.
    const glm::ivec2 low(part.low_px.x, frame.size_px.y - part.low_px.y - part.size_px.y);
    for (const CityView& whole : frame.cities) {
        const glm::ivec2 from = glm::max(whole.low_px, low),
                         to = glm::min(whole.low_px + whole.size_px, low + part.size_px);
        if (from.x >= to.x || from.y >= to.y) continue;
        CityView view = whole;
        view.low_px = (from - low) * scale;
        view.size_px = (to - from) * scale;
        view.whole_low_px = (whole.picture_low_px() - low) * scale;
        view.whole_size_px = whole.picture_size_px() * scale;
        seen.cities.push_back(view);
    }
    return seen;
}

}  // namespace render
