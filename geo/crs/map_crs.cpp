#include "geo/crs/map_crs.h"

#include <proj.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

namespace crs {

namespace {

using ProjObject = std::unique_ptr<PJ, decltype(&proj_destroy)>;
using ProjContext = std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)>;

ProjContext quiet_context() {
    ProjContext context(proj_context_create(), &proj_context_destroy);
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);  // whatever the environment says
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

}  // namespace crs
