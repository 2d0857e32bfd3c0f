#pragma once

#include <functional>
#include <optional>
#include <string>

#include "emissions/reference/table.h"
#include "geo/city/frames.h"

namespace emissions::reference {

/// Of latitude, on the mean sphere of 6371 km.
inline constexpr double km_per_degree = 111.195;

/// How far a station may speak for a city. Degree days, monthly normals and the yield of a roof
/// change within a few hundred kilometres (coast, mountains), so only a station in about the same
/// weather counts; both radii are assumed, not taken from a source.
inline constexpr double same_weather_km = 1.5 * km_per_degree;
/// The building code's climate zone and the share of homes with cooling are wanted for every city:
/// the next station further off is still better than none.
inline constexpr double same_zone_km = 3.0 * km_per_degree;

/// The place in `climates` whose rows hold for a city at `here`: the one the city names, if it has
/// what is asked for, else the nearest of those that have it within `radius_km`, else nothing.
/// Distances are flat, with the parallels as long as they are at `here`: good to a per cent or two
/// over these radii.
std::optional<std::string> station_for(const Table& climates, const std::string& named,
                                       city::LonLat here, double radius_km,
                                       const std::function<bool(const std::string& place)>& has);

}  // namespace emissions::reference
