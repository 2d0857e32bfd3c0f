#include "render/gpu_overlays.h"

#include <glad/gl.h>

#include <algorithm>
#include <vector>

#include "render/color_scale.h"

namespace render {

void GpuField::set(const Raster& new_raster, std::span<const float> places) {
    raster = new_raster;
    // An unknown cell has no place that could be blended with its neighbours': the second channel
    // says how far to believe the first.
    std::vector<float> texels(2 * places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        texels[2 * i] = std::max(places[i], 0.0f);
        texels[2 * i + 1] = places[i] == place_missing ? 0.0f : 1.0f;
    }
    if (!texture) texture = gl::make_texture(gl::Filter::linear);
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RG32F, static_cast<GLsizei>(raster.columns),
                 static_cast<GLsizei>(raster.lines), 0, GL_RG, GL_FLOAT, texels.data());
    glBindTexture(GL_TEXTURE_2D, 0);
}

void GpuColumns::set(float new_cell_m, std::span<const GroundColumn> columns) {
    cell_m = new_cell_m;
    count = columns.size();
    top_m = 0;
    for (const GroundColumn& column : columns) top_m = std::max(top_m, column.height_m);
    array = gl::make_vertex_array();
    instances = gl::make_buffer(GL_ARRAY_BUFFER, columns);
    gl::attribute(0, 4, sizeof(GroundColumn), 0);
    gl::attribute(1, 1, sizeof(GroundColumn), 16, true);
    glVertexAttribDivisor(0, 1);
    glVertexAttribDivisor(1, 1);
    glBindVertexArray(0);
}

void GpuFlows::upload(std::span<const mesh::FlowSegment> flow_segments, std::size_t road_count) {
    count = flow_segments.size();
    roads = road_count;
    array = gl::make_vertex_array();
    segments = gl::make_buffer(GL_ARRAY_BUFFER, flow_segments);
    gl::attribute(0, 4, sizeof(mesh::FlowSegment), 0);
    gl::attribute(1, 1, sizeof(mesh::FlowSegment), 16, true);
    gl::attribute(2, 1, sizeof(mesh::FlowSegment), 20, true);
    for (const GLuint place : {0u, 1u, 2u}) glVertexAttribDivisor(place, 1);
    glBindVertexArray(0);
    const std::vector<float> none(std::max<std::size_t>(roads, 1), 0.0f);
    widths = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(none));
    widths_texture = gl::make_buffer_texture(widths, GL_R32F);
}

void GpuFlows::set_widths(std::span<const float> shares) const {
    if (shares.size() != roads || shares.empty()) return;
    glBindBuffer(GL_TEXTURE_BUFFER, widths.get());
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(shares.size_bytes()), shares.data(),
                 GL_STREAM_DRAW);
}

void draw_columns(const GpuColumns& columns, FrameStatistics& statistics) {
    if (columns.count == 0) return;
    constexpr int faces = 5;
    glBindVertexArray(columns.array.get());
    glDrawArraysInstanced(GL_TRIANGLES, 0, 6 * faces, static_cast<GLsizei>(columns.count));
    statistics.triangles += 2ull * faces * columns.count;
    ++statistics.draw_calls;
}

void draw_flows(const GpuFlows& flows, FrameStatistics& statistics) {
    if (flows.count == 0) return;
    glBindVertexArray(flows.array.get());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(flows.count));
    statistics.triangles += 2ull * flows.count;
    ++statistics.draw_calls;
}

}  // namespace render
