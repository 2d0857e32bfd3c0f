#include "render/passes/field_pass.h"

#include <glad/gl.h>

namespace render {

city::Result<FieldPass> FieldPass::make() {
    FieldPass pass;
    auto program = gl::Program::make("field.vert", "field.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    pass.no_attributes_ = gl::make_vertex_array();
    return pass;
}

void FieldPass::draw(const PassInput& input) const {
    if (input.city.field.empty()) return;
    use_common(program_, input);
    use_field(program_, input);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(no_attributes_.get());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    input.statistics.triangles += 2;
    ++input.statistics.draw_calls;
}

}  // namespace render
