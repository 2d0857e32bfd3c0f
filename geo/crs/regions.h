#pragma once

#include <string>

#include "geo/city/frames.h"

namespace crs {

/// Code of the region that a place (degrees) lies in: ISO 3166-2 of a US state or a Chinese
/// province ("US-CA", "CN-GD"), ISO 3166-1 elsewhere ("CA", "VN", "HK", "MO", "TW"); empty at sea,
/// further than `coast_km` from any outline. The outlines are good to about 1 km in the US and in
/// China and along their borders (assets/reference/regions.txt has source and licence), to some
/// 13 km elsewhere. From any thread.
std::string region_at(city::LonLat place);

/// How far off the simplified outlines a place still belongs to the nearest one: small islands
/// and piers are not in them.
inline constexpr double coast_km = 25.0;

/// True where `place` lies in `region` ("US-CA", or a whole country: "US") or within `margin_km`
/// of it; false for a region that has no outline.
bool lies_in(const std::string& region, city::LonLat place, double margin_km);

/// "California", "Canada"; empty for a code without an outline.
std::string region_name(const std::string& region);

/// True where reference tables exist: a US state or a Chinese province, or either country.
bool has_tables(const std::string& region);

/// The two places, "US-CA" of "US": the country's part of a region's code.
std::string country_of(const std::string& region);

}  // namespace crs
