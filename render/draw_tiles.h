#pragma once

#include <cstdint>

#include "render/frustum.h"
#include "render/gl/handover.h"
#include "render/gl/objects.h"
#include "render/gpu_city.h"
#include "render/views.h"

namespace render {

enum class Rows : std::uint8_t { buildings, roads };

/// What a drawing of tiles is seen through: what it cannot see or show larger than `smallest_px`
/// pixels is left out.
struct TileView {
    const CityView& view;
    Frustum frustum;
    float smallest_px;
    bool merged = true;  ///< blocks stand in for small buildings far away; else every building is
                         ///< drawn as itself
    bool low_walls =
        false;  ///< all far parts, those too that are lower than half a pixel: they cast shadows
    gl::Handover* handover =
        nullptr;  ///< told what is drawn, where pieces of it are worth handing over
};

/// Which parts of a city's buildings: see GpuCity.
enum class Detail : std::uint8_t { near, far, any };

/// The row textures at the units that shaders/heat.glsl and the vertex shaders read.
void bind_rows(const GpuCity& city, Rows rows);
/// With a program of walls.vert in use.
void draw_walls(const GpuCity& city, const TileView& tiles, Detail detail,
                FrameStatistics& statistics);
void draw_roofs(const GpuCity& city, const TileView& tiles, Detail detail,
                FrameStatistics& statistics);
void draw_roads(const GpuCity& city, const TileView& tiles, FrameStatistics& statistics);
/// With `program`, made from blocks.vert, in use and its `eye_local` set: binds each level's rows
/// itself.
void draw_blocks(const GpuCity& city, const TileView& tiles, const gl::Program& program,
                 FrameStatistics& statistics);
void draw_areas(const GpuCity& city, FrameStatistics& statistics);

}  // namespace render
