#pragma once

#include <cstdint>

#include "render/gl/objects.h"
#include "render/renderer.h"

namespace render {

/// A small picture of a whole city from straight above, north up, kept on the GPU: drawn again only
/// when its colours change, never each frame.
class Overview {
  public:
    static city::Result<Overview> make();
    /// `frame` gives theme and light; `low` and `high` are the ground that is shown, local metres.
    void redraw(Renderer& renderer, const FrameView& frame, CityHandle city, glm::vec2 low,
                glm::vec2 high);
    std::uint32_t texture() const { return texture_.get(); }
    glm::vec2 low() const { return low_; }
    glm::vec2 high() const { return high_; }

  private:
    gl::TextureName texture_;
    gl::RenderbufferName depth_;
    gl::FramebufferName target_;
    glm::vec2 low_{0}, high_{0};
};

/// Straight down on a box of ground, from so far that towers do not lean.
Camera overview_camera(glm::vec2 low, glm::vec2 high);

}  // namespace render
