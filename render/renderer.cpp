#include "render/renderer.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <map>

#include "render/frustum.h"
#include "render/gl/objects.h"

namespace render {

namespace {

constexpr int shadow_size_px = 2048;
constexpr float smallest_px = 0.7f;

struct GpuCity {
    gl::BufferName walls, roof_vertices, roof_indices, road_vertices, road_indices, area_vertices, area_indices;
    gl::BufferName heights, building_places, road_places;
    gl::TextureName heights_texture, building_texture, road_texture;
    gl::VertexArrayName wall_array, roof_array, road_array, area_array;
    std::vector<mesh::Tile> tiles;
    std::size_t buildings = 0, roads = 0, area_index_count = 0, bytes = 0;
    glm::vec2 low{0}, high{0};
    float top_m = 0;
};

void attribute(std::uint32_t place, int components, std::size_t stride, std::size_t offset, bool integer = false) {
    glEnableVertexAttribArray(place);
    const auto* at = reinterpret_cast<const void*>(offset);
    if (integer)
        glVertexAttribIPointer(place, components, GL_UNSIGNED_INT, static_cast<GLsizei>(stride), at);
    else
        glVertexAttribPointer(place, components, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), at);
}

// A texture buffer needs one element at least.
std::vector<float> plain_places(std::size_t count) { return std::vector<float>(std::max<std::size_t>(count, 1), place_plain); }

}  // namespace

struct Renderer::Parts {
    gl::Program walls, roofs, roads, areas, ground, sky, wall_depth, roof_depth, wall_pick, roof_pick, road_pick;
    gl::TextureName scale_texture, shadow_texture, pick_texture;
    gl::RenderbufferName pick_depth;
    gl::FramebufferName shadow_target, pick_target;
    gl::BufferName quad;
    gl::VertexArrayName quad_array, empty_array;
    std::map<std::uint32_t, GpuCity> cities;
    std::uint32_t next_city = 1;
    std::string gl_renderer, problem;
    bool software = false;
    GLint largest_texture_buffer = 65536;

    city::Result<void> make_programs();
    void make_targets();
    void use_common(const gl::Program& program, const CityView& view, const FrameView& frame, const glm::mat4& clip_from_local, const glm::mat4& shadow_from_local, bool shadows) const;
    void bind_rows(const gl::Program& program, const GpuCity& city, bool roads) const;
    glm::mat4 shadow_matrix(const GpuCity& city, const CityView& view) const;
    void draw_walls(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const;
    void draw_roofs(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const;
    void draw_roads(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const;
    void draw_shadow_map(const GpuCity& city, const CityView& view, const glm::mat4& shadow_from_local, FrameStatistics& statistics) const;
    void draw_city(const CityView& view, const FrameView& frame, std::uint32_t target, FrameStatistics& statistics);
};

namespace {

// Metres that count at a tile: what is smaller covers less than `px` pixels from here.
float smallest_metres(const mesh::Tile& tile, const CityView& view, float px) {
    const glm::vec3 eye = view.camera.eye_local();
    const glm::vec2 nearest = glm::clamp(glm::vec2(eye), tile.low, tile.high);
    const float away_m = glm::length(glm::vec3(nearest, std::clamp(eye.z, 0.0f, tile.top_m)) - eye);
    return px * 2.0f * away_m * std::tan(0.5f * view.camera.fov_rad) / static_cast<float>(std::max(view.size_px.y, 1));
}

}  // namespace

city::Result<void> Renderer::Parts::make_programs() {
    struct Entry {
        gl::Program* program;
        const char *vertex, *fragment;
    };
    for (const Entry& entry : {Entry{&walls, "walls.vert", "walls.frag"}, Entry{&roofs, "roofs.vert", "roofs.frag"}, Entry{&roads, "roads.vert", "roads.frag"},
                               Entry{&areas, "areas.vert", "areas.frag"}, Entry{&ground, "ground.vert", "ground.frag"}, Entry{&sky, "sky.vert", "sky.frag"},
                               Entry{&wall_depth, "walls.vert", "depth.frag"}, Entry{&roof_depth, "roofs.vert", "depth.frag"},
                               Entry{&wall_pick, "walls.vert", "pick.frag"}, Entry{&roof_pick, "roofs.vert", "pick.frag"}, Entry{&road_pick, "roads.vert", "pick.frag"}}) {
        auto made = gl::Program::make(entry.vertex, entry.fragment);
        if (!made) return tl::unexpected(made.error());
        *entry.program = std::move(*made);
    }
    return {};
}

void Renderer::Parts::make_targets() {
    const auto make_texture = [] {
        std::uint32_t name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        return gl::TextureName(name);
    };
    const auto make_framebuffer = [] {
        std::uint32_t name = 0;
        glGenFramebuffers(1, &name);
        glBindFramebuffer(GL_FRAMEBUFFER, name);
        return gl::FramebufferName(name);
    };
    scale_texture = make_texture();
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);

    shadow_texture = make_texture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, shadow_size_px, shadow_size_px, 0, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
    shadow_target = make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, shadow_texture.get(), 0);
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);

    pick_texture = make_texture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32UI, 1, 1, 0, GL_RED_INTEGER, GL_UNSIGNED_INT, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    std::uint32_t depth = 0;
    glGenRenderbuffers(1, &depth);
    glBindRenderbuffer(GL_RENDERBUFFER, depth);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, 1, 1);
    pick_depth = gl::RenderbufferName(depth);
    pick_target = make_framebuffer();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, pick_texture.get(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);

    const std::array<float, 8> corners{-1, -1, 1, -1, -1, 1, 1, 1};
    quad_array = gl::make_vertex_array();
    quad = gl::make_buffer(GL_ARRAY_BUFFER, std::span<const float>(corners));
    attribute(0, 2, 8, 0);
    empty_array = gl::make_vertex_array();
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::~Renderer() = default;

city::Result<std::unique_ptr<Renderer>> Renderer::create() {
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    if (major < 4 || (major == 4 && minor < 1))
        return city::fail("this display offers OpenGL " + std::to_string(major) + "." + std::to_string(minor) + ", Twinscape needs 4.1: update the graphics driver");
    auto parts = std::make_unique<Parts>();
    parts->gl_renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    parts->software = parts->gl_renderer.find("llvmpipe") != std::string::npos || parts->gl_renderer.find("softpipe") != std::string::npos;
    glGetIntegerv(GL_MAX_TEXTURE_BUFFER_SIZE, &parts->largest_texture_buffer);
    if (auto made = parts->make_programs(); !made) return tl::unexpected(made.error());
    parts->make_targets();
    auto renderer = std::unique_ptr<Renderer>(new Renderer(std::move(parts)));
    renderer->set_palette(Palette::amount);
    if (const std::string error = gl::take_error(); !error.empty()) return city::fail("OpenGL set-up failed: " + error);
    return renderer;
}

city::Result<CityHandle> Renderer::add_city(const mesh::CityMesh& mesh) {
    if (static_cast<GLint64>(std::max<std::size_t>(mesh.building_heights.size(), mesh.road_count)) > parts_->largest_texture_buffer)
        return city::fail("this graphics driver shows at most " + std::to_string(parts_->largest_texture_buffer) + " buildings");
    GpuCity gpu;
    gpu.tiles = mesh.tiles;
    gpu.buildings = mesh.building_heights.size();
    gpu.roads = mesh.road_count;
    gpu.low = mesh.low;
    gpu.high = mesh.high;
    gpu.top_m = mesh.top_m;
    gpu.area_index_count = mesh.area_indices.size();
    gpu.bytes = mesh.bytes() + 4 * (gpu.buildings + gpu.roads);

    gpu.wall_array = gl::make_vertex_array();
    gpu.walls = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.walls));
    gpu.roof_array = gl::make_vertex_array();
    gpu.roof_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.roof_vertices));
    attribute(0, 3, sizeof(mesh::RoofVertex), 0);
    attribute(1, 1, sizeof(mesh::RoofVertex), 12, true);
    gpu.roof_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.roof_indices));
    gpu.road_array = gl::make_vertex_array();
    gpu.road_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.road_vertices));
    attribute(0, 4, sizeof(mesh::RoadVertex), 0);
    attribute(1, 1, sizeof(mesh::RoadVertex), 16, true);
    gpu.road_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.road_indices));
    gpu.area_array = gl::make_vertex_array();
    gpu.area_vertices = gl::make_buffer(GL_ARRAY_BUFFER, std::span(mesh.area_vertices));
    attribute(0, 2, sizeof(mesh::AreaVertex), 0);
    attribute(1, 1, sizeof(mesh::AreaVertex), 8, true);
    gpu.area_indices = gl::make_buffer(GL_ELEMENT_ARRAY_BUFFER, std::span(mesh.area_indices));
    glBindVertexArray(0);

    std::vector<mesh::BuildingHeight> heights = mesh.building_heights;
    if (heights.empty()) heights.push_back({0, 0});
    gpu.heights = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const mesh::BuildingHeight>(heights));
    gpu.heights_texture = gl::make_buffer_texture(gpu.heights, GL_RG32F);
    const std::vector<float> building_places = plain_places(gpu.buildings), road_places = plain_places(gpu.roads);
    gpu.building_places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(building_places));
    gpu.building_texture = gl::make_buffer_texture(gpu.building_places, GL_R32F);
    gpu.road_places = gl::make_buffer(GL_TEXTURE_BUFFER, std::span<const float>(road_places));
    gpu.road_texture = gl::make_buffer_texture(gpu.road_places, GL_R32F);
    if (const std::string error = gl::take_error(); !error.empty()) return city::fail("the city does not fit the graphics memory: " + error);
    const std::uint32_t name = parts_->next_city++;
    parts_->cities.emplace(name, std::move(gpu));
    return CityHandle{name};
}

void Renderer::remove_city(CityHandle city) { parts_->cities.erase(static_cast<std::uint32_t>(city)); }

namespace {
void upload(const gl::BufferName& buffer, std::span<const float> places, std::size_t expected) {
    if (places.size() != expected || places.empty()) return;
    glBindBuffer(GL_TEXTURE_BUFFER, buffer.get());
    // A fresh store each time: the driver keeps the old one for frames still in flight, nobody waits.
    glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(places.size_bytes()), places.data(), GL_STREAM_DRAW);
}
}  // namespace

void Renderer::set_building_places(CityHandle city, std::span<const float> places) {
    if (const auto found = parts_->cities.find(static_cast<std::uint32_t>(city)); found != parts_->cities.end())
        upload(found->second.building_places, places, found->second.buildings);
}
void Renderer::set_road_places(CityHandle city, std::span<const float> places) {
    if (const auto found = parts_->cities.find(static_cast<std::uint32_t>(city)); found != parts_->cities.end())
        upload(found->second.road_places, places, found->second.roads);
}

void Renderer::set_palette(Palette palette) {
    const auto colours = ColorScale::colours(palette);
    glBindTexture(GL_TEXTURE_2D, parts_->scale_texture.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB32F, 256, 1, 0, GL_RGB, GL_FLOAT, colours.data());
}

const std::string& Renderer::gl_renderer() const { return parts_->gl_renderer; }
bool Renderer::is_software() const { return parts_->software; }
const std::string& Renderer::problem() const { return parts_->problem; }
std::size_t Renderer::gpu_bytes() const {
    std::size_t sum = static_cast<std::size_t>(shadow_size_px) * shadow_size_px * 4;
    for (const auto& [name, city] : parts_->cities) sum += city.bytes;
    return sum;
}

void Renderer::Parts::use_common(const gl::Program& program, const CityView& view, const FrameView& frame, const glm::mat4& clip_from_local,
                                 const glm::mat4& shadow_from_local, bool shadows) const {
    program.use();
    program.set("clip_from_local", clip_from_local);
    program.set("shadow_from_local", shadow_from_local);
    program.set("eye_local", view.camera.eye_local());
    program.set("sun_direction", view.sun.direction());
    const float up = std::clamp(std::sin(view.sun.elevation_rad) * 4.0f, 0.0f, 1.0f);  // fades out at the horizon
    // Low light has crossed more air: warmer.
    const float low = 1.0f - glm::smoothstep(0.05f, 0.45f, std::sin(view.sun.elevation_rad));
    program.set("sun_colour", frame.theme.sun_colour * up * glm::mix(glm::vec3(1.0f), glm::vec3(1.12f, 0.80f, 0.52f), low));
    program.set("sky_colour", frame.theme.sky_colour * (0.72f + 0.28f * up));
    program.set("haze_colour", frame.theme.haze * (0.55f + 0.45f * up));
    program.set("haze_distance_m", std::max(view.camera.distance_m * 3.2f, 4000.0f));
    program.set("shadow_strength", shadows ? 0.62f : 0.0f);
    program.set("shadow_map", 3);
    program.set("colour_scale", 2);
    program.set("row_values", 1);
    program.set("building_heights", 0);
    program.set("missing_colour", frame.theme.missing);
    program.set("selection_colour", frame.theme.selection);
    program.set("outline_colour", frame.theme.outline);
}

void Renderer::Parts::bind_rows(const gl::Program& program, const GpuCity& city, bool roads_) const {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, city.heights_texture.get());
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_BUFFER, (roads_ ? city.road_texture : city.building_texture).get());
    glActiveTexture(GL_TEXTURE2);
    glBindTexture(GL_TEXTURE_2D, scale_texture.get());
    glActiveTexture(GL_TEXTURE3);
    glBindTexture(GL_TEXTURE_2D, shadow_texture.get());
    glActiveTexture(GL_TEXTURE0);
    (void)program;
}

// The sun's view of what the camera is about: a square around the target, as fine as the distance needs.
glm::mat4 Renderer::Parts::shadow_matrix(const GpuCity& city, const CityView& view) const {
    const float reach_m = std::min(view.camera.distance_m * 0.75f + 200.0f, 0.6f * glm::length(city.high - city.low) + 200.0f);
    const glm::vec3 sun = view.sun.direction();
    const glm::vec3 centre = view.camera.target_local;
    const float away_m = reach_m + city.top_m * 4.0f + 500.0f;
    const glm::mat4 from_sun = glm::lookAt(centre + sun * away_m, centre, glm::vec3(0, 0, 1));
    return glm::ortho(-reach_m, reach_m, -reach_m, reach_m, 1.0f, 2.0f * away_m + reach_m) * from_sun;
}

void Renderer::Parts::draw_walls(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const {
    glBindVertexArray(city.wall_array.get());
    glBindBuffer(GL_ARRAY_BUFFER, city.walls.get());
    for (const mesh::Tile& tile : city.tiles) {
        if (tile.walls.count == 0 || !frustum.sees(glm::vec3(tile.low, 0.0f), glm::vec3(tile.high, tile.top_m))) continue;
        const std::uint32_t count = tile.walls.count_from(smallest_metres(tile, view, smallest));
        if (count == 0) continue;
        // GL 4.1 has no base instance: the pointer itself moves.
        const std::size_t offset = static_cast<std::size_t>(tile.walls.first) * sizeof(mesh::WallEdge);
        attribute(0, 4, sizeof(mesh::WallEdge), offset);
        attribute(1, 1, sizeof(mesh::WallEdge), offset + 16, true);
        glVertexAttribDivisor(0, 1);
        glVertexAttribDivisor(1, 1);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
        statistics.triangles += 2ull * count;
        ++statistics.draw_calls;
        ++statistics.tiles_drawn;
    }
}

namespace {
void draw_triangles(const mesh::Range& range, std::uint32_t count, FrameStatistics& statistics) {
    if (count == 0) return;
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * count), GL_UNSIGNED_INT, reinterpret_cast<const void*>(static_cast<std::size_t>(range.first) * 12));
    statistics.triangles += count;
    ++statistics.draw_calls;
}
}  // namespace

void Renderer::Parts::draw_roofs(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const {
    glBindVertexArray(city.roof_array.get());
    for (const mesh::Tile& tile : city.tiles) {
        if (tile.roof_triangles.count == 0 || !frustum.sees(glm::vec3(tile.low, 0.0f), glm::vec3(tile.high, tile.top_m))) continue;
        draw_triangles(tile.roof_triangles, tile.roof_triangles.count_from(smallest_metres(tile, view, smallest)), statistics);
    }
}

void Renderer::Parts::draw_roads(const GpuCity& city, const Frustum& frustum, const CityView& view, float smallest, FrameStatistics& statistics) const {
    glBindVertexArray(city.road_array.get());
    for (const mesh::Tile& tile : city.tiles) {
        if (tile.road_triangles.count == 0 || !frustum.sees(glm::vec3(tile.low, -1.0f), glm::vec3(tile.high, 12.0f))) continue;
        draw_triangles(tile.road_triangles, tile.road_triangles.count_from(smallest_metres(tile, view, smallest)), statistics);
    }
}

void Renderer::Parts::draw_shadow_map(const GpuCity& city, const CityView& view, const glm::mat4& shadow_from_local, FrameStatistics& statistics) const {
    glBindFramebuffer(GL_FRAMEBUFFER, shadow_target.get());
    glViewport(0, 0, shadow_size_px, shadow_size_px);
    glDisable(GL_SCISSOR_TEST);
    glClear(GL_DEPTH_BUFFER_BIT);
    glDisable(GL_CULL_FACE);
    const Frustum frustum(shadow_from_local);
    for (const gl::Program* program : {&wall_depth, &roof_depth}) {
        program->use();
        program->set("clip_from_local", shadow_from_local);
        program->set("building_heights", 0);
        bind_rows(*program, city, false);
        if (program == &wall_depth) draw_walls(city, frustum, view, 2.5f, statistics);
        else draw_roofs(city, frustum, view, 2.5f, statistics);
    }
}

void Renderer::Parts::draw_city(const CityView& view, const FrameView& frame, std::uint32_t target, FrameStatistics& statistics) {
    const auto found = cities.find(static_cast<std::uint32_t>(view.city));
    const float aspect = static_cast<float>(view.size_px.x) / static_cast<float>(std::max(view.size_px.y, 1));
    const glm::mat4 clip_from_local = view.camera.clip_from_local(aspect);
    const bool shadows = frame.shadows && found != cities.end() && view.sun.elevation_rad > 0.05f;
    glm::mat4 shadow_from_local(1.0f);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    if (shadows) {
        shadow_from_local = shadow_matrix(found->second, view);
        draw_shadow_map(found->second, view, shadow_from_local, statistics);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(view.low_px.x, view.low_px.y, view.size_px.x, view.size_px.y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(view.low_px.x, view.low_px.y, view.size_px.x, view.size_px.y);
    glClear(GL_DEPTH_BUFFER_BIT);

    const float day = std::clamp(std::sin(view.sun.elevation_rad) * 4.0f, 0.0f, 1.0f);
    glDisable(GL_DEPTH_TEST);
    sky.use();
    // From the eye: only directions matter, so the translation stays out.
    const glm::mat4 rotation = glm::mat4(glm::mat3(view.camera.view_from_local()));
    sky.set("ray_from_clip", glm::inverse(view.camera.clip_from_view(aspect) * rotation));
    sky.set("zenith_colour", frame.theme.zenith * (0.5f + 0.5f * day));
    sky.set("horizon_colour", frame.theme.horizon * (0.55f + 0.45f * day) + (1.0f - day) * glm::vec3(0.16f, 0.08f, 0.01f));
    sky.set("sun_direction", view.sun.direction());
    sky.set("sun_glow", frame.theme.sun_glow);
    glBindVertexArray(empty_array.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_DEPTH_TEST);
    if (found == cities.end()) return;
    const GpuCity& city = found->second;
    const Frustum frustum(clip_from_local);
    const float smallest = smallest_px / std::max(frame.detail, 0.05f);

    glDisable(GL_CULL_FACE);
    use_common(ground, view, frame, clip_from_local, shadow_from_local, shadows);
    bind_rows(ground, city, false);
    const glm::vec2 centre = 0.5f * (city.low + city.high);
    ground.set("ground_centre_and_reach", glm::vec3(centre, 2.0f * glm::length(city.high - city.low) + 8.0f * view.camera.distance_m + 5000.0f));
    ground.set("ground_z_m", -0.3f - view.camera.distance_m * 2e-4f);  // deeper from afar, or it would flicker through the areas
    ground.set("ground_colour", frame.theme.ground);
    glBindVertexArray(quad_array.get());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    if (view.areas && city.area_index_count > 0) {
        use_common(areas, view, frame, clip_from_local, shadow_from_local, shadows);
        areas.set("area_height_m", -0.15f - view.camera.distance_m * 1e-4f);
        areas.set("area_colours", std::span<const glm::vec3>(frame.theme.areas));
        glBindVertexArray(city.area_array.get());
        glDepthFunc(GL_LEQUAL);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(city.area_index_count), GL_UNSIGNED_INT, nullptr);
        glDepthFunc(GL_LESS);
    }
    if (view.roads) {
        use_common(roads, view, frame, clip_from_local, shadow_from_local, shadows);
        roads.set("plain_colour", frame.theme.road);
        roads.set("selected_row", view.selected_road);
        roads.set("hovered_row", view.hovered_road);
        bind_rows(roads, city, true);
        draw_roads(city, frustum, view, smallest * 0.35f, statistics);  // thin, but long: a street of a third of a pixel is still seen
    }
    if (view.buildings) {
        glEnable(GL_CULL_FACE);
        use_common(walls, view, frame, clip_from_local, shadow_from_local, shadows);
        walls.set("plain_colour", frame.theme.building);
        walls.set("selected_row", view.selected_building);
        walls.set("hovered_row", view.hovered_building);
        bind_rows(walls, city, false);
        draw_walls(city, frustum, view, smallest, statistics);
        use_common(roofs, view, frame, clip_from_local, shadow_from_local, shadows);
        roofs.set("plain_colour", frame.theme.building);
        roofs.set("selected_row", view.selected_building);
        roofs.set("hovered_row", view.hovered_building);
        bind_rows(roofs, city, false);
        draw_roofs(city, frustum, view, smallest, statistics);
        glDisable(GL_CULL_FACE);
    }
    statistics.tiles += static_cast<std::uint32_t>(city.tiles.size());
}

FrameStatistics Renderer::draw(const FrameView& frame, std::uint32_t target) {
    FrameStatistics statistics;
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glDisable(GL_SCISSOR_TEST);
    // What shows between two cities.
    glClearColor(frame.theme.outline.x, frame.theme.outline.y, frame.theme.outline.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    for (const CityView& view : frame.cities)
        if (view.size_px.x > 0 && view.size_px.y > 0) parts_->draw_city(view, frame, target, statistics);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
    glViewport(0, 0, frame.size_px.x, frame.size_px.y);
    parts_->problem = gl::take_error();
    return statistics;
}

Picked Renderer::pick(const CityView& view, glm::vec2 at_px) {
    const auto found = parts_->cities.find(static_cast<std::uint32_t>(view.city));
    if (found == parts_->cities.end() || view.size_px.x <= 0 || view.size_px.y <= 0) return {};
    const GpuCity& city = found->second;
    const glm::vec2 size(view.size_px);
    // The one pixel stretched over a 1 x 1 target: exact, and the frustum leaves a tile or two.
    const glm::vec2 at(2.0f * at_px.x / size.x - 1.0f, 1.0f - 2.0f * at_px.y / size.y);
    glm::mat4 pixel_from_clip(1.0f);
    pixel_from_clip[0][0] = size.x;
    pixel_from_clip[1][1] = size.y;
    pixel_from_clip[3][0] = -at.x * size.x;
    pixel_from_clip[3][1] = -at.y * size.y;
    const glm::mat4 clip_from_local = pixel_from_clip * view.camera.clip_from_local(size.x / size.y);
    const Frustum frustum(clip_from_local);
    GLint previous = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &previous);
    glBindFramebuffer(GL_FRAMEBUFFER, parts_->pick_target.get());
    glViewport(0, 0, 1, 1);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glEnable(GL_DEPTH_TEST);
    const GLuint nothing[4] = {0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nothing);
    glClear(GL_DEPTH_BUFFER_BIT);
    FrameStatistics unused;
    const auto with = [&](const gl::Program& program, std::uint32_t bit) {
        program.use();
        program.set("clip_from_local", clip_from_local);
        program.set("building_heights", 0);
        program.set("kind_bit", bit);
        parts_->bind_rows(program, city, bit != 0);
    };
    if (view.roads) {
        with(parts_->road_pick, 0x80000000u);
        parts_->draw_roads(city, frustum, view, smallest_px, unused);
    }
    if (view.buildings) {
        glEnable(GL_CULL_FACE);
        with(parts_->wall_pick, 0);
        parts_->draw_walls(city, frustum, view, smallest_px, unused);
        with(parts_->roof_pick, 0);
        parts_->draw_roofs(city, frustum, view, smallest_px, unused);
        glDisable(GL_CULL_FACE);
    }
    GLuint picked = 0;
    glReadPixels(0, 0, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_INT, &picked);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    if (picked == 0) return {};
    if ((picked & 0x80000000u) != 0) return {Picked::Kind::road, (picked & 0x7fffffffu) - 1};
    return {Picked::Kind::building, picked - 1};
}

}  // namespace render
