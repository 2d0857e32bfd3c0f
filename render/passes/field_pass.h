#pragma once

#include "render/passes/pass.h"

namespace render {

/// A density on the ground: smooth colours with lines at the steps of the legend, clear where there
/// is little.
class FieldPass {
  public:
    static city::Result<FieldPass> make();
    /// Right after the ground: it lies on all that was drawn so far, so no two surfaces fight for a
    /// depth.
    void draw(const PassInput& input) const;

  private:
    gl::Program program_;
    gl::VertexArrayName no_attributes_;
};

}  // namespace render
