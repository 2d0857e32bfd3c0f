#include "viewer/tools/ground.h"

#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

namespace viewer {

std::optional<glm::vec2> ground_point(const render::Camera& camera, glm::vec2 at_px,
                                      glm::vec2 size_px) {
    const render::Ray ray = render::ray_through(camera, at_px, size_px);
    if (!(ray.direction.z < -1e-6f)) return std::nullopt;
    const glm::vec3 at = ray.origin_local - ray.direction * (ray.origin_local.z / ray.direction.z);
    return glm::vec2(at);
}

std::optional<glm::vec2> pixel_of(const render::Camera& camera, glm::vec3 local,
                                  glm::vec2 size_px) {
    const glm::vec4 clip = camera.clip_from_local(size_px.x / size_px.y) * glm::vec4(local, 1.0f);
    if (!(clip.w > 0.0f)) return std::nullopt;
    return glm::vec2(0.5f + 0.5f * clip.x / clip.w, 0.5f - 0.5f * clip.y / clip.w) * size_px;
}

std::array<glm::vec2, 4> visible_ground(const render::Camera& camera, float aspect,
                                        float furthest_m) {
    const glm::vec2 size(aspect, 1.0f), corners[]{{0, 1}, {aspect, 1}, {aspect, 0}, {0, 0}};
    const glm::vec2 eye(camera.eye_local());
    std::array<glm::vec2, 4> ground;
    for (std::size_t k = 0; k < 4; ++k) {
        const auto at = ground_point(camera, corners[k], size);
        glm::vec2 way =
            at ? *at - eye : glm::vec2(render::ray_through(camera, corners[k], size).direction);
        const float length = glm::length(way);
        if ((!at || length > furthest_m) && length > 0.0f) way *= furthest_m / length;
        ground[k] = eye + way;
    }
    return ground;
}

}  // namespace viewer
