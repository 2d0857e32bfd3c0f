#include "emissions/climate/facade_sun.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "emissions/climate/sun_position.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

using city::pi;

// Perez, Ineichen, Seals, Michalsky, Stewart 1990, "Modeling daylight availability and irradiance
// components from direct and global irradiance", table 6 (all sites): upper bound of sky clearness,
// F11..F13, F21..F23.
struct PerezRow {
    double clearness_below, f11, f12, f13, f21, f22, f23;
};
constexpr std::array perez_table{PerezRow{1.065, -0.008, 0.588, -0.062, -0.060, 0.072, -0.022},
                                 PerezRow{1.230, 0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
                                 PerezRow{1.500, 0.330, 0.487, -0.221, 0.055, -0.064, -0.026},
                                 PerezRow{1.950, 0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
                                 PerezRow{2.800, 0.873, -0.392, -0.362, 0.226, -0.462, 0.001},
                                 PerezRow{4.500, 1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
                                 PerezRow{6.200, 1.060, -1.600, -0.359, 0.264, -1.127, 0.131},
                                 PerezRow{1e300, 0.678, -0.327, -0.250, 0.156, -1.377, 0.251}};

struct Brightness {
    double circumsolar, horizon;  // F1, F2
};

Brightness perez(double diffuse, double normal, double zenith_rad, double extraterrestrial) {
    if (diffuse <= 0.0) return {0.0, 0.0};
    const double kappa_z3 = 1.041 * zenith_rad * zenith_rad * zenith_rad;
    const double clearness = ((diffuse + normal) / diffuse + kappa_z3) / (1.0 + kappa_z3);
    const double zenith_deg = std::min(zenith_rad * city::deg_per_rad, 93.0);
    const double air_mass =
        1.0 / (std::cos(zenith_rad) +
               0.50572 * std::pow(96.07995 - zenith_deg, -1.6364));  // Kasten and Young 1989
    const double delta = diffuse * air_mass / extraterrestrial;
    const PerezRow& row =
        *std::find_if(perez_table.begin(), perez_table.end(),
                      [&](const PerezRow& r) { return clearness < r.clearness_below; });
    return {std::max(0.0, row.f11 + row.f12 * delta + row.f13 * zenith_rad),
            row.f21 + row.f22 * delta + row.f23 * zenith_rad};
}

// The sun within one hour, in six steps of ten minutes: near sunrise its middle may be below the
// horizon.
struct SunHour {
    static constexpr int steps = 6;
    std::array<SunPosition, steps> at;
    int up = 0;                                     // how many of them above the horizon
    double zenith_rad = pi / 2, azimuth_rad = 0.0;  // mean of those

    SunHour(const WeatherYear& weather, std::size_t h, double turn_rad) {
        double east = 0, north = 0, zenith = 0;
        for (int s = 0; s < steps; ++s) {
            auto& one = at[static_cast<std::size_t>(s)];
            // Typical years mix their years; the middle of the leap cycle stands for all.
            one = sun_position(weather.position,
                               {2002, weather.month[h], weather.day[h],
                                weather.hour[h] + (s + 0.5) / steps, weather.utc_offset_h});
            one.azimuth_rad += turn_rad;
            if (one.altitude_rad <= 0.0) continue;
            ++up;
            zenith += pi / 2 - one.altitude_rad;
            east += std::sin(one.azimuth_rad);
            north += std::cos(one.azimuth_rad);
        }
        if (up == 0) return;
        zenith_rad = zenith / up;
        azimuth_rad = std::atan2(east, north);
    }
};

// Mean over the hour's sunlit part of max(cos incidence, 0), plain and x the glass.
struct Incidence {
    double plain = 0, glass = 0;
};
Incidence incidence(const SunHour& sun, double tilt_rad, double azimuth_rad) {
    Incidence mean;
    if (sun.up == 0) return mean;
    for (const SunPosition& one : sun.at) {
        if (one.altitude_rad <= 0.0) continue;
        const double c = std::cos(tilt_rad) * std::sin(one.altitude_rad) +
                         std::sin(tilt_rad) * std::cos(one.altitude_rad) *
                             std::cos(one.azimuth_rad - azimuth_rad);
        if (c <= 0.0) continue;
        mean.plain += c / sun.up;
        mean.glass += c * glass_angle_factor(c) / sun.up;
    }
    return mean;
}

// Beam and aureole arrive from the sun: this much per unit of mean cosine.
struct SkyHour {
    double from_sun = 0, isotropic = 0, horizon = 0, ground = 0;
    SkyHour(const WeatherYear& weather, std::size_t h, const SunHour& sun, double albedo) {
        const double global = static_cast<double>(weather.global_horizontal_w_per_m2[h]),
                     normal = static_cast<double>(weather.direct_normal_w_per_m2[h]);
        const double diffuse = static_cast<double>(weather.diffuse_horizontal_w_per_m2[h]);
        ground = albedo * global;
        isotropic = diffuse;
        if (sun.up == 0) return;
        const auto f = perez(diffuse, normal, sun.zenith_rad,
                             extraterrestrial_normal_w_per_m2(day_of_year(
                                 2001, weather.month[h],
                                 std::min<int>(weather.day[h], weather.month[h] == 2 ? 28 : 31))));
        // Perez' b: the sun no lower than 5 deg, or the quotient a/b runs away.
        const double b = std::max(std::cos(85.0 * city::rad_per_deg), std::cos(sun.zenith_rad));
        from_sun = normal + diffuse * f.circumsolar / b;
        isotropic = diffuse * (1.0 - f.circumsolar);
        horizon = diffuse * f.horizon;
    }
};

constexpr double stefan_boltzmann_w_per_m2k4 = 5.670374e-8;
// Net long-wave exchange of a wall with the sky: half of the sky, and that half is warmer near the
// horizon (Walton 1983: view factor x square root of it).
constexpr double wall_sky_share = 0.5 * 0.70710678;

}  // namespace

double glass_angle_factor(double cos_incidence) {
    // ASHRAE Fundamentals 2009, chapter 15, table 10: clear double pane of 3 mm, SHGC 0.76 at
    // normal incidence.
    static constexpr std::array angle_deg{0.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0};
    static constexpr std::array factor{1.0, 0.974, 0.934, 0.842, 0.658, 0.342, 0.0};
    const double angle = std::acos(std::clamp(cos_incidence, 0.0, 1.0)) * city::deg_per_rad;
    std::size_t i = 1;
    while (i + 1 < angle_deg.size() && angle > angle_deg[i]) ++i;
    return factor[i - 1] + (factor[i] - factor[i - 1]) * (angle - angle_deg[i - 1]) /
                               (angle_deg[i] - angle_deg[i - 1]);
}

FacadeSun facade_sun(const WeatherYear& weather, const FacadeOptions& options) {
    FacadeSun result;
    const std::size_t hours = weather.hours();
    result.beam.resize(hours * facade_bins);
    result.glass_beam.resize(hours * facade_bins);
    for (auto* column : {&result.wall_sky, &result.wall_ground, &result.roof_beam, &result.roof_sky,
                         &result.wall_long_wave, &result.roof_long_wave, &result.sun_tan_altitude,
                         &result.sun_azimuth_rad})
        column->resize(hours);
    for (std::size_t h = 0; h < hours; ++h) {
        const SunHour sun(weather, h, options.turn_rad);
        const SkyHour sky(weather, h, sun, options.albedo);
        for (std::size_t bin = 0; bin < facade_bins; ++bin) {
            const auto on = incidence(sun, pi / 2, 2 * pi * static_cast<double>(bin) / facade_bins);
            result.beam[h * facade_bins + bin] = static_cast<float>(sky.from_sun * on.plain);
            result.glass_beam[h * facade_bins + bin] = static_cast<float>(sky.from_sun * on.glass);
        }
        result.wall_sky[h] = static_cast<float>(std::max(0.0, 0.5 * sky.isotropic + sky.horizon));
        result.wall_ground[h] = static_cast<float>(0.5 * sky.ground);
        result.roof_beam[h] = static_cast<float>(sky.from_sun * incidence(sun, 0.0, 0.0).plain);
        result.roof_sky[h] = static_cast<float>(sky.isotropic);
        const double air_k = static_cast<double>(weather.mean_dry_bulb_degc(h)) + 273.15;
        const double net = static_cast<double>(weather.sky_infrared_w_per_m2[h]) -
                           stefan_boltzmann_w_per_m2k4 * air_k * air_k * air_k * air_k;
        result.roof_long_wave[h] = static_cast<float>(net);
        result.wall_long_wave[h] = static_cast<float>(net * wall_sky_share);
        result.sun_tan_altitude[h] =
            sun.up > 0 ? static_cast<float>(std::tan(pi / 2 - sun.zenith_rad)) : 0.0f;
        result.sun_azimuth_rad[h] =
            static_cast<float>(sun.azimuth_rad < 0 ? sun.azimuth_rad + 2 * pi : sun.azimuth_rad);
    }
    return result;
}

double plane_irradiation_kwh_per_m2(const WeatherYear& weather, double tilt_rad, double azimuth_rad,
                                    double albedo) {
    double sum_wh = 0.0;
    for (std::size_t h = 0; h < weather.hours(); ++h) {
        const SunHour sun(weather, h, 0.0);
        const SkyHour sky(weather, h, sun, albedo);
        sum_wh += sky.from_sun * incidence(sun, tilt_rad, azimuth_rad).plain +
                  sky.isotropic * 0.5 * (1 + std::cos(tilt_rad)) +
                  sky.horizon * std::sin(tilt_rad) + sky.ground * 0.5 * (1 - std::cos(tilt_rad));
    }
    return sum_wh * city::kwh_per_wh;
}

}  // namespace emissions
