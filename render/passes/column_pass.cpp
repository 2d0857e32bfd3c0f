#include "render/passes/column_pass.h"

#include <glad/gl.h>

namespace render {

city::Result<ColumnPass> ColumnPass::make() {
    ColumnPass pass;
    auto program = gl::Program::make("columns.vert", "columns.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    return pass;
}

void ColumnPass::draw(const PassInput& input) const {
    use_common(program_, input);
    program_.set("cell_m", input.city.columns.cell_m);
    program_.set("selected_row", input.view.selected_cell);
    program_.set("hovered_row", input.view.hovered_cell);
    glEnable(GL_CULL_FACE);
    draw_columns(input.city.columns, input.statistics);
    glDisable(GL_CULL_FACE);
}

}  // namespace render
