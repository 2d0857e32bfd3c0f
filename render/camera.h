#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace render {

/// Looks at a point on the ground from a distance, a heading and a pitch. No GL.
struct Camera {
    glm::vec3 target_local{0.0f};
    float distance_m = 2000.0f;
    float heading_rad = 0.0f;  ///< 0: looking north; grows clockwise
    float pitch_rad = 0.75f;   ///< 0 level, pi/2 straight down
    float fov_rad = 0.6f;      ///< vertical

    glm::vec3 eye_local() const;
    glm::mat4 view_from_local() const;
    glm::mat4 clip_from_view(float aspect) const;
    glm::mat4 clip_from_local(float aspect) const;
    /// Metres that one pixel covers at the target.
    float metres_per_px(float view_height_px) const;

    void orbit(float heading_by_rad, float pitch_by_rad);
    /// Moves the ground with the cursor: `by_px` right and down.
    void pan(glm::vec2 by_px, float view_height_px);
    void zoom(float factor);

    bool operator==(const Camera&) const = default;
};

/// A ray through a pixel (origin top left): where it starts and its direction.
struct Ray {
    glm::vec3 origin_local, direction;
};
Ray ray_through(const Camera& camera, glm::vec2 at_px, glm::vec2 size_px);

/// The whole of a box (on the ground) in view, at the camera's own heading and pitch.
Camera framed(Camera camera, glm::vec2 low, glm::vec2 high, float aspect);

/// Smooth flight: share 0 is `from`, 1 is `to`; rises on long ways so that both ends are seen on
/// the way.
Camera flown(const Camera& from, const Camera& to, float share);

}  // namespace render
