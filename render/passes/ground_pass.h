#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// The square that stands for the ground of a city.
struct Ground {
    glm::vec2 centre;
    float reach_m, z_m;
};
Ground ground_of(const GpuCity& city, const CityView& view);
/// How many rows of the view, from its bottom, show nothing but ground or what stands on it: no sky
/// is needed there.
int rows_without_sky(const Ground& ground, const CityView& view);

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
