#pragma once

#include <string>
#include <vector>

#include "geo/city/frames.h"

namespace crs {

/// A coordinate system in which numbers without one would make sense.
struct LikelySystem {
    std::string crs;   ///< "EPSG:2227"
    std::string name;  ///< "California zone 3, US survey feet"
    city::LonLat place;
    std::string region;  ///< where that is: "US-CA"
    bool in_feet = false;
    bool is_web_mercator = false;
};

/// Which systems that city data is usually kept in would put the point `middle` (of a layer, in
/// its own numbers) on land where we have tables: inside `region` where that names a state,
/// province or country, else anywhere in the US or China; and inside the area that the system is
/// made for. Web mercator, UTM, state plane of California in feet and metres, Albers, and the
/// Chinese Gauss-Kruger zones on CGCS2000. Empty where nothing fits. Takes some milliseconds.
std::vector<LikelySystem> likely_systems(city::MapPoint middle, const std::string& region);

/// "EPSG:2227 (California zone 3, US survey feet: -122.41 37.78, US-CA)", up to six of them.
std::string in_words(const std::vector<LikelySystem>& systems);

}  // namespace crs
