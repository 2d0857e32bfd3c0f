#pragma once

#include <array>

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace render {

/// The six planes of a view, for leaving out boxes that it cannot see.
class Frustum {
  public:
    explicit Frustum(const glm::mat4& clip_from_local) {
        for (int axis = 0; axis < 3; ++axis)
            for (int side = 0; side < 2; ++side)
                for (int column = 0; column < 4; ++column)
                    planes_[static_cast<std::size_t>(2 * axis + side)][column] =
                        clip_from_local[column][3] +
                        (side == 0 ? 1.0f : -1.0f) * clip_from_local[column][axis];
    }
    /// False only when the box lies wholly outside one plane.
    bool sees(glm::vec3 low, glm::vec3 high) const {
        for (const glm::vec4& plane : planes_) {
            const glm::vec3 furthest(plane.x > 0 ? high.x : low.x, plane.y > 0 ? high.y : low.y,
                                     plane.z > 0 ? high.z : low.z);
            if (plane.x * furthest.x + plane.y * furthest.y + plane.z * furthest.z + plane.w < 0)
                return false;
        }
        return true;
    }

  private:
    std::array<glm::vec4, 6> planes_{};
};

}  // namespace render
