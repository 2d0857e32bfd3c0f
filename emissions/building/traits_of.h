#pragma once

#include <string>

#include "emissions/model/demand.h"
#include "emissions/model/traits.h"
#include "geo/city/city_model.h"

namespace emissions {

/// What filters ask of buildings and roads, read off the city and off who serves its buildings.
BuildingTraits building_traits(const city::CityModel& city, const BuildingSystems& systems,
                               const std::string& country);
RoadTraits road_traits(const city::CityModel& city);

}  // namespace emissions
