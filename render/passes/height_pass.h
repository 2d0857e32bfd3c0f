#pragma once

#include "render/passes/pass.h"

namespace render {

/// A city's roofs seen from straight above as metres over ground, with ever coarser means below:
/// what ambient occlusion is looked up in. It depends on no camera, so it is drawn once a city, and
/// pictures made of tiles join.
class HeightPass {
  public:
    static city::Result<HeightPass> make();
    /// Draws the map of `city` if it has none yet.
    void update(GpuCity& city, FrameStatistics& statistics) const;

  private:
    gl::Program roofs_;
};

}  // namespace render
