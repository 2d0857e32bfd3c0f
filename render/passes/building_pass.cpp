#include "render/passes/building_pass.h"

#include <glad/gl.h>

#include <glm/common.hpp>

namespace render {

city::Result<BuildingPass> BuildingPass::make() {
    BuildingPass pass;
    auto walls = gl::Program::make("walls.vert", "walls.frag"), roofs = gl::Program::make("roofs.vert", "roofs.frag"), blocks = gl::Program::make("blocks.vert", "blocks.frag");
    if (!walls) return tl::unexpected(walls.error());
    if (!roofs) return tl::unexpected(roofs.error());
    if (!blocks) return tl::unexpected(blocks.error());
    pass.blocks_ = std::move(*blocks);
    pass.walls_ = std::move(*walls);
    pass.roofs_ = std::move(*roofs);
    return pass;
}

void BuildingPass::draw(const PassInput& input) const {
    const TileView tiles = input.tiles();
    glEnable(GL_CULL_FACE);
    for (const gl::Program* program : {&walls_, &roofs_, &blocks_}) {
        use_common(*program, input);
        use_field(*program, input);
        const bool on_field = input.view.ground_layer == GroundLayer::field && !input.city.field.empty();
        program->set("field_drape", on_field ? 0.72f : 0.0f);
        program->set("plain_colour", on_field ? glm::mix(input.frame.theme.building, glm::vec3(1.0f), 0.4f) : input.frame.theme.building);
        program->set("selected_row", input.view.selected_building);
        program->set("hovered_row", input.view.hovered_building);
        bind_rows(input.city, Rows::buildings);
        const Section section(input.timer, input.statistics, program == &walls_ ? Pass::walls : program == &roofs_ ? Pass::roofs : Pass::blocks);
        if (program == &walls_) draw_walls(input.city, tiles, input.statistics);
        else if (program == &roofs_) draw_roofs(input.city, tiles, input.statistics);
        else draw_blocks(input.city, tiles, input.statistics);
    }
    glDisable(GL_CULL_FACE);
}

}  // namespace render
