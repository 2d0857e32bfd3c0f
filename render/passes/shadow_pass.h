#pragma once

#include "render/passes/pass.h"

namespace render {

/// The sun's view of the city: a depth map of what the camera is about.
class ShadowPass {
  public:
    static constexpr int usual_size_px = 2048, smallest_size_px = 512;
    /// With a map of `wanted_px` an edge, or of half that as often as it takes to fit; none at all
    /// below smallest_size_px.
    static city::Result<ShadowPass> make(int wanted_px = usual_size_px);
    /// 0: no map could be made here, there is nothing to draw into.
    int size_px() const { return size_px_; }
    struct Map {
        glm::mat4 shadow_from_local;  ///< shaders look a place up by it
        float texel_m;
    };
    /// Draws the map of this view (into the pass's own target).
    Map draw(const GpuCity& city, const CityView& view, FrameStatistics& statistics) const;
    std::uint32_t texture() const { return texture_.get(); }
    std::size_t bytes() const {
        return static_cast<std::size_t>(size_px_) * static_cast<std::size_t>(size_px_) * 4;
    }

  private:
    gl::Program walls_, roofs_, blocks_, columns_;
    gl::TextureName texture_;
    gl::FramebufferName target_;
    int size_px_ = 0;
};

}  // namespace render
