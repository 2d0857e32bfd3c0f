#pragma once

#include "render/passes/pass.h"

namespace render {

/// What lies under one pixel: rows drawn instead of colours into a single pixel.
class PickPass {
  public:
    static city::Result<PickPass> make();
    /// Pixel counted from the top left of the city's view.
    Picked pick(const GpuCity& city, const CityView& view, glm::vec2 at_px) const;

  private:
    gl::Program walls_, roofs_, roads_, flows_, columns_;
    gl::TextureName rows_;
    gl::RenderbufferName depth_;
    gl::FramebufferName target_;
};

}  // namespace render
