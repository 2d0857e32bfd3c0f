#include "geo/mesh/roofs.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace mesh {

std::optional<HippedRoof> hipped_roof(std::span<const glm::vec2> ring) {
    if (ring.size() != 4) return std::nullopt;
    for (std::size_t k = 0; k < 4; ++k) {
        const glm::vec2 u = ring[(k + 1) % 4] - ring[k], v = ring[(k + 2) % 4] - ring[(k + 1) % 4];
        const float lengths = glm::length(u) * glm::length(v);
        if (lengths < 1.0f || std::abs(glm::dot(u, v)) > 0.2f * lengths) return std::nullopt;
    }
    const float a = glm::length(ring[1] - ring[0]), b = glm::length(ring[2] - ring[1]);
    // The ridge runs along the longer side and ends half a width before each short side.
    const std::size_t first = a >= b ? 0 : 1;
    const float half_m = 0.5f * std::min(a, b);
    const glm::vec2 end_0 = 0.5f * (ring[first] + ring[(first + 3) % 4]),
                    end_1 = 0.5f * (ring[(first + 1) % 4] + ring[(first + 2) % 4]);
    const float length_m = glm::length(end_1 - end_0);
    const glm::vec2 along = (end_1 - end_0) / std::max(length_m, 1e-3f);
    const float inset_m = std::min(half_m, 0.49f * length_m);
    HippedRoof roof{};
    roof.ridge[0] = end_0 + along * inset_m;
    roof.ridge[1] = end_1 - along * inset_m;
    roof.rise_m = std::min(half_m * 0.51f, 4.0f);
    roof.ridge_of[first] = roof.ridge_of[(first + 3) % 4] = 0;
    roof.ridge_of[(first + 1) % 4] = roof.ridge_of[(first + 2) % 4] = 1;
    return roof;
}

}  // namespace mesh
