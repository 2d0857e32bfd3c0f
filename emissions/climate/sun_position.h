#pragma once

#include "geo/city/frames.h"

namespace emissions {

/// A moment on the clock of a place. `hour` may carry a fraction; `utc_offset_h` is what the clock
/// is ahead of UTC (standard time in weather files: -8 in California, +8 in China).
struct CivilTime {
    int year = 2001, month = 6, day = 21;
    double hour = 12.0;
    double utc_offset_h = 0.0;
};

/// Where the sun's centre stands, without refraction.
struct SunPosition {
    double altitude_rad;  ///< above the horizon; negative at night
    double azimuth_rad;   ///< clockwise from north, 0..2 pi
};

/// Low-precision solar coordinates of Meeus, Astronomical Algorithms (2nd ed., chapter 25), in the
/// form NOAA uses: within 0.01 deg from 1950 to 2050, against NREL's SPA.
SunPosition sun_position(city::LonLat place, const CivilTime& time);

/// Irradiance outside the atmosphere on a plane that faces the sun, in W/m2, on a day of the year
/// (1..366).
double extraterrestrial_normal_w_per_m2(int day_of_year);

/// 1..366.
int day_of_year(int year, int month, int day);

}  // namespace emissions
