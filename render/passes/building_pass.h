#pragma once

#include "render/passes/pass.h"

namespace render {

/// Walls and roofs, and the blocks that stand in for small buildings far away.
class BuildingPass {
  public:
    static city::Result<BuildingPass> make();
    void draw(const PassInput& input) const;

  private:
    gl::Program walls_, roofs_, blocks_;
};

}  // namespace render
