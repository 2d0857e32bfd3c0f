#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "geo/mesh/flow_segments.h"
#include "render/gl/objects.h"
#include "render/views.h"

namespace render {

/// Places on the colour scale on a raster over the ground, as a texture of (place, is it known).
struct GpuField {
    gl::TextureName texture;
    Raster raster;

    /// One place per cell, missing ones among them. Replaces what was there.
    void set(const Raster& raster, std::span<const float> places);
    bool empty() const { return raster.columns == 0; }
    std::size_t bytes() const { return std::size_t{8} * raster.columns * raster.lines; }
};

/// One instance per column.
struct GpuColumns {
    gl::BufferName instances;
    gl::VertexArrayName array;
    std::size_t count = 0;
    float cell_m = 0, top_m = 0;

    void set(float cell_m, std::span<const GroundColumn> columns);
    std::size_t bytes() const { return count * sizeof(GroundColumn); }
};

/// One instance per piece of a road's centre line, and one width per road.
struct GpuFlows {
    gl::BufferName segments, widths;
    gl::TextureName widths_texture;
    gl::VertexArrayName array;
    std::size_t count = 0, roads = 0;

    void upload(std::span<const mesh::FlowSegment> flow_segments, std::size_t road_count);
    /// Share of the widest per road: 0 draws nothing, less than 0 is unknown.
    void set_widths(std::span<const float> shares) const;
    std::size_t bytes() const { return count * sizeof(mesh::FlowSegment) + roads * sizeof(float); }
};

void draw_columns(const GpuColumns& columns, FrameStatistics& statistics);
void draw_flows(const GpuFlows& flows, FrameStatistics& statistics);

}  // namespace render
