#include "render/warm_up.h"

#include <glad/gl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "geo/city/city_model.h"

namespace render {

namespace {

mesh::Range range_of(std::uint32_t count) {
    mesh::Range range;
    range.count = count;
    range.at_least.fill(count);
    return range;
}

// A slab as a wall and half a roof, a block with sides and one without, a piece of road and a pond.
mesh::CityMesh one_house() {
    mesh::CityMesh mesh;
    mesh.building_heights = {{0.0f, 30.0f}};
    mesh.far_walls = {{-50, -50, 50, -50, 0}};
    mesh.far_roof_vertices = {{-50, -50, 0, 0, 0}, {50, -50, 0, 0, 0}, {0, 50, 0, 0, 0}};
    mesh.far_roof_indices = {0, 1, 2};
    for (auto& level : mesh.blocks) level = {{0, 0, 10, 10, 40, 0}, {20, 20, 10, 10, 1, 1}};
    for (auto& members : mesh.block_members) {
        members.offsets = {0, 1, 2};
        members.rows = {0, 0};
        members.shares = {mesh::whole_share, mesh::whole_share};
    }
    mesh.road_vertices = {{-50, 0, 0.3f, -1, 0}, {50, 0, 0.3f, 1, 0}, {50, 5, 0.3f, 1, 0}};
    mesh.road_indices = {0, 1, 2};
    mesh.road_count = 1;
    mesh.area_vertices = {{-50, -50, 0}, {50, -50, 0}, {0, 50, 0}};
    mesh.area_indices = {0, 1, 2};
    mesh::Tile tile;
    tile.low = {-50, -50};
    tile.high = {50, 50};
    tile.top_m = 60;
    tile.far_walls = tile.far_roof_triangles = tile.road_triangles = range_of(1);
    for (auto& blocks : tile.blocks) {
        blocks = range_of(1);
        blocks.count = 2;
    }
    mesh.tiles = {tile};
    mesh.tile_rows.add(std::array{std::uint32_t{0}});
    mesh.low = tile.low;
    mesh.high = tile.high;
    mesh.top_m = tile.top_m;
    return mesh;
}

mesh::NearMesh one_house_near() {
    mesh::NearMesh mesh;
    mesh.walls = {{-50, -50, 50, -50, 0}};
    mesh.roof_vertices = {{-50, -50, 0, 0}, {50, -50, 0, 0}, {0, 50, 0, 0}};
    mesh.roof_indices = {0, 1, 2};
    mesh.tiles = {{range_of(1), range_of(1)}};
    return mesh;
}

// A software renderer keeps a city's buffers and the triangles of a frame in tens of megabytes of
// the heap, asked for piece by piece. The first frame waits for the system to lay out each page of
// them, unless that was done while nobody waits.
void lay_out_heap() {
    constexpr std::size_t frame_bytes = std::size_t{64} << 20, page = 4096;
    std::vector<std::unique_ptr<std::byte[]>> pieces;
    for (std::size_t bytes = 0; bytes < frame_bytes; bytes += 16 * page) {
        pieces.emplace_back(new std::byte[16 * page]);
        for (std::size_t at = 0; at < 16 * page; at += page)
            static_cast<volatile std::byte*>(pieces.back().get())[at] = std::byte{0};
    }
}

}  // namespace

void warm_up(Renderer& renderer, std::uint32_t target, glm::ivec2 size_px, bool shadows) {
    const auto city = renderer.add_city(one_house());
    if (!city) return;
    FrameView frame;
    frame.theme = light_theme();
    frame.size_px = size_px;
    frame.shadows = shadows;
    CityView view;
    view.city = *city;
    view.size_px = size_px;
    const auto far = static_cast<float>(size_px.y) * mesh::block_level[0].from_m * 2.0f;
    for (const float distance_m : {far, 4.0f * far, 200.0f}) {
        if (distance_m == 200.0f && !renderer.add_near(*city, one_house_near())) break;
        view.camera.distance_m = distance_m;
        view.camera.pitch_rad = distance_m == far ? 0.1f : 0.7f;  // the sky is seen in one of them
        frame.cities.assign(1, view);
        renderer.draw(frame, target);
    }
    renderer.remove_city(*city);
    glFinish();  // or the first thing that comes would wait for all this
    if (renderer.is_software()) lay_out_heap();
}

}  // namespace render
