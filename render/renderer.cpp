#include "render/renderer.h"

#include <glad/gl.h>

#include <algorithm>
#include <map>

#include "render/gl/error_log.h"
#include "render/passes/building_pass.h"
#include "render/passes/column_pass.h"
#include "render/passes/field_pass.h"
#include "render/passes/flow_pass.h"
#include "render/passes/ground_pass.h"
#include "render/passes/height_pass.h"
#include "render/passes/pick_pass.h"
#include "render/passes/road_pass.h"
#include "render/passes/shadow_pass.h"
#include "render/passes/sky_pass.h"

namespace render {

namespace {
constexpr float smallest_px = 0.7f;
constexpr float lowest_shadow_sun_rad = 0.05f;  // below it shadows are longer than the city
}  // namespace

struct Renderer::Parts {
    SkyPass sky;
    GroundPass ground;
    RoadPass roads;
    BuildingPass buildings;
    FieldPass field;
    ColumnPass columns;
    FlowPass flows;
    ShadowPass shadow;
    HeightPass heights;
    PickPass pick;
    gl::TextureName scale_texture;
    std::map<std::uint32_t, GpuCity> cities;
    std::uint32_t next_city = 1;
    GlInfo info;
    std::string problem;
    std::vector<std::string> notes;
    gl::ErrorLog errors;
    gl::FrameTimer timer;
    gl::Handover handover;

    city::Result<void> make_passes();
    GpuCity* find(CityHandle city) {
        const auto found = cities.find(static_cast<std::uint32_t>(city));
        return found == cities.end() ? nullptr : &found->second;
    }
    void draw_city(const CityView& view, const FrameView& frame, std::uint32_t target,
                   FrameStatistics& statistics);
};

city::Result<void> Renderer::Parts::make_passes() {
    std::string problem_here;
    const auto make = [&problem_here](auto& pass) {
        auto made = std::decay_t<decltype(pass)>::make();
        if (made)
            pass = std::move(*made);
        else if (problem_here.empty())
            problem_here = made.error().message;
    };
    make(sky);
    make(ground);
    make(roads);
    make(buildings);
    make(field);
    make(columns);
    make(flows);
    make(shadow);
    make(heights);
    make(pick);
    if (!problem_here.empty()) return city::fail(problem_here);
    return {};
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::~Renderer() = default;

city::Result<std::unique_ptr<Renderer>> Renderer::create() {
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    if (major < 4 || (major == 4 && minor < 1))
        return city::fail("this display offers OpenGL " + std::to_string(major) + "." +
                          std::to_string(minor) +
                          ", Twinscape needs 4.1: update the graphics driver");
    auto parts = std::make_unique<Parts>();
    parts->info = gl_info();
    parts->handover = gl::Handover(parts->info.software);
    parts->errors.listen();
    if (auto made = parts->make_passes(); !made) return tl::unexpected(made.error());
    if (parts->shadow.size_px() == 0)
        parts->notes.emplace_back("shadow_map");
    else if (parts->shadow.size_px() < ShadowPass::usual_size_px)
        parts->notes.emplace_back("small_shadow_map");
    parts->scale_texture = gl::make_texture(gl::Filter::linear);
    auto renderer = std::unique_ptr<Renderer>(new Renderer(std::move(parts)));
    renderer->set_palette(Palette::amount);
    if (const std::string error = gl::take_error(); !error.empty())
        return city::fail("OpenGL set-up failed: " + error);
    return renderer;
}

city::Result<CityHandle> Renderer::add_city(const mesh::CityMesh& mesh) {
    auto city =
        GpuCity::upload(mesh, static_cast<std::size_t>(parts_->info.max_texture_buffer_texels));
    if (!city) return tl::unexpected(city.error());
    const std::uint32_t name = parts_->next_city++;
    parts_->cities.emplace(name, std::move(*city));
    return CityHandle{name};
}

city::Result<bool> Renderer::add_near(CityHandle city, const mesh::NearMesh& mesh,
                                      std::size_t most_bytes) {
    GpuCity* found = parts_->find(city);
    return found == nullptr ? true : found->upload_near(mesh, most_bytes);
}

void Renderer::remove_city(CityHandle city) {
    parts_->cities.erase(static_cast<std::uint32_t>(city));
}

void Renderer::set_building_places(CityHandle city, const WritePlaces& write) {
    if (GpuCity* found = parts_->find(city)) found->set_building_places(write);
}
void Renderer::set_road_places(CityHandle city, const WritePlaces& write) {
    if (const GpuCity* found = parts_->find(city)) found->set_road_places(write);
}
void Renderer::set_building_places(CityHandle city, std::span<const float> places) {
    const GpuCity* found = parts_->find(city);
    if (found == nullptr || places.size() != found->buildings) return;
    set_building_places(city, [places](std::size_t first, std::span<float> out) {
        std::copy_n(places.begin() + static_cast<std::ptrdiff_t>(first), out.size(), out.begin());
    });
}

void Renderer::set_building_marks(CityHandle city, std::span<const std::uint8_t> marks) {
    if (const GpuCity* found = parts_->find(city)) found->set_building_marks(marks);
}
void Renderer::set_road_marks(CityHandle city, std::span<const std::uint8_t> marks) {
    if (const GpuCity* found = parts_->find(city)) found->set_road_marks(marks);
}
void Renderer::set_field(CityHandle city, const Raster& raster, std::span<const float> places) {
    if (GpuCity* found = parts_->find(city)) found->field.set(raster, places);
}
void Renderer::set_columns(CityHandle city, float cell_m, std::span<const GroundColumn> columns) {
    if (GpuCity* found = parts_->find(city)) found->columns.set(cell_m, columns);
}
void Renderer::set_flow_widths(CityHandle city, std::span<const float> shares) {
    if (const GpuCity* found = parts_->find(city)) found->flows.set_widths(shares);
}

void Renderer::set_palette(Palette palette) {
    const auto colours = ColorScale::colours(palette);
    glBindTexture(GL_TEXTURE_2D, parts_->scale_texture.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB32F, 256, 1, 0, GL_RGB, GL_FLOAT, colours.data());
}

const std::vector<std::string>& Renderer::notes() const {
    return parts_->notes;
}
const GlInfo& Renderer::info() const {
    return parts_->info;
}
const std::string& Renderer::gl_renderer() const {
    return parts_->info.renderer;
}
bool Renderer::is_software() const {
    return parts_->info.software;
}
float Renderer::usual_detail() const {
    return is_software() ? 0.6f : 1.0f;
}
const std::vector<gl::ErrorLog::Kind>& Renderer::errors() const {
    return parts_->errors.kinds();
}
const std::string& Renderer::problem() const {
    return parts_->problem;
}
std::size_t Renderer::gpu_bytes() const {
    std::size_t sum = parts_->shadow.bytes();
    for (const auto& [name, city] : parts_->cities)
        sum += city.bytes + city.field.bytes() + city.columns.bytes() + city.flows.bytes();
    return sum;
}

void Renderer::Parts::draw_city(const CityView& view, const FrameView& frame, std::uint32_t target,
                                FrameStatistics& statistics) {
    GpuCity* city = find(view.city);
    const bool shadows = frame.shadows && shadow.size_px() > 0 && city != nullptr &&
                         view.sun.elevation_rad > lowest_shadow_sun_rad;
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    gl::FrameTimer* const clock = frame.timed ? &timer : nullptr;
    ShadowPass::Map map{glm::mat4(1.0f), 1.0f};
    if (frame.shadows && city != nullptr) {
        const Section section(clock, statistics, Pass::shadow);
        if (shadows) map = shadow.draw(*city, view, statistics);
        if (city->has_near()) heights.update(*city, statistics);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(view.low_px.x, view.low_px.y, view.size_px.x, view.size_px.y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(view.low_px.x, view.low_px.y, view.size_px.x, view.size_px.y);
    glClear(GL_DEPTH_BUFFER_BIT);
    if (!frame.transparent) {
        const Section section(clock, statistics, Pass::sky);
        sky.draw(frame, view, city == nullptr ? 0 : rows_without_sky(ground_of(*city, view), view));
    }
    if (city == nullptr) return;
    const PassInput input{frame,
                          view,
                          *city,
                          light_of(frame.theme, view.sun),
                          view.clip_from_local(),
                          map.shadow_from_local,
                          frame.shadows && view.buildings && city->has_near(),
                          shadows,
                          map.texel_m,
                          smallest_px / std::max(frame.detail, 0.05f),
                          scale_texture.get(),
                          shadow.texture(),
                          statistics,
                          clock,
                          handover};
    {
        const Section section(clock, statistics, Pass::ground);
        ground.draw(input);
        if (view.ground_layer == GroundLayer::field) field.draw(input);
    }
    if (view.roads) {
        const Section section(clock, statistics, Pass::roads);
        if (view.flows)
            flows.draw(input);
        else
            roads.draw(input);
    }
    handover.now();  // ground and sky, which fill the picture, while buildings begin
    if (view.buildings) buildings.draw(input);
    if (view.ground_layer == GroundLayer::columns) {
        const Section section(clock, statistics, Pass::blocks);
        columns.draw(input);
    }
    statistics.tiles += static_cast<std::uint32_t>(city->tiles.size());
}

FrameStatistics Renderer::draw(const FrameView& frame, std::uint32_t target) {
    FrameStatistics statistics;
    if (frame.timed) parts_->timer.begin_frame();
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glDisable(GL_SCISSOR_TEST);
    // What shows between two cities.
    if (frame.transparent)
        glClearColor(0, 0, 0, 0);
    else
        glClearColor(frame.theme.outline.x, frame.theme.outline.y, frame.theme.outline.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    for (const CityView& view : frame.cities)
        if (view.size_px.x > 0 && view.size_px.y > 0)
            parts_->draw_city(view, frame, target, statistics);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
    glViewport(0, 0, frame.size_px.x, frame.size_px.y);
    parts_->problem = parts_->errors.after_frame();
    if (frame.timed)
        for (std::size_t pass = 0; pass < pass_count; ++pass)
            statistics.passes[pass].gpu_ms = parts_->timer.newest_ms()[pass];
    return statistics;
}

Picked Renderer::pick(const CityView& view, glm::vec2 at_px) {
    const GpuCity* city = parts_->find(view.city);
    if (city == nullptr || view.size_px.x <= 0 || view.size_px.y <= 0) return {};
    return parts_->pick.pick(*city, view, at_px);
}

}  // namespace render
