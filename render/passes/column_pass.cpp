#include "render/passes/column_pass.h"

#include <glad/gl.h>

namespace render {

city::Result<ColumnPass> ColumnPass::make() {
    ColumnPass pass;
    auto program = LitProgram::make("columns.vert", "columns.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    return pass;
}

void ColumnPass::draw(const PassInput& input) const {
    const gl::Program& program = program_.of(input);
    use_common(program, input);
    program.set("cell_m", input.city.columns.cell_m);
    program.set("selected_row", input.view.selected_cell);
    program.set("hovered_row", input.view.hovered_cell);
    glEnable(GL_CULL_FACE);
    draw_columns(input.city.columns, input.statistics);
    glDisable(GL_CULL_FACE);
}

}  // namespace render
