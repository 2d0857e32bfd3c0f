#pragma once

#include <optional>
#include <string>

#include "geo/city/frames.h"

namespace crs {

inline constexpr const char* wgs84_lonlat = "OGC:CRS84";
/// Metres from nowhere in particular: data whose place on Earth is not known.
inline constexpr const char* local_metres = "local";

struct UtmZone {
    int number;
    bool north;
};

/// The metric CRS of a city: the UTM zone (on WGS 84) its centre lies in, as "EPSG:32610".
/// Scale is off by at most 4 parts in 10 000, far below what footprints are drawn with.
std::string map_crs_for(city::LonLat centre);

/// The zone when `crs` is one of ours ("EPSG:326NN", "EPSG:327NN").
std::optional<UtmZone> utm_zone_of(const std::string& crs);
bool is_wgs84_lonlat(const std::string& crs);

/// What the definition says: degrees or a length unit. Nothing when PROJ cannot read it.
enum class CrsKind { geographic, projected };
std::optional<CrsKind> kind_of(const std::string& crs);

/// "EPSG:32651" when the definition is known by an authority, else its name.
std::string short_name(const std::string& crs);

}  // namespace crs
