#pragma once

#include <functional>
#include <optional>
#include <string>

#include "emissions/reference/library.h"
#include "geo/city/frames.h"

namespace emissions::reference {

/// Climate zone of a building code at a place, as climates.csv and zones.csv name it: in and
/// around California that of the nearest reference city of the Energy Commission's sixteen ("CEC
/// zone 10"), in China that of the province; empty where neither is known.
std::string climate_zone_at(const Library::Tables& tables, const std::string& region,
                            city::LonLat here);

/// Which stations' weather may stand in for a place in `zone`: those that climates.csv lets speak
/// for it; all where no zone is known. A coast within sight has another climate than the valley
/// behind its hills.
std::function<bool(const std::string& station)> speaks_for(const Library::Tables& tables,
                                                           const std::string& zone);

/// Whether some station may speak for both zones; true where either is not known.
bool are_alike(const Library::Tables& tables, const std::string& zone, const std::string& other);

/// Beyond this a weather file is of another place than the city.
inline constexpr double other_weather_km = 150.0;

/// How far such a station may lie from a city: further than one of an unknown climate.
inline constexpr double like_climate_km = 400.0;

/// The station for a city of the same climate: the one it names, else the nearest that has what is
/// asked for and whose climate is like that of the city. As station_for in nearest_station.h, which
/// looks at distance alone.
std::optional<std::string> climate_station_for(
    const Library::Tables& tables, const std::string& named, const std::string& region,
    city::LonLat here, const std::function<bool(const std::string& station)>& has);

}  // namespace emissions::reference
