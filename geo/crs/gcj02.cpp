#include "geo/crs/gcj02.h"

#include <cmath>

#include "geo/city/units.h"

namespace crs {

namespace {

using city::pi;
constexpr double krassovsky_axis_m = 6'378'245.0;
constexpr double krassovsky_eccentricity_squared = 0.00669342162296594323;

bool in_china(city::LonLat place) {
    return place.lon_deg > 72.004 && place.lon_deg < 137.8347 && place.lat_deg > 0.8293 &&
           place.lat_deg < 55.8271;
}

double ripple(double angle_a, double angle_b) {
    return (20.0 * std::sin(6.0 * angle_a * pi) + 20.0 * std::sin(2.0 * angle_a * pi)) * 2.0 / 3.0 +
           angle_b;
}

double shift_north_m(double x, double y) {
    double sum =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    sum += ripple(x, 0.0);
    sum += (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0;
    sum += (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
    return sum;
}

double shift_east_m(double x, double y) {
    double sum = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    sum += ripple(x, 0.0);
    sum += (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0;
    sum += (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
    return sum;
}

}  // namespace

city::LonLat gcj02_from_wgs84(city::LonLat place) {
    if (!in_china(place)) return place;
    const double x = place.lon_deg - 105.0;
    const double y = place.lat_deg - 35.0;
    const double lat_rad = place.lat_deg * city::rad_per_deg;
    const double sine = std::sin(lat_rad);
    const double w = 1.0 - krassovsky_eccentricity_squared * sine * sine;
    const double meridian_m =
        krassovsky_axis_m * (1.0 - krassovsky_eccentricity_squared) / (w * std::sqrt(w));
    const double parallel_m = krassovsky_axis_m / std::sqrt(w) * std::cos(lat_rad);
    return {place.lon_deg + shift_east_m(x, y) / parallel_m * city::deg_per_rad,
            place.lat_deg + shift_north_m(x, y) / meridian_m * city::deg_per_rad};
}

city::LonLat wgs84_from_gcj02(city::LonLat shifted) {
    if (!in_china(shifted)) return shifted;
    city::LonLat place = shifted;
    for (int step = 0; step < 20; ++step) {
        const city::LonLat again = gcj02_from_wgs84(place);
        const double lon_deg = shifted.lon_deg - again.lon_deg;
        const double lat_deg = shifted.lat_deg - again.lat_deg;
        place.lon_deg += lon_deg;
        place.lat_deg += lat_deg;
        if (std::abs(lon_deg) < 1e-11 && std::abs(lat_deg) < 1e-11) break;
    }
    return place;
}

}  // namespace crs
