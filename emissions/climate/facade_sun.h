#pragma once

#include <cstddef>
#include <vector>

#include "emissions/climate/weather_year.h"

namespace emissions {

/// Number of facade orientations computed for a city: bin k faces k x 22.5 deg, clockwise from
/// north.
inline constexpr std::size_t facade_bins = 16;

/// Sun and sky of one year on sixteen facades and the roof, computed once per city and shared by
/// all its buildings. W/m2, means of the hour.
///
/// Diffuse light follows Perez et al. 1990: its circumsolar part comes from where the sun is and is
/// counted with the beam (it is shaded with it), the rest is the same on every vertical plane.
struct FacadeSun {
    std::vector<float> beam;  ///< [hour * facade_bins + bin]: sun and its aureole on the plane
    std::vector<float>
        glass_beam;  ///< the same x the double pane's fall with the angle of incidence
    std::vector<float> wall_sky,
        wall_ground;  ///< [hour]: on any vertical plane: sky without the aureole; reflected
    std::vector<float> roof_beam, roof_sky;  ///< [hour]
    std::vector<float> wall_long_wave,
        roof_long_wave;  ///< [hour]: net from the sky, black surface at air temperature; negative
    std::vector<float> sun_tan_altitude;  ///< [hour]: 0 when the sun is down
    std::vector<float> sun_azimuth_rad;   ///< [hour]: clockwise from north

    std::size_t hours() const { return wall_sky.size(); }
};

struct FacadeOptions {
    double albedo = 0.2;
    double turn_rad = 0.0;  ///< turns the sun about the vertical: for tests of invariance
};

FacadeSun facade_sun(const WeatherYear& weather, const FacadeOptions& options = {});

/// Total on a plane of any tilt (0 = flat) and azimuth, summed over the year in kWh/m2: the same
/// sky as above.
double plane_irradiation_kwh_per_m2(const WeatherYear& weather, double tilt_rad, double azimuth_rad,
                                    double albedo = 0.2);

/// Solar heat gain of clear double glazing at an angle of incidence, relative to normal.
double glass_angle_factor(double cos_incidence);
/// The same for light from all of a uniform hemisphere.
inline constexpr double glass_diffuse_factor = 0.87;

}  // namespace emissions
