#include "render/passes/flow_pass.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>

namespace render {

city::Result<FlowPass> FlowPass::make() {
    FlowPass pass;
    auto program = LitProgram::make("flows.vert", "flows.frag");
    if (!program) return tl::unexpected(program.error());
    pass.program_ = std::move(*program);
    return pass;
}

void use_flows(const gl::Program& program, const GpuFlows& flows, const CityView& view,
               float pixel_scale) {
    program.set("row_widths", unit::row_widths);
    program.set("widest_m", view.widest_flow_m);
    program.set("px_angle", 2.0f * std::tan(0.5f * view.camera.fov_rad) /
                                static_cast<float>(std::max(view.picture_size_px().y, 1)) *
                                pixel_scale);
    program.set("rim_px", 0.0f);
    glActiveTexture(GL_TEXTURE0 + unit::row_widths);
    glBindTexture(GL_TEXTURE_BUFFER, flows.widths_texture.get());
    glActiveTexture(GL_TEXTURE0);
}

void FlowPass::draw(const PassInput& input) const {
    const gl::Program& program = program_.of(input);
    if (input.city.flows.count == 0) return;
    use_common(program, input);
    program.set("plain_colour", input.frame.theme.road);
    program.set("rim_colour", input.frame.theme.ground);
    program.set("selected_row", input.view.selected_road);
    program.set("hovered_row", input.view.hovered_road);
    bind_rows(input.city, Rows::roads);
    use_flows(program, input.city.flows, input.view, input.frame.pixel_scale);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    for (const float rim_px : {1.3f, 0.0f}) {
        program.set("rim_px", rim_px);
        draw_flows(input.city.flows, input.statistics);
    }
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
}

}  // namespace render
