#pragma once

#include <string_view>

namespace geo_io {

/// The number that a level is told by ("-1" is below the ground); NaN where there is none.
double parse_level(std::string_view text);

/// Of a row that begins above the ground sources count storeys and height from the ground
/// (OpenStreetMap's building:levels with building:min_level, Overture's num_floors with min_floor):
/// its own are left, and where it begins is worked out where only a storey says so. What is not
/// known is NaN.
void raise(double height_m, double& base_m, double& storeys, double min_storey);

}  // namespace geo_io
