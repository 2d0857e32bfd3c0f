#pragma once

#include "render/passes/pass.h"

namespace render {

/// The sky behind everything: one triangle, coloured by direction.
class SkyPass {
  public:
    static city::Result<SkyPass> make();
    /// From row `first_row` of the view upwards. Needs no city: an empty half of the screen has a
    /// sky too.
    void draw(const FrameView& frame, const CityView& view, int first_row) const;

  private:
    gl::Program program_;
    gl::VertexArrayName no_attributes_;
};

}  // namespace render
