#include "emissions/climate/sun_position.h"

#include <algorithm>
#include <cmath>

#include "geo/city/calendar.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

using city::pi;
using city::rad_per_deg;

// Days since noon, 1 January 2000 UTC (J2000.0), of the Gregorian calendar.
double days_since_2000(const CivilTime& time) {
    const int before_march = time.month <= 2 ? 1 : 0;
    const double year = time.year - before_march, month = time.month + 12 * before_march;
    const double century = std::floor(year / 100.0);
    const double julian_day = std::floor(365.25 * (year + 4716.0)) +
                              std::floor(30.6001 * (month + 1.0)) + time.day + 2.0 - century +
                              std::floor(century / 4.0) - 1524.5;
    return julian_day + (time.hour - time.utc_offset_h) / 24.0 - 2451545.0;
}

}  // namespace

SunPosition sun_position(city::LonLat place, const CivilTime& time) {
    const double days = days_since_2000(time), centuries = days / 36525.0;
    const double mean_longitude_deg = 280.46646 + centuries * (36000.76983 + 0.0003032 * centuries);
    const double anomaly_rad =
        (357.52911 + centuries * (35999.05029 - 0.0001537 * centuries)) * rad_per_deg;
    const double centre_deg =
        (1.914602 - centuries * (0.004817 + 0.000014 * centuries)) * std::sin(anomaly_rad) +
        (0.019993 - 0.000101 * centuries) * std::sin(2 * anomaly_rad) +
        0.000289 * std::sin(3 * anomaly_rad);
    const double node_rad = (125.04 - 1934.136 * centuries) * rad_per_deg;
    const double longitude_rad =
        (mean_longitude_deg + centre_deg - 0.00569 - 0.00478 * std::sin(node_rad)) * rad_per_deg;
    const double obliquity_rad =
        (23.4392911 - 0.0130042 * centuries + 0.00256 * std::cos(node_rad)) * rad_per_deg;
    const double declination_rad = std::asin(std::sin(obliquity_rad) * std::sin(longitude_rad));
    const double right_ascension_rad =
        std::atan2(std::cos(obliquity_rad) * std::sin(longitude_rad), std::cos(longitude_rad));
    const double sidereal_deg =
        280.46061837 + 360.98564736629 * days + 0.000387933 * centuries * centuries;
    const double hour_angle_rad =
        (sidereal_deg + place.lon_deg) * rad_per_deg - right_ascension_rad;
    const double latitude_rad = place.lat_deg * rad_per_deg;
    const double sin_altitude =
        std::sin(latitude_rad) * std::sin(declination_rad) +
        std::cos(latitude_rad) * std::cos(declination_rad) * std::cos(hour_angle_rad);
    // South-based and westward in the textbooks; turned to north-based and clockwise.
    const double azimuth_rad = std::atan2(std::sin(hour_angle_rad),
                                          std::cos(hour_angle_rad) * std::sin(latitude_rad) -
                                              std::tan(declination_rad) * std::cos(latitude_rad)) +
                               pi;
    return {std::asin(std::clamp(sin_altitude, -1.0, 1.0)), azimuth_rad};
}

double extraterrestrial_normal_w_per_m2(int day) {
    // Spencer 1971, with the solar constant of the WMO.
    const double angle = 2 * pi * (day - 1) / 365.0;
    return 1367.0 * (1.000110 + 0.034221 * std::cos(angle) + 0.001280 * std::sin(angle) +
                     0.000719 * std::cos(2 * angle) + 0.000077 * std::sin(2 * angle));
}

int day_of_year(int year, int month, int day) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return city::days_before_month[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)] + day +
           (leap && month > 2 ? 1 : 0);
}

}  // namespace emissions
