#pragma once

#include <glm/vec2.hpp>

#include "render/views.h"

namespace render {

/// A rectangle of a picture in pixels, origin top left.
struct PicturePart {
    glm::ivec2 low_px{0}, size_px{0};
    bool operator==(const PicturePart&) const = default;
};

/// `frame` (laid out for a picture of `frame.size_px`) as it is seen through `part` alone, every
/// pixel drawn as `scale` x `scale`. Each city keeps the part's off-centre share of its camera's
/// picture, so that parts drawn one by one join without a seam; cities outside the part are left
/// out.
FrameView part_of(const FrameView& frame, const PicturePart& part, int scale = 1);

}  // namespace render
