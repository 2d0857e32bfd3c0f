#pragma once

#include "render/passes/pass.h"

namespace render {

/// The sun's view of the city: a depth map of what the camera is about.
class ShadowPass {
  public:
    static city::Result<ShadowPass> make();
    struct Map {
        glm::mat4 shadow_from_local;  ///< shaders look a place up by it
        float texel_m;
    };
    /// Draws the map of this view (into the pass's own target).
    Map draw(const GpuCity& city, const CityView& view, FrameStatistics& statistics) const;
    std::uint32_t texture() const { return texture_.get(); }
    static std::size_t bytes();

  private:
    gl::Program walls_, roofs_, blocks_, columns_;
    gl::TextureName texture_;
    gl::FramebufferName target_;
};

}  // namespace render
