#pragma once

#include <cstdint>
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
    glm::vec3 sun_colour, sky_colour;  ///< linear light; a flat roof under the fixed sun gets about 1
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

/// One city in one part of the frame.
struct CityView {
    CityHandle city{};
    glm::ivec2 low_px{0}, size_px{0};  ///< origin bottom left, as GL counts
    Camera camera;
    Sun sun;
    int selected_building = -1, hovered_building = -1;
    int selected_road = -1, hovered_road = -1;
    bool buildings = true, roads = true, areas = true;
    /// A layer that colours roads shows buildings plain and the other way round.
    bool buildings_plain = false, roads_plain = false;
    /// Where the camera's whole picture lies when this view is a part of it (see frame_part.h); size zero: this is the whole.
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
    float detail = 1.0f;  ///< smallest thing drawn, in pixels, is 0.7 / detail
    float pixel_scale = 1.0f;  ///< pixels drawn per pixel of the picture: more than 1 when it is averaged down afterwards
    bool transparent = false;  ///< sky and open ground stay clear; colours come out premultiplied by alpha
};

struct FrameStatistics {
    std::uint64_t triangles = 0;
    std::uint32_t draw_calls = 0, tiles_drawn = 0, tiles = 0;
};

/// What lies under a pixel.
struct Picked {
    enum class Kind : std::uint8_t { nothing, building, road } kind = Kind::nothing;
    std::uint32_t row = 0;
};

}  // namespace render
