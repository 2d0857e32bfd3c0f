#pragma once

#include "render/passes/pass.h"

namespace render {

/// Roads as ribbons of their real width.
class RoadPass {
  public:
    static city::Result<RoadPass> make();
    void draw(const PassInput& input) const;

  private:
    gl::Program program_;
};

}  // namespace render
