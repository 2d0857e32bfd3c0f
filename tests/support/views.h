#pragma once
// What GL tests look at: one city in a frame of its own, and the pixels of the picture.

#include <glm/vec3.hpp>

#include "render/image.h"
#include "render/views.h"

namespace test {

inline render::FrameView frame_of(render::CityHandle city, const render::Camera& camera, int width,
                                  int height) {
    render::FrameView frame;
    frame.theme = render::light_theme();
    frame.size_px = {width, height};
    render::CityView view;
    view.city = city;
    view.size_px = {width, height};
    view.camera = camera;
    frame.cities.push_back(view);
    return frame;
}

/// Nearly straight down on the origin.
inline render::Camera above(float distance_m) {
    render::Camera camera;
    camera.distance_m = distance_m;
    camera.pitch_rad = 1.5f;
    return camera;
}

inline glm::vec3 pixel(const render::Image& image, int x, int y) {
    const std::size_t at =
        4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
             static_cast<std::size_t>(x));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

}  // namespace test
