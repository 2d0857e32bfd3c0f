#include "geo/crs/bd09.h"

#include <cmath>

#include "geo/city/units.h"
#include "geo/crs/gcj02.h"

namespace crs {

namespace {
// The constants as published in many ports of the formula, for example wandergis/coordtransform.
constexpr double ripple_per_degree = city::pi * 3000.0 / 180.0;
constexpr double east_deg = 0.0065, north_deg = 0.006;

// What is not moved by GCJ-02 is not moved by BD-09 either.
bool is_shifted(city::LonLat place) {
    const city::LonLat moved = gcj02_from_wgs84(place);
    return moved.lon_deg != place.lon_deg || moved.lat_deg != place.lat_deg;
}
}  // namespace

city::LonLat bd09_from_gcj02(city::LonLat shifted) {
    if (!is_shifted(shifted)) return shifted;
    const double x = shifted.lon_deg, y = shifted.lat_deg;
    const double reach = std::hypot(x, y) + 0.00002 * std::sin(y * ripple_per_degree);
    const double angle = std::atan2(y, x) + 0.000003 * std::cos(x * ripple_per_degree);
    return {reach * std::cos(angle) + east_deg, reach * std::sin(angle) + north_deg};
}

city::LonLat gcj02_from_bd09(city::LonLat baidu) {
    if (!is_shifted(baidu)) return baidu;
    city::LonLat place{baidu.lon_deg - east_deg, baidu.lat_deg - north_deg};
    for (int step = 0; step < 20; ++step) {
        const city::LonLat again = bd09_from_gcj02(place);
        const double lon_deg = baidu.lon_deg - again.lon_deg;
        const double lat_deg = baidu.lat_deg - again.lat_deg;
        place.lon_deg += lon_deg;
        place.lat_deg += lat_deg;
        if (std::abs(lon_deg) < 1e-11 && std::abs(lat_deg) < 1e-11) break;
    }
    return place;
}

city::LonLat wgs84_from_bd09(city::LonLat baidu) {
    return wgs84_from_gcj02(gcj02_from_bd09(baidu));
}

city::LonLat bd09_from_wgs84(city::LonLat place) {
    return bd09_from_gcj02(gcj02_from_wgs84(place));
}

}  // namespace crs
