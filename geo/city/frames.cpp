#include "geo/city/frames.h"

#include <cmath>

#include "geo/city/units.h"

namespace city {

namespace {
constexpr double earth_radius_m = 6'371'008.8;  // IUGG mean radius
}

LonLat LocalFrame::lonlat_near(glm::vec2 point_local) const {
    const double lat_deg = origin_lonlat_.lat_deg + point_local.y / earth_radius_m * deg_per_rad;
    const double circle_m = earth_radius_m * std::cos(origin_lonlat_.lat_deg * rad_per_deg);
    return {origin_lonlat_.lon_deg + point_local.x / circle_m * deg_per_rad, lat_deg};
}

}  // namespace city
