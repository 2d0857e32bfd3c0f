#pragma once

#include <optional>
#include <span>

#include <glm/vec2.hpp>

namespace mesh {

/// Hipped roof over a four-cornered house: the two ridge ends and how far they rise above the
/// eaves.
struct HippedRoof {
    glm::vec2 ridge[2];
    float rise_m;
    /// Corner k of the footprint belongs to ridge end ridge_of[k].
    int ridge_of[4];
};

/// For a nearly rectangular ring of four corners; nothing for other shapes. 27 degrees, as most
/// houses.
std::optional<HippedRoof> hipped_roof(std::span<const glm::vec2> ring);

}  // namespace mesh
