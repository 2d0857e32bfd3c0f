#include "emissions/building/zone_batch.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "geo/city/units.h"

namespace emissions {

namespace {

constexpr float no_limit_w = 1e12f;
constexpr std::size_t warm_up_h = 14 * 24;
constexpr float convective_share = 0.5f;  // of internal gains, ISO 13790
constexpr float opens_windows_below_kelvin =
    2.0f;  // people open windows when the room comes this close to being cooled

// Water in air of the room when it is being cooled: 26 deg C at 60 %.
constexpr double room_moisture_kg_per_kg = 0.0126, vaporisation_j_per_kg = 2.45e6,
                 air_j_per_kgk = 1006.0;

// Magnus formula, at sea-level pressure.
double moisture_kg_per_kg(double degc, double humidity_share) {
    const double vapour_pa = humidity_share * 611.2 * std::exp(17.62 * degc / (243.12 + degc));
    return 0.622 * vapour_pa / (101325.0 - vapour_pa);
}

}  // namespace

SharedYear shared_year(const WeatherYear& weather, const FacadeSun& sun) {
    SharedYear year;
    year.sun = &sun;
    const std::size_t hours = weather.hours();
    double sum = 0;
    for (std::size_t h = 0; h < hours; ++h) {
        year.outdoor_degc.push_back(weather.mean_dry_bulb_degc(h));
        const double moist =
            moisture_kg_per_kg(static_cast<double>(weather.dry_bulb_degc[h]),
                               static_cast<double>(weather.relative_humidity_share[h]));
        year.moist_kelvin.push_back(
            static_cast<float>(std::max(0.0, moist - room_moisture_kg_per_kg) *
                               vaporisation_j_per_kg / air_j_per_kgk));
        sum += static_cast<double>(weather.dry_bulb_degc[h]);
        year.month.push_back(static_cast<unsigned char>(weather.month[h] - 1));
        year.hour.push_back(weather.hour[h]);
        const std::size_t weekday = (static_cast<std::size_t>(weather.first_weekday) + h / 24) % 7;
        year.week_hour.push_back(static_cast<unsigned char>(weekday * 24 + weather.hour[h]));
        const double sector =
            static_cast<double>(sun.sun_azimuth_rad[h]) / (2 * city::pi) * horizon_sectors;
        year.sun_sector.push_back(
            static_cast<unsigned char>(static_cast<std::size_t>(sector + 0.5) % horizon_sectors));
    }
    // ISO 13370: the ground under a building keeps about the mean of the year.
    year.ground_degc = static_cast<float>(sum / static_cast<double>(hours));
    return year;
}

// One version per instruction set, chosen when the program starts, before a sanitizer is ready: the
// loops over lanes become vectors.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
void simulate_batch(const ZoneBatch& z, const ArchetypeWeek& week, const SharedYear& year, bool keep_slots, BatchSums& sums, LaneHours* hours_of_first) {
    constexpr std::size_t n = zone_lanes;
    std::memset(&sums, 0, sizeof sums);
    ZoneState<float, n> state;
    ZoneHour<float, n> hour;
    ZoneOutcome<float, n> out;
    for (std::size_t i = 0; i < n; ++i) {
        state.m_degc[i] = state.n_degc[i] = out.air_degc[i] = 20.0f;
        hour.heating_max_w[i] = hour.cooling_max_w[i] = no_limit_w;
        hour.ground_degc[i] = year.ground_degc;
    }
    const FacadeSun& sun = *year.sun;
    const std::size_t hours = year.outdoor_degc.size();
    for (std::size_t step_index = 0; step_index < hours + warm_up_h; ++step_index) {
        const bool counts = step_index >= warm_up_h;
        const std::size_t h = counts ? step_index - warm_up_h : hours - warm_up_h + step_index;
        const std::size_t w = year.week_hour[h];
        const float outdoor = year.outdoor_degc[h], gain = week.gain_w_per_m2[w],
                    occupancy = week.occupancy[w], heat_to = week.heating_degc[w],
                    cool_to = week.cooling_degc[w];
        float glass_w[n], wall_w[n], roof_w[n];
        const float vertical = sun.wall_sky[h] + sun.wall_ground[h], flat = sun.roof_sky[h];
        for (std::size_t i = 0; i < n; ++i) {
            glass_w[i] = wall_w[i] = 0.0f;
            roof_w[i] = z.roof_diffuse_m2[i] * flat;
        }
        if (sun.sun_tan_altitude[h] > 0.0f) {
            const float* beam = &sun.beam[h * facade_bins];
            const float* glass = &sun.glass_beam[h * facade_bins];
            for (std::size_t bin = 0; bin < wall_bins; ++bin) {
                if (beam[bin] <= 0.0f) continue;
                for (std::size_t i = 0; i < n; ++i) {
                    glass_w[i] += z.glass_aperture_m2[bin][i] * glass[bin];
                    wall_w[i] += z.wall_aperture_m2[bin][i] * beam[bin];
                }
            }
            // The neighbour's shadow ends at height h_o - d tan(altitude) on this wall; above it
            // the wall is lit.
            const float tan_altitude = sun.sun_tan_altitude[h], on_roof = sun.roof_beam[h];
            const float* height = z.obstruction_height[year.sun_sector[h]];
            const float* distance = z.obstruction_distance[year.sun_sector[h]];
            for (std::size_t i = 0; i < n; ++i) {
                const float shadow = height[i] - distance[i] * tan_altitude;
                float lit = 1.0f - shadow, lit_roof = 2.0f - shadow;
                lit = lit < 0.0f ? 0.0f : lit > 1.0f ? 1.0f : lit;
                lit_roof = lit_roof < 0.0f ? 0.0f : lit_roof > 1.0f ? 1.0f : lit_roof;
                glass_w[i] *= lit;
                wall_w[i] *= lit;
                roof_w[i] += z.roof_aperture_m2[i] * on_roof * lit_roof;
            }
        }
        const float wall_long_wave = sun.wall_long_wave[h], roof_long_wave = sun.roof_long_wave[h];
        for (std::size_t i = 0; i < n; ++i) {
            glass_w[i] += z.glass_diffuse_m2[i] * vertical;
            wall_w[i] += z.wall_diffuse_m2[i] * vertical;
            const float outer_w = wall_w[i] + roof_w[i] + z.long_wave_wall_m2[i] * wall_long_wave +
                                  z.long_wave_roof_m2[i] * roof_long_wave;
            const float open = out.air_degc[i] > cool_to - opens_windows_below_kelvin &&
                                       outdoor < out.air_degc[i] - 1.0f
                                   ? z.opening_w_per_k[i]
                                   : 0.0f;
            hour.h_ve[i] = z.infiltration_w_per_k[i] + z.outdoor_air_w_per_k[i] * occupancy + open;
            hour.supply_degc[i] = outdoor;
            hour.outdoor_degc[i] = outdoor + z.long_wave_window_k_m2_per_w[i] * wall_long_wave;
            hour.sol_air_degc[i] = outdoor;
            const float internal = gain * z.floor_area_m2[i],
                        radiant = (1.0f - convective_share) * internal;
            hour.gain_air_w[i] = convective_share * internal;
            hour.gain_m_w[i] = outer_w + radiant * z.radiant_to_m[i] + glass_w[i] * z.solar_to_m[i];
            hour.gain_n_w[i] = radiant * z.radiant_to_n[i] + glass_w[i] * z.solar_to_n[i];
            hour.gain_surface_w[i] =
                radiant * z.radiant_to_surface[i] + glass_w[i] * z.solar_to_surface[i];
            hour.heating_degc[i] = heat_to;
            hour.cooling_degc[i] = cool_to;
        }
        step(z.network, hour, state, out);
        if (!counts) continue;
        const std::size_t month = year.month[h];
        const float moist = year.moist_kelvin[h];
        float heat_w[n], cool_w[n];
        for (std::size_t i = 0; i < n; ++i) {
            const float plant = out.plant_w[i],
                        heat = plant < 0.0f ? 0.0f
                                            : plant;  // in this order: what is no number stays none
            // A coil that cools also dries the air that comes in; windows are shut then.
            const float dry =
                moist * (z.infiltration_w_per_k[i] + z.outdoor_air_w_per_k[i] * occupancy);
            const float cool = plant < 0.0f ? dry - plant : 0.0f;
            sums.heating_wh[month][i] += heat;
            sums.cooling_wh[month][i] += cool;
            sums.heating_peak_w[i] = heat > sums.heating_peak_w[i] ? heat : sums.heating_peak_w[i];
            sums.cooling_peak_w[i] = cool > sums.cooling_peak_w[i] ? cool : sums.cooling_peak_w[i];
            heat_w[i] = heat;
            cool_w[i] = cool;
        }
        if (keep_slots) {
            const std::size_t slot =
                slot_of(month, w >= 5 * 24 ? DayKind::weekend : DayKind::weekday, w % 24);
            for (std::size_t i = 0; i < n; ++i) {
                sums.heating_slot_wh[slot][i] += heat_w[i];
                sums.cooling_slot_wh[slot][i] += cool_w[i];
            }
        }
        if (hours_of_first != nullptr) {
            hours_of_first->plant_w.push_back(out.plant_w[0]);
            hours_of_first->moisture_w.push_back(
                out.plant_w[0] < 0.0f
                    ? moist * (z.infiltration_w_per_k[0] + z.outdoor_air_w_per_k[0] * occupancy)
                    : 0.0f);
            hours_of_first->air_degc.push_back(out.air_degc[0]);
        }
    }
}

}  // namespace emissions
