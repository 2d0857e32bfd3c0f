// Source of the codes, units and areas of use: the EPSG dataset, as PROJ carries it.
#include "geo/crs/likely_systems.h"

#include <proj.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "geo/crs/regions.h"

namespace crs {

namespace {

// Systems with consecutive codes, and the numbers that they can have.
struct Family {
    int first_code, last_code;
    double west, south, east, north;
    const char* name;  ///< %d: the zone, from `first_zone` on
    int first_zone;
    bool in_feet;
};

constexpr std::array families{
    Family{3857, 3857, -2.004e7, -2.004e7, 2.004e7, 2.004e7, "web mercator", 0, false},
    Family{2225, 2230, 3.0e6, 1.0e6, 9.0e6, 4.0e6, "California zone %d, US survey feet", 1, true},
    Family{26941, 26946, 1.2e6, 3.0e5, 2.7e6, 1.3e6, "California zone %d, metres", 1, false},
    Family{3310, 3310, -4.5e5, -7.0e5, 6.0e5, 5.0e5, "California Albers", 0, false},
    Family{5070, 5070, -2.4e6, 2.0e5, 2.4e6, 3.3e6, "United States Albers", 0, false},
    Family{26910, 26919, 1.5e5, 2.5e6, 8.5e5, 5.5e6, "UTM zone %dN, NAD83", 10, false},
    Family{32643, 32653, 1.5e5, 1.9e6, 8.5e5, 6.0e6, "UTM zone %dN, WGS 84", 43, false},
    // Xian 1980 and Beijing 1954 have zones of the same numbers, some 100 m apart.
    Family{4513, 4533, 2.45e7, 1.9e6, 4.57e7, 6.0e6, "CGCS2000 3-degree zone %d", 25, false},
    Family{4534, 4554, 2.5e5, 1.9e6, 7.5e5, 6.0e6,
           "CGCS2000 3-degree zone %d without its number in x", 25, false},
    Family{4491, 4501, 1.32e7, 1.9e6, 2.38e7, 6.0e6, "CGCS2000 6-degree zone %d", 13, false},
    Family{4502, 4512, 1.5e5, 1.9e6, 8.5e5, 6.0e6,
           "CGCS2000 6-degree zone %d without its number in x", 13, false},
};

// Closer to zero than this are drawings in metres of their own.
constexpr double drawing_m = 60'000.0;

bool holds_numbers(const Family& family, city::MapPoint p) {
    return std::hypot(p.x, p.y) > drawing_m && p.x >= family.west && p.x <= family.east &&
           p.y >= family.south && p.y <= family.north;
}

// What the EPSG dataset says where a system may be used; half a degree of grace.
bool is_made_for(PJ_CONTEXT* context, const std::string& crs, city::LonLat place) {
    const std::unique_ptr<PJ, decltype(&proj_destroy)> object(proj_create(context, crs.c_str()),
                                                              &proj_destroy);
    double west = 0, south = 0, east = 0, north = 0;
    if (!object ||
        proj_get_area_of_use(context, object.get(), &west, &south, &east, &north, nullptr) == 0)
        return false;
    constexpr double grace_deg = 0.5;
    return place.lon_deg >= west - grace_deg && place.lon_deg <= east + grace_deg &&
           place.lat_deg >= south - grace_deg && place.lat_deg <= north + grace_deg;
}

}  // namespace

std::vector<LikelySystem> likely_systems(city::MapPoint middle, const std::string& region) {
    std::vector<LikelySystem> found;
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(
        proj_context_create(), &proj_context_destroy);
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);  // whatever the environment says
    for (const Family& family : families) {
        if (!holds_numbers(family, middle)) continue;
        for (int code = family.first_code; code <= family.last_code; ++code) {
            LikelySystem system;
            system.crs = "EPSG:" + std::to_string(code);
            const auto to_degrees = CrsTransform::create(system.crs, wgs84_lonlat);
            if (!to_degrees) continue;
            const city::MapPoint degrees = to_degrees->forward(middle);
            system.place = {degrees.x, degrees.y};
            if (!std::isfinite(degrees.x) || !std::isfinite(degrees.y) ||
                !is_made_for(context.get(), system.crs, system.place))
                continue;
            system.region = region_at(system.place);
            if (region.empty() ? !has_tables(system.region) : !lies_in(region, system.place, 30.0))
                continue;
            char name[80];
            std::snprintf(name, sizeof name, family.name,
                          family.first_zone + code - family.first_code);
            system.name = name;
            system.in_feet = family.in_feet;
            system.is_web_mercator = code == 3857;
            found.push_back(std::move(system));
        }
    }
    return found;
}

std::string in_words(const std::vector<LikelySystem>& systems) {
    constexpr std::size_t most = 6;
    std::string words;
    for (std::size_t i = 0; i < systems.size() && i < most; ++i) {
        char place[64];
        std::snprintf(place, sizeof place, "%.2f %.2f", systems[i].place.lon_deg,
                      systems[i].place.lat_deg);
        words += (i == 0 ? "" : ", ") + systems[i].crs + " (" + systems[i].name + ": " + place +
                 ", " + systems[i].region + ")";
    }
    if (systems.size() > most) words += " and " + std::to_string(systems.size() - most) + " more";
    return words;
}

}  // namespace crs
