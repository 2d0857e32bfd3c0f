#include "render/passes/road_pass.h"

#include <glad/gl.h>

namespace render {

city::Result<RoadPass> RoadPass::make() {
    RoadPass pass;
    auto program = gl::Program::make("roads.vert", "roads.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    return pass;
}

void RoadPass::draw(const PassInput& input) const {
    use_common(program_, input);
    program_.set("plain_colour", input.frame.theme.road);
    // Over a field streets only structure it.
    use_field(program_, input);
    program_.set("field_drape", input.view.ground_layer == GroundLayer::field && !input.city.field.empty() ? 0.6f : 0.0f);
    program_.set("selected_row", input.view.selected_road);
    program_.set("hovered_row", input.view.hovered_road);
    bind_rows(input.city, Rows::roads);
    TileView tiles = input.tiles();
    tiles.smallest_px *= 0.35f;  // thin, but long: a street of a third of a pixel is still seen
    draw_roads(input.city, tiles, input.statistics);
}

}  // namespace render
