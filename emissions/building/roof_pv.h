#pragma once

#include <string>

#include "emissions/model/results.h"
#include "emissions/reference/library.h"
#include "geo/city/city_model.h"

namespace emissions {

/// kWh a year that modules on the usable part of each roof would generate: footprint x usable share
/// (houses have pitched roofs) x kW per m2 x specific yield of the nearest listed city.
Column roof_pv_kwh(const city::CityModel& city, const reference::Library& library,
                   const std::string& country);

}  // namespace emissions
