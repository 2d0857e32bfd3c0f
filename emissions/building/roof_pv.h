#pragma once

#include <string>

#include "emissions/model/baseline.h"
#include "emissions/reference/library.h"
#include "geo/city/city_model.h"

namespace emissions {

/// Footprints as roofs (houses have pitched ones) with the specific yield of modules in the nearest
/// listed city.
Roofs roofs_of(const city::CityModel& city, const reference::Library& library,
               const std::string& country);

}  // namespace emissions
