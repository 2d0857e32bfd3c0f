#pragma once

#include "geo/mesh/city_mesh.h"
#include "geo/mesh/near_mesh.h"
#include "render/renderer.h"

namespace test {

/// The whole city, its near part too.
inline city::Result<render::CityHandle> add_city(render::Renderer& renderer,
                                                 const city::CityModel& city) {
    const mesh::CityMesh mesh = mesh::build_city_mesh(city);
    auto handle = renderer.add_city(mesh);
    if (!handle) return handle;
    if (auto near = renderer.add_near(*handle, mesh::build_near_mesh(city, mesh.tile_rows)); !near)
        return tl::unexpected(near.error());
    return handle;
}

}  // namespace test
