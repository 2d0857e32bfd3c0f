#pragma once

#include <vector>

#include <glm/vec2.hpp>

#include "geo/city/city_model.h"

namespace mesh {

/// The one point by which a row counts as inside: the centroid of a footprint's outer ring, the
/// point half way along a road. Local metres, made once per city.
struct RowCentres {
    std::vector<glm::vec2> buildings, roads;
};
RowCentres centres_of(const city::CityModel& city);

}  // namespace mesh
