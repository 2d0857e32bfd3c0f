#pragma once

#include "render/passes/lit_program.h"

namespace render {

/// Walls and roofs, and the blocks that stand in for small buildings far away.
class BuildingPass {
  public:
    static city::Result<BuildingPass> make();
    void draw(const PassInput& input) const;

  private:
    void use(const gl::Program& program, const PassInput& input) const;

    LitProgram walls_, roofs_, blocks_;
    /// One colour a face, for far parts that nothing shades and no field colours.
    gl::Program wall_faces_, roof_faces_, block_faces_;
};

}  // namespace render
