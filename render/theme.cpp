#include <cmath>

#include "render/views.h"

namespace render {

namespace {
glm::vec3 hex(std::uint32_t rgb) { return glm::vec3((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF) / 255.0f; }
}  // namespace

Theme light_theme() {
    Theme t{};
    t.zenith = hex(0x9CC3E0);
    t.horizon = hex(0xE9EFF3);
    t.haze = hex(0xE4EBF0);
    t.ground = hex(0xDFE0DB);
    t.building = hex(0xD3D2CD);
    t.road = hex(0xF3F3F0);
    t.outline = hex(0x3B3A40);
    t.missing = hex(0xC3C6CB);
    t.selection = hex(0x1C8DD9);
    // water, park, industrial, residential, commercial, other
    const std::uint32_t areas[6] = {0xA9CDE2, 0xC5D8B4, 0xDAD3D6, 0xE0DED4, 0xE4DACF, 0xD9DBD6};
    for (int i = 0; i < 6; ++i) t.areas[i] = hex(areas[i]);
    t.sun_colour = glm::vec3(0.66f, 0.63f, 0.57f);
    t.sky_colour = glm::vec3(0.50f, 0.52f, 0.56f);
    t.sun_glow = glm::vec3(0.10f, 0.08f, 0.05f);
    return t;
}

Theme dark_theme() {
    Theme t{};
    t.zenith = hex(0x0B121C);
    t.horizon = hex(0x22303F);
    t.haze = hex(0x1D2936);
    t.ground = hex(0x1E2630);
    t.building = hex(0x46505C);
    t.road = hex(0x36424F);
    t.outline = hex(0x0A0E13);
    t.missing = hex(0x59636E);
    t.selection = hex(0x4FC3F7);
    const std::uint32_t areas[6] = {0x12304A, 0x1F3A30, 0x2A2B36, 0x232C37, 0x2D2B30, 0x242D38};
    for (int i = 0; i < 6; ++i) t.areas[i] = hex(areas[i]);
    t.sun_colour = glm::vec3(0.50f, 0.52f, 0.60f);
    t.sky_colour = glm::vec3(0.56f, 0.58f, 0.64f);
    t.sun_glow = glm::vec3(0.04f, 0.05f, 0.08f);
    return t;
}

glm::vec3 Sun::direction() const {
    return {std::sin(azimuth_rad) * std::cos(elevation_rad), std::cos(azimuth_rad) * std::cos(elevation_rad), std::sin(elevation_rad)};
}

}  // namespace render
