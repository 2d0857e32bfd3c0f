#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/city/frames.h"
#include "geo/city/result.h"

namespace emissions {

/// One year of hours at one place, as columns. Row h is the hour that ENDS at its stamp in local
/// standard time: dry bulb, wind and humidity are the values at the stamp, irradiances the means
/// over the hour.
struct WeatherYear {
    std::string place;   ///< "San Francisco Intl Ap"
    std::string source;  ///< "TMY3", "synthetic year from monthly normals"
    city::LonLat position;
    double utc_offset_h = 0.0, elevation_m = 0.0;
    int first_weekday = 0;  ///< of 1 January; 0 Monday ... 6 Sunday

    std::vector<std::uint8_t> month, day;  ///< 1..12, 1..31
    std::vector<std::uint8_t> hour;        ///< 0..23, the hour that starts then
    std::vector<float> dry_bulb_degc, relative_humidity_share;
    std::vector<float> global_horizontal_w_per_m2, direct_normal_w_per_m2,
        diffuse_horizontal_w_per_m2;
    std::vector<float> sky_infrared_w_per_m2;  ///< long-wave from the sky on a horizontal plane
    std::vector<float> wind_m_per_s;
    std::vector<std::string> notes;  ///< what was filled in or set right, one line each

    std::size_t hours() const { return dry_bulb_degc.size(); }
    /// Mean of the hour: half way between the stamps at its two ends; the year closes on itself.
    float mean_dry_bulb_degc(std::size_t h) const {
        return 0.5f * (dry_bulb_degc[h] + dry_bulb_degc[h == 0 ? hours() - 1 : h - 1]);
    }
};

/// EnergyPlus weather file. Any line ends, 8760 or 8784 rows. Missing markers (99.9, 9999...) are
/// bridged by straight lines over up to six hours and noted; longer gaps in temperature or
/// radiation, rows out of order, other lengths, a header without a place and a mean temperature
/// that no place of its latitude has (degrees Fahrenheit) are refused; a year without sun is noted.
/// `name` is for messages.
city::Result<WeatherYear> parse_epw(std::string_view text, std::string_view name);

/// Along the great circle, on the mean sphere.
double distance_km(city::LonLat a, city::LonLat b);

/// Sums over daily means of 24 values, base 18 °C, in K d.
struct DegreeDaySums {
    double heating, cooling;
};
DegreeDaySums degree_days_18(const WeatherYear& weather);

}  // namespace emissions
