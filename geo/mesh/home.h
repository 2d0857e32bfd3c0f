#pragma once

#include "geo/city/city_model.h"
#include "geo/mesh/city_mesh.h"

namespace mesh {

/// Sets `home_low` and `home_high` of a mesh that has its tiles and extent.
void choose_home(const city::CityModel& city, CityMesh& mesh);

}  // namespace mesh
