#include "render/passes/building_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <tuple>
#include <utility>

namespace render {

city::Result<BuildingPass> BuildingPass::make() {
    BuildingPass pass;
    for (const auto& [program, vertex, fragment] :
         {std::tuple{&pass.walls_, "walls.vert", "walls.frag"},
          {&pass.roofs_, "roofs.vert", "roofs.frag"},
          {&pass.blocks_, "blocks.vert", "blocks.frag"}}) {
        auto made = LitProgram::make(vertex, fragment);
        if (!made) return tl::unexpected(made.error());
        *program = std::move(*made);
    }
    for (const auto& [program, vertex] : {std::pair{&pass.wall_faces_, "walls.vert"},
                                          {&pass.roof_faces_, "roofs.vert"},
                                          {&pass.block_faces_, "blocks.vert"}}) {
        auto made = gl::Program::make(vertex, "face.frag", {"FACE_COLOURS", "NO_SHADE"});
        if (!made) return tl::unexpected(made.error());
        *program = std::move(*made);
    }
    return pass;
}

void BuildingPass::use(const gl::Program& program, const PassInput& input) const {
    use_common(program, input);
    use_field(program, input);
    const bool on_field =
        input.view.ground_layer == GroundLayer::field && !input.city.field.empty();
    program.set("field_drape", on_field ? 0.72f : 0.0f);
    const glm::vec3 plain =
        input.view.masses ? glm::mix(input.frame.theme.building, input.frame.theme.outline, 0.45f)
                          : input.frame.theme.building;
    program.set("plain_colour",
                on_field ? glm::mix(input.frame.theme.building, glm::vec3(1.0f), 0.4f) : plain);
    const auto height_px = static_cast<float>(std::max(input.view.picture_size_px().y, 1));
    program.set("lean_px_m", 0.5f * height_px / std::tan(0.5f * input.view.camera.fov_rad));
    program.set("selected_row", input.view.selected_building);
    program.set("hovered_row", input.view.hovered_building);
    bind_rows(input.city, Rows::buildings);
}

void BuildingPass::draw(const PassInput& input) const {
    const TileView tiles = input.tiles();
    // Far parts are a few pixels a face: what a pixel of them costs is most of what they cost.
    const bool faces = !input.shaded() && input.view.ground_layer != GroundLayer::field;
    const Detail lit = faces ? Detail::near : Detail::any;
    glEnable(GL_CULL_FACE);
    for (const auto& [pass, program, face_program, draw_parts] :
         {std::tuple{Pass::walls, &walls_, &wall_faces_, &draw_walls},
          {Pass::roofs, &roofs_, &roof_faces_, &draw_roofs}}) {
        const Section section(input.timer, input.statistics, pass);
        use(program->of(input), input);
        draw_parts(input.city, tiles, lit, input.statistics);
        if (!faces) continue;
        use(*face_program, input);
        draw_parts(input.city, tiles, Detail::far, input.statistics);
    }
    {
        const Section section(input.timer, input.statistics, Pass::blocks);
        const gl::Program& program = faces ? block_faces_ : blocks_.of(input);
        use(program, input);
        draw_blocks(input.city, tiles, program, input.statistics);
    }
    glDisable(GL_CULL_FACE);
}

}  // namespace render
