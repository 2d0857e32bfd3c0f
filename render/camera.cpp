#include "render/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace render {

namespace {
constexpr float nearest_m = 15.0f, furthest_m = 200'000.0f;
constexpr float flattest_rad = 0.06f, steepest_rad = 1.565f;
}  // namespace

glm::vec3 Camera::eye_local() const {
    const float level_m = distance_m * std::cos(pitch_rad);
    return target_local + glm::vec3(-std::sin(heading_rad) * level_m,
                                    -std::cos(heading_rad) * level_m,
                                    distance_m * std::sin(pitch_rad));
}

glm::mat4 Camera::view_from_local() const {
    // Straight down the heading still says what is up on the screen.
    const glm::vec3 forward_level(std::sin(heading_rad), std::cos(heading_rad), 0.0f);
    const glm::vec3 up = pitch_rad > 1.3f ? forward_level : glm::vec3(0, 0, 1);
    return glm::lookAt(eye_local(), target_local, up);
}

glm::mat4 Camera::clip_from_view(float aspect) const {
    return glm::perspective(fov_rad, std::max(aspect, 0.01f), std::max(1.0f, distance_m * 0.02f),
                            distance_m * 12.0f + 6000.0f);
}

glm::mat4 Camera::clip_from_local(float aspect) const {
    return clip_from_view(aspect) * view_from_local();
}

float Camera::metres_per_px(float view_height_px) const {
    return 2.0f * distance_m * std::tan(0.5f * fov_rad) / std::max(view_height_px, 1.0f);
}

void Camera::orbit(float heading_by_rad, float pitch_by_rad) {
    heading_rad = std::remainder(heading_rad + heading_by_rad, 2.0f * 3.14159265f);
    pitch_rad = std::clamp(pitch_rad + pitch_by_rad, flattest_rad, steepest_rad);
}

void Camera::pan(glm::vec2 by_px, float view_height_px) {
    const float scale_m = metres_per_px(view_height_px);
    const glm::vec2 right(std::cos(heading_rad), -std::sin(heading_rad)),
        forward(std::sin(heading_rad), std::cos(heading_rad));
    // Seen at a flat angle a pixel up covers more ground.
    const float depth_scale = 1.0f / std::max(std::sin(pitch_rad), 0.25f);
    const glm::vec2 moved =
        -right * (by_px.x * scale_m) + forward * (by_px.y * scale_m * depth_scale);
    target_local.x += moved.x;
    target_local.y += moved.y;
}

void Camera::zoom(float factor) {
    distance_m = std::clamp(distance_m * factor, nearest_m, furthest_m);
}

Ray ray_through(const Camera& camera, glm::vec2 at_px, glm::vec2 size_px) {
    const glm::mat4 local_from_clip = glm::inverse(camera.clip_from_local(size_px.x / size_px.y));
    const glm::vec2 at(2.0f * at_px.x / size_px.x - 1.0f, 1.0f - 2.0f * at_px.y / size_px.y);
    const glm::vec4 far = local_from_clip * glm::vec4(at, 1.0f, 1.0f);
    const glm::vec3 eye = camera.eye_local();
    return {eye, glm::normalize(glm::vec3(far) / far.w - eye)};
}

Camera framed(Camera camera, glm::vec2 low, glm::vec2 high, float aspect) {
    camera.target_local = glm::vec3(0.5f * (low + high), 0.0f);
    const glm::vec2 size = high - low;
    const float c = std::abs(std::cos(camera.heading_rad)),
                s = std::abs(std::sin(camera.heading_rad));
    const float width_m = size.x * c + size.y * s, depth_m = size.x * s + size.y * c;
    const float half = std::tan(0.5f * camera.fov_rad);
    const float by_width = width_m / (2.0f * half * aspect),
                by_depth = depth_m * std::sin(camera.pitch_rad) / (2.0f * half);
    camera.distance_m = std::clamp(
        0.98f * std::max(by_width, by_depth) + 0.12f * depth_m * std::cos(camera.pitch_rad), 60.0f,
        furthest_m);
    return camera;
}

Camera flown(const Camera& from, const Camera& to, float share) {
    share = std::clamp(share, 0.0f, 1.0f);
    const float eased = share * share * (3.0f - 2.0f * share);
    Camera camera = to;
    camera.target_local = from.target_local + (to.target_local - from.target_local) * eased;
    const float way_m = glm::length(to.target_local - from.target_local);
    const float between = std::exp(std::log(from.distance_m) +
                                   (std::log(to.distance_m) - std::log(from.distance_m)) * eased);
    camera.distance_m =
        between + 0.6f * way_m * std::sin(3.14159265f * eased) *
                      (way_m > 3.0f * std::max(from.distance_m, to.distance_m) ? 1.0f : 0.0f);
    camera.heading_rad =
        from.heading_rad +
        std::remainder(to.heading_rad - from.heading_rad, 2.0f * 3.14159265f) * eased;
    camera.pitch_rad = from.pitch_rad + (to.pitch_rad - from.pitch_rad) * eased;
    return camera;
}

}  // namespace render
