#pragma once

#include <glm/vec2.hpp>
#include <span>

#include "geo/mesh/city_mesh.h"

namespace mesh {

/// Sets `home_low` and `home_high` of a mesh that has its tiles and extent, from where its
/// buildings stand (local frame).
void choose_home(std::span<const glm::vec2> places, CityMesh& mesh);

}  // namespace mesh
