#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// The ground to the horizon, and water, parks and land use on it.
class GroundPass {
  public:
    static city::Result<GroundPass> make();
    void draw(const PassInput& input) const;

  private:
    LitProgram ground_, areas_;
    gl::BufferName corners_;
    gl::VertexArrayName quad_;
};

}  // namespace render
