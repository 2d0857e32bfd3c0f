#pragma once

#include "render/passes/pass.h"

namespace render {

/// The sun's view of the city: a depth map of what the camera is about.
class ShadowPass {
  public:
    static city::Result<ShadowPass> make();
    /// Draws the map of this view (into the pass's own target) and returns the matrix that shaders look it up by.
    glm::mat4 draw(const GpuCity& city, const CityView& view, FrameStatistics& statistics) const;
    std::uint32_t texture() const { return texture_.get(); }
    static std::size_t bytes();

  private:
    gl::Program walls_, roofs_;
    gl::TextureName texture_;
    gl::FramebufferName target_;
};

}  // namespace render
