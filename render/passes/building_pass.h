#pragma once

#include "render/passes/pass.h"

namespace render {

/// Walls and roofs.
class BuildingPass {
  public:
    static city::Result<BuildingPass> make();
    void draw(const PassInput& input) const;

  private:
    gl::Program walls_, roofs_;
};

}  // namespace render
