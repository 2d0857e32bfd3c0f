#pragma once

#include <array>
#include <cstdint>

#include <glm/vec2.hpp>

#include "render/gl/objects.h"
#include "render/image.h"

namespace render {

/// Reads finished frames back one behind: the copy of a frame goes on while the next one is drawn,
/// so that nobody waits for the other. GL thread only.
class FrameReader {
  public:
    explicit FrameReader(glm::ivec2 size_px);

    /// Starts the copy of `framebuffer`. True when `before` now holds the frame of the call before
    /// this one.
    bool read(std::uint32_t framebuffer, Image& before);
    /// The frame that is still on its way, after the last read().
    bool last(Image& frame);

  private:
    void take(Image& frame);
    glm::ivec2 size_px_;
    std::array<gl::BufferName, 2> buffers_;
    std::size_t next_ = 0;
    bool pending_ = false;
};

}  // namespace render
