#pragma once

#include <string>

#include "geo/city/frames.h"

namespace geo_io {

/// What numbers without a coordinate system are taken to be, and how to say so.
struct PlaceGuess {
    std::string crs;    ///< "local" where nothing is sure enough
    std::string words;  ///< ": taken as ...", to be put behind the layer's name
};

/// What metres or feet around `middle` are: web mercator where only that would put them on land in
/// `named_region` (or, where none is named, in the US or China); else metres at an unknown place,
/// with the systems that would fit by name.
PlaceGuess guess_of(city::MapPoint middle, const std::string& named_region);

/// True where the layer has latitude before longitude: no other reading is possible, or as it
/// stands the city lies in the sea or outside the country that was named, and turned it does not.
/// `declared_crs` empty: taken as degrees.
bool looks_swapped(city::MapPoint middle, const std::string& declared_crs,
                   const std::string& named_region);

/// Why `crs` can hardly be right for a layer around `middle`: it would lie in the sea, or outside
/// the country of `named_region`. Empty where nothing is odd.
std::string doubt_of(city::MapPoint middle, const std::string& crs,
                     const std::string& named_region);

}  // namespace geo_io
