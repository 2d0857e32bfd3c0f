#pragma once

#include <string>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/city/progress.h"
#include "geo/city/result.h"
#include "geo/io/city_file.h"

namespace geo_io {

/// Reads the polygons of [districts] into the map frame of the city, whose buildings and roads are
/// there already, and finds out which one holds each of them. Features of one name are one
/// district; one without a name is called "unnamed" and some letters that stand for its place, and
/// reported, as are buildings in no district. An Error when a source cannot be read or placed, has
/// no column of that name, or holds no polygon.
city::Result<void> read_districts(const SourceSettings& settings, city::CityModel& city,
                                  city::LoadReport& report, const city::Progress& progress = {});

}  // namespace geo_io
