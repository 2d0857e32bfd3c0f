#include "geo/crs/map_crs.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

#include "geo/city/units.h"

namespace crs {

namespace {

struct Place {
    const char* region;
    double lon_deg, lat_deg;
};
// Provincial capitals and large cities; the nearest one names the province. Coordinates to 0.1
// degree.
constexpr std::array<Place, 40> chinese_places{{
    {"CN-BJ", 116.4, 39.9}, {"CN-TJ", 117.2, 39.1}, {"CN-SH", 121.5, 31.2}, {"CN-CQ", 106.6, 29.6},
    {"CN-GD", 113.3, 23.1}, {"CN-GD", 114.1, 22.6}, {"CN-GD", 113.1, 23.0}, {"CN-GD", 116.7, 23.4},
    {"CN-JS", 118.8, 32.1}, {"CN-JS", 120.6, 31.3}, {"CN-JS", 120.3, 31.6}, {"CN-JS", 119.4, 32.2},
    {"CN-JS", 117.2, 34.3}, {"CN-ZJ", 120.2, 30.3}, {"CN-ZJ", 121.5, 29.9}, {"CN-HB", 114.3, 30.6},
    {"CN-SC", 104.1, 30.7}, {"CN-SN", 108.9, 34.3}, {"CN-SD", 117.0, 36.7}, {"CN-SD", 120.4, 36.1},
    {"CN-HA", 113.7, 34.7}, {"CN-HN", 113.0, 28.2}, {"CN-AH", 117.3, 31.8}, {"CN-FJ", 119.3, 26.1},
    {"CN-FJ", 118.1, 24.5}, {"CN-JX", 115.9, 28.7}, {"CN-LN", 123.4, 41.8}, {"CN-LN", 121.6, 38.9},
    {"CN-JL", 125.3, 43.9}, {"CN-HL", 126.6, 45.8}, {"CN-HE", 114.5, 38.0}, {"CN-SX", 112.5, 37.9},
    {"CN-YN", 102.7, 25.0}, {"CN-GZ", 106.7, 26.6}, {"CN-GX", 108.4, 22.8}, {"CN-HI", 110.3, 20.0},
    {"CN-GS", 103.8, 36.1}, {"CN-NM", 111.7, 40.8}, {"CN-XJ", 87.6, 43.8},  {"CN-QH", 101.8, 36.6},
}};

using ProjObject = std::unique_ptr<PJ, decltype(&proj_destroy)>;
using ProjContext = std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)>;

ProjContext quiet_context() {
    ProjContext context(proj_context_create(), &proj_context_destroy);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

}  // namespace

std::string map_crs_for(city::LonLat centre) {
    const int zone =
        std::clamp(static_cast<int>(std::floor((centre.lon_deg + 180.0) / 6.0)) + 1, 1, 60);
    return "EPSG:" + std::to_string((centre.lat_deg < 0 ? 32700 : 32600) + zone);
}

std::optional<UtmZone> utm_zone_of(const std::string& crs) {
    if (crs.rfind("EPSG:", 0) != 0) return std::nullopt;
    int code = 0;
    std::from_chars(crs.data() + 5, crs.data() + crs.size(), code);
    if (code > 32600 && code <= 32660) return UtmZone{code - 32600, true};
    if (code > 32700 && code <= 32760) return UtmZone{code - 32700, false};
    return std::nullopt;
}

bool is_wgs84_lonlat(const std::string& crs) {
    return crs == wgs84_lonlat || crs == "EPSG:4326" || crs == "WGS84";
}

std::optional<CrsKind> kind_of(const std::string& crs) {
    const ProjContext context = quiet_context();
    const ProjObject object(proj_create(context.get(), crs.c_str()), &proj_destroy);
    if (!object) return std::nullopt;
    switch (proj_get_type(object.get())) {
        case PJ_TYPE_GEOGRAPHIC_2D_CRS:
        case PJ_TYPE_GEOGRAPHIC_3D_CRS:
            return CrsKind::geographic;
        case PJ_TYPE_PROJECTED_CRS:
        case PJ_TYPE_COMPOUND_CRS:
        case PJ_TYPE_BOUND_CRS:
            return CrsKind::projected;
        default:
            return std::nullopt;
    }
}

std::string short_name(const std::string& crs) {
    if (crs.size() < 20) return crs;
    const ProjContext context = quiet_context();
    const ProjObject object(proj_create(context.get(), crs.c_str()), &proj_destroy);
    if (!object) return crs.substr(0, 20);
    const char* authority = proj_get_id_auth_name(object.get(), 0);
    const char* code = proj_get_id_code(object.get(), 0);
    if (authority != nullptr && code != nullptr) return std::string(authority) + ":" + code;
    const char* name = proj_get_name(object.get());
    return name != nullptr ? name : "unnamed";
}

std::string region_at(city::LonLat place) {
    const auto within = [&](double west, double south, double east, double north) {
        return place.lon_deg >= west && place.lon_deg <= east && place.lat_deg >= south &&
               place.lat_deg <= north;
    };
    // California is a bent strip: its eastern edge runs from Lake Tahoe to the Colorado river.
    const double eastern_edge_deg =
        place.lat_deg > 39.0 ? -119.9
                             : -119.9 + (39.0 - place.lat_deg) * (119.9 - 114.4) / (39.0 - 34.5);
    if (within(-124.6, 32.4, std::min(eastern_edge_deg, -114.1), 42.0)) return "US-CA";
    if (within(-125.0, 24.0, -66.0, 49.5)) return "US";
    if (!within(73.0, 18.0, 135.1, 53.6)) return {};
    const Place* nearest = nullptr;
    double nearest_deg = 1e9;
    for (const Place& candidate : chinese_places) {
        const double x_deg =
            (candidate.lon_deg - place.lon_deg) * std::cos(place.lat_deg * city::rad_per_deg);
        const double distance_deg = std::hypot(x_deg, candidate.lat_deg - place.lat_deg);
        if (distance_deg < nearest_deg) {
            nearest_deg = distance_deg;
            nearest = &candidate;
        }
    }
    // Further than some 400 km from every listed city only the box speaks for China: not enough.
    return nearest_deg < 4.0 ? nearest->region : "";
}

}  // namespace crs
