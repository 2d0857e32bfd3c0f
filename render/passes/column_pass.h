#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// One prism per cell of the ground, as high as its value.
class ColumnPass {
  public:
    static city::Result<ColumnPass> make();
    void draw(const PassInput& input) const;

  private:
    LitProgram program_;
};

}  // namespace render
