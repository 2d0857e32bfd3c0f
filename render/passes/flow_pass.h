#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// Roads as bands whose width is their traffic: all rims first, then all bands, so that crossings
/// join.
class FlowPass {
  public:
    static city::Result<FlowPass> make();
    /// After the ground and its field, before everything that stands: bands lie on what was drawn
    /// so far.
    void draw(const PassInput& input) const;

  private:
    LitProgram program_;
};

/// What shaders/flows.vert asks for, for drawing as for picking.
void use_flows(const gl::Program& program, const GpuFlows& flows, const CityView& view,
               float pixel_scale = 1.0f);

}  // namespace render
