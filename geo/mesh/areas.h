#pragma once

#include "geo/city/city_model.h"
#include "geo/mesh/city_mesh.h"

namespace mesh {

/// Appends water, parks and land use to the mesh: land use first, water and parks over it.
void add_areas(const city::CityModel& city, CityMesh& mesh);

}  // namespace mesh
