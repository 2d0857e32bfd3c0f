#include <cmath>

#include "render/views.h"

namespace render {

namespace {
glm::vec3 hex(std::uint32_t rgb) {
    return glm::vec3((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF) / 255.0f;
}
}  // namespace

Theme light_theme() {
    Theme t{};
    t.zenith = hex(0x7FB2DC);
    t.horizon = hex(0xE3EAEE);
    t.low_sun_zenith = hex(0x6E8FC2);
    t.low_sun_horizon = hex(0xF6D3AE);
    t.ground = hex(0xE8E6DF);
    t.beyond = hex(0xD3D9DA);
    t.building = hex(0xDEDCD6);
    t.road = hex(0xF3F3F0);
    t.outline = hex(0x3B3A40);
    t.missing = hex(0xC3C6CB);
    t.selection = hex(0x1C8DD9);
    // water, park, industrial, residential, commercial, other
    const std::uint32_t areas[6] = {0xA9CDE2, 0xC5D8B4, 0xDAD3D6, 0xE0DED4, 0xE4DACF, 0xD9DBD6};
    for (int i = 0; i < 6; ++i) t.areas[i] = hex(areas[i]);
    t.sun_colour = glm::vec3(0.90f, 0.86f, 0.78f);
    t.sky_colour = glm::vec3(0.40f, 0.43f, 0.48f);
    t.sun_glow = glm::vec3(0.16f, 0.13f, 0.08f);
    t.night_share = 0.60f;
    return t;
}

Theme dark_theme() {
    Theme t{};
    t.zenith = hex(0x0A111B);
    t.horizon = hex(0x1F2D3C);
    t.low_sun_zenith = hex(0x121B30);
    t.low_sun_horizon = hex(0x5C4340);
    t.ground = hex(0x26303B);
    t.beyond = hex(0x19222C);
    t.building = hex(0x4B5663);
    t.road = hex(0x36424F);
    t.outline = hex(0x0A0E13);
    t.missing = hex(0x59636E);
    t.selection = hex(0x4FC3F7);
    const std::uint32_t areas[6] = {0x12304A, 0x1F3A30, 0x2A2B36, 0x232C37, 0x2D2B30, 0x242D38};
    for (int i = 0; i < 6; ++i) t.areas[i] = hex(areas[i]);
    t.sun_colour = glm::vec3(0.74f, 0.76f, 0.84f);
    t.sky_colour = glm::vec3(0.46f, 0.50f, 0.58f);
    t.sun_glow = glm::vec3(0.05f, 0.06f, 0.09f);
    t.night_share = 0.78f;
    return t;
}

glm::vec3 Sun::direction() const {
    return {std::sin(azimuth_rad) * std::cos(elevation_rad),
            std::cos(azimuth_rad) * std::cos(elevation_rad), std::sin(elevation_rad)};
}

}  // namespace render
