#include "render/passes/road_pass.h"

#include <glad/gl.h>

namespace render {

city::Result<RoadPass> RoadPass::make() {
    RoadPass pass;
    auto program = LitProgram::make("roads.vert", "roads.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    return pass;
}

void RoadPass::draw(const PassInput& input) const {
    const gl::Program& program = program_.of(input);
    use_common(program, input);
    program.set("plain_colour", input.frame.theme.road);
    // Over a field streets only structure it.
    use_field(program, input);
    program.set(
        "field_drape",
        input.view.ground_layer == GroundLayer::field && !input.city.field.empty() ? 0.6f : 0.0f);
    program.set("selected_row", input.view.selected_road);
    program.set("hovered_row", input.view.hovered_road);
    bind_rows(input.city, Rows::roads);
    TileView tiles = input.tiles();
    tiles.smallest_px *= 0.35f;  // thin, but long: a street of a third of a pixel is still seen
    draw_roads(input.city, tiles, input.statistics);
}

}  // namespace render
