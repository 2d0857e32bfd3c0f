#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "render/camera.h"

namespace render {

enum class CityHandle : std::uint32_t {};

/// Colours and light of everything that is not data.
struct Theme {
    glm::vec3 zenith, horizon;
    glm::vec3 low_sun_zenith, low_sun_horizon;
    glm::vec3 ground, beyond, building, road, outline, missing, selection;
    glm::vec3 areas[6];  ///< city::AreaKind in order
    glm::vec3 sun_colour,
        sky_colour;  ///< linear light; a flat roof under the fixed sun gets about 1
    glm::vec3 sun_glow;
    float night_share;  ///< how much of the sky's light is left at night
};
Theme light_theme();
Theme dark_theme();

/// Where the sun stands: azimuth clockwise from north, elevation above the horizon.
struct Sun {
    float azimuth_rad = 3.8f, elevation_rad = 0.75f;
    glm::vec3 direction() const;
};

/// Square cells over the ground, line by line from the south-west corner.
struct Raster {
    glm::vec2 low_local{0.0f};
    float cell_m = 0.0f;
    std::uint32_t columns = 0, lines = 0;
};

/// One prism on the ground, 20 bytes: the middle of its cell, how high it stands, its place on the
/// colour scale (see color_scale.h) and the number that picking returns.
struct GroundColumn {
    float x, y, height_m, place;
    std::uint32_t cell;
};

/// What stands for the values of a layer: things in their own shape, or a density of the ground.
enum class GroundLayer : std::uint8_t { none, field, columns };

/// One city in one part of the frame.
struct CityView {
    CityHandle city{};
    glm::ivec2 low_px{0}, size_px{0};  ///< origin bottom left, as GL counts
    Camera camera;
    Sun sun;
    int selected_building = -1, hovered_building = -1;
    int selected_road = -1, hovered_road = -1;
    int selected_cell = -1, hovered_cell = -1;
    GroundLayer ground_layer = GroundLayer::none;
    bool field_both_ways = false;  ///< the field is a difference: clear in the middle of its scale
    bool flows = false;            ///< roads as wide as their traffic
    float widest_flow_m = 0.0f;
    bool buildings = true, roads = true, areas = true;
    bool masses = false;  ///< nothing colours the buildings yet: dark enough to stand out from the
                          ///< ground by themselves
    /// A layer that colours roads shows buildings plain and the other way round.
    bool buildings_plain = false, roads_plain = false;
    /// Where the camera's whole picture lies when this view is a part of it (see frame_part.h);
    /// size zero: this is the whole.
    glm::ivec2 whole_low_px{0}, whole_size_px{0};

    glm::ivec2 picture_low_px() const { return whole_size_px.x > 0 ? whole_low_px : low_px; }
    glm::ivec2 picture_size_px() const { return whole_size_px.x > 0 ? whole_size_px : size_px; }
    /// What passes draw with: the camera's matrices, off-centre when this is a part.
    glm::mat4 clip_from_view() const;
    glm::mat4 clip_from_local() const;
};

struct FrameView {
    std::vector<CityView> cities;
    Theme theme;
    glm::ivec2 size_px{0};
    bool shadows = true;
    float detail = 1.0f;       ///< smallest thing drawn, in pixels, is 0.7 / detail
    float pixel_scale = 1.0f;  ///< pixels drawn per pixel of the picture: more than 1 when it is
                               ///< averaged down afterwards
    bool timed = false;        ///< the GPU tells how long each pass takes, some frames later
    bool transparent =
        false;  ///< sky and open ground stay clear; colours come out premultiplied by alpha
};

/// Parts of a frame, in the order in which they are drawn.
enum class Pass : std::uint8_t { shadow, sky, ground, roads, walls, roofs, blocks, count_ };
inline constexpr std::size_t pass_count = static_cast<std::size_t>(Pass::count_);

/// "shadow", "sky"...
std::string_view name_of(Pass pass);

struct PassStatistics {
    std::uint64_t triangles = 0;
    float gpu_ms = -1.0f;  ///< of a frame some frames ago; below zero: not timed, or not known yet
};

struct FrameStatistics {
    std::uint64_t triangles = 0;
    std::uint32_t draw_calls = 0, tiles_drawn = 0, tiles = 0;
    std::array<PassStatistics, pass_count> passes;

    PassStatistics& pass(Pass one) { return passes[static_cast<std::size_t>(one)]; }
    const PassStatistics& pass(Pass one) const { return passes[static_cast<std::size_t>(one)]; }
    /// Of all passes; below zero where they were not timed.
    float gpu_ms() const {
        float sum = 0;
        for (const PassStatistics& one : passes)
            if (one.gpu_ms >= 0)
                sum += one.gpu_ms;
            else
                return -1.0f;
        return sum;
    }
};

/// What lies under a pixel.
struct Picked {
    enum class Kind : std::uint8_t { nothing, building, road, cell } kind = Kind::nothing;
    std::uint32_t row = 0;
};

}  // namespace render
