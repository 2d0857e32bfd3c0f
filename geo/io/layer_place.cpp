#include "geo/io/layer_place.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

#include "geo/crs/crs_transform.h"
#include "geo/crs/likely_systems.h"
#include "geo/crs/map_crs.h"
#include "geo/crs/regions.h"

namespace geo_io {

namespace {
using city::MapPoint;

// Outlines are simplified, and a city's data reaches over its border.
constexpr double near_enough_km = 30.0;

bool is_in_degrees(MapPoint p, double highest_y) {
    return std::abs(p.x) <= 181.0 && std::abs(p.y) <= highest_y;
}
}  // namespace

// What metres or feet without a system are. Only web mercator is taken on trust, and only where
// nothing else fits: a wrong zone puts a city elsewhere, feet taken as metres make it ten times
// larger.
PlaceGuess guess_of(MapPoint middle, const std::string& region) {
    const std::vector<crs::LikelySystem> fits = crs::likely_systems(middle, region);
    if (fits.size() == 1 && fits[0].is_web_mercator)
        return {fits[0].crs, ": its numbers fit " + crs::in_words(fits) +
                                 " and are taken as that; if wrong, give crs = \"EPSG:...\""};
    if (fits.empty()) return {crs::local_metres, ": taken as metres at an unknown place"};
    const bool feet =
        std::any_of(fits.begin(), fits.end(), [](const auto& f) { return f.in_feet; });
    const bool chinese = std::any_of(fits.begin(), fits.end(), [](const auto& f) {
        return f.name.find("CGCS2000") != std::string::npos;
    });
    return {crs::local_metres,
            ": the coordinate system must be named, its numbers fit " + crs::in_words(fits) +
                (fits.size() == 1 ? ": give crs = \"" + fits[0].crs + "\""
                                  : ": give the right one as crs = \"EPSG:...\"") +
                " in city.toml; until then taken as metres at an unknown place" +
                (feet ? ", and areas are 10.8 times too large if these are feet" : "") +
                (chinese ? " (Xian 1980 and Beijing 1954 have the same numbers some 100 m apart)"
                         : "")};
}

// Latitude before longitude: where no other reading is possible, or where as it stands the city is
// in the sea or in another country than the one that it is said to be in, and turned it is not.
bool looks_swapped(MapPoint middle, const std::string& declared_crs, const std::string& region) {
    const auto turned_lies_better = [&](city::LonLat here, city::LonLat turned) {
        const std::string country = crs::country_of(region);
        if (!country.empty())
            return !crs::lies_in(country, here, near_enough_km) &&
                   crs::lies_in(country, turned, 0.0);
        return crs::region_at(here).empty() && crs::has_tables(crs::region_at(turned));
    };
    const bool degrees = is_in_degrees(middle, 181.0);
    const auto kind =
        declared_crs.empty() ? std::optional(crs::CrsKind::geographic) : crs::kind_of(declared_crs);
    if (!kind || (*kind == crs::CrsKind::geographic) != degrees) return false;
    if (degrees) {
        if (std::abs(middle.y) > 91.0) return std::abs(middle.x) <= 91.0;
        return turned_lies_better({middle.x, middle.y}, {middle.y, middle.x});
    }
    const auto to_degrees = crs::CrsTransform::create(declared_crs, crs::wgs84_lonlat);
    if (!to_degrees) return false;
    const MapPoint here = to_degrees->forward(middle),
                   turned = to_degrees->forward({middle.y, middle.x});
    return turned_lies_better({here.x, here.y}, {turned.x, turned.y});
}

std::string doubt_of(MapPoint middle, const std::string& crs, const std::string& named_region) {
    const auto to_degrees = crs::CrsTransform::create(crs, crs::wgs84_lonlat);
    if (!to_degrees) return {};
    const MapPoint degrees = to_degrees->forward(middle);
    const city::LonLat place{degrees.x, degrees.y};
    const std::string here = crs::region_at(place), country = crs::country_of(named_region);
    const bool elsewhere =
        crs::has_tables(country) && !crs::lies_in(country, place, near_enough_km);
    if (!here.empty() && !elsewhere) return {};
    char at[64];
    std::snprintf(at, sizeof at, "%.2f %.2f", place.lon_deg, place.lat_deg);
    std::string words = ": " + crs::short_name(crs) + " puts it at " + at;
    words += here.empty()
                 ? ", in the sea"
                 : " in " + here + " (" + crs::region_name(here) + "), not in " + named_region;
    const std::vector<crs::LikelySystem> fits = is_in_degrees(middle, 91.0)
                                                    ? std::vector<crs::LikelySystem>{}
                                                    : crs::likely_systems(middle, named_region);
    return words + (fits.empty() ? ": is its coordinate system right?"
                                 : ": its numbers also fit " + crs::in_words(fits) +
                                       ", to be named as crs = \"EPSG:...\" in city.toml");
}

}  // namespace geo_io
