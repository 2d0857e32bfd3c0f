#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// Roads as ribbons of their real width.
class RoadPass {
  public:
    static city::Result<RoadPass> make();
    void draw(const PassInput& input) const;

  private:
    LitProgram program_;
};

}  // namespace render
