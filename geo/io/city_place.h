#pragma once

#include <string>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"

namespace geo_io {

/// Finds the region that most of the city's buildings (roads, where there are none) lie in, from a
/// sample of them, and returns it: "US-CA", "CN-GD", "CA" (Canada); empty where the place is not
/// known or at sea. `city.info` takes it where it names no region itself; a named region that the
/// city does not lie in and a city across a border are reported.
std::string settle_region(city::CityModel& city, city::LoadReport& report);

}  // namespace geo_io
