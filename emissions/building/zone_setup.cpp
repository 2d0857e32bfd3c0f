#include "emissions/building/zone_setup.h"

#include <algorithm>
#include <array>

#include "emissions/building/zone_fabric.h"
#include "geo/city/missing.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

constexpr double outer_film_w_per_m2k = 25.0, emissivity = 0.9;  // ISO 6946
constexpr double air_wh_per_m3k = 0.335;  // 1.2 kg/m3 x 1006 J/kgK, sea level
constexpr double partition_share = 1.0;  // inner walls, both faces, per m2 of floor: our assumption
constexpr double sun_on_floors = 0.5;    // the rest falls on walls by area
constexpr float occupied_from = 0.1f;    // the plant runs for more people than this
constexpr int home_night_from_h = 23, home_night_to_h = 6;

}  // namespace

ArchetypeWeek week_of(const Archetype& a, float person_w) {
    ArchetypeWeek week{};
    for (std::size_t d = 0; d < 7; ++d)
        for (std::size_t h = 0; h < 24; ++h) {
            const auto& s = *a.schedule;
            const float people = s.occupancy[d][h];
            const std::size_t w = d * 24 + h;
            week.occupancy[w] = people;
            week.gain_w_per_m2[w] = a.lighting_w_per_m2 * s.lighting[d][h] +
                                    a.plugs_w_per_m2 * s.equipment[d][h] +
                                    a.people_per_m2 * person_w * people;
            // Homes turn down at night, all others when nobody is there; the plant starts an hour
            // ahead.
            const float soon = std::max(people, h + 1 < 24 ? s.occupancy[d][h + 1] : 0.0f);
            const bool night =
                static_cast<int>(h) >= home_night_from_h || static_cast<int>(h) < home_night_to_h;
            const bool on = a.home ? true : soon > occupied_from;
            week.heating_degc[w] = on && !(a.home && night && a.heating_setback_degc > 10.0f)
                                       ? a.heating_degc
                                       : a.heating_setback_degc;
            week.cooling_degc[w] = on ? a.cooling_degc : a.cooling_setup_degc;
        }
    return week;
}

float full_load_hours(const std::array<reference::WeekSchedule::Day, 7>& week) {
    double sum = 0;
    for (const auto& day : week)
        for (const float share : day) sum += static_cast<double>(share);
    return static_cast<float>(sum * city::days_per_year / 7.0);
}

void set_zone(ZoneBatch& z, std::size_t lane, const city::Buildings& b, std::size_t i,
              const Surroundings& around, const Archetype& a, const Archetypes& model) {
    const double floor_m2 = b.floor_area_m2[i],
                 footprint_m2 = std::min<double>(b.footprint_area_m2[i], floor_m2);
    double exposed_m2 = 0;
    for (std::size_t k = 0; k < wall_bins; ++k)
        exposed_m2 += static_cast<double>(around.wall_area_m2[i * wall_bins + k]);
    const double volume_m3 =
        static_cast<double>(b.footprint_area_m2[i]) *
        std::max(static_cast<double>(b.height_m[i] - std::max(0.0f, b.base_m[i])), 2.0);
    ZoneFabric f;
    f.window_area_m2 = exposed_m2 * a.window_share;
    f.window_u_w_per_m2k = a.window_u_w_per_m2k;
    f.wall_area_m2 = exposed_m2 - f.window_area_m2;
    f.wall_u_w_per_m2k = a.wall_u_w_per_m2k;
    f.roof_area_m2 = footprint_m2;
    f.roof_u_w_per_m2k = a.roof_u_w_per_m2k;
    f.ground_area_m2 = footprint_m2;
    f.ground_u_w_per_m2k = a.ground_u_w_per_m2k;
    f.inner_area_m2 = 2.0 * (floor_m2 - footprint_m2) + partition_share * floor_m2 +
                      static_cast<double>(around.party_area_m2[i]);
    f.outer_capacity_j_per_k = a.outer_capacity_j_per_m2k * (f.wall_area_m2 + f.roof_area_m2);
    f.inner_capacity_j_per_k = a.inner_capacity_j_per_m2k * floor_m2;
    set_lane(z.network, lane, f);

    // Absorbed sun lifts the outer face by W / film; what arrives at the mass is that lift x H_em.
    const double ua = f.wall_area_m2 * f.wall_u_w_per_m2k + f.roof_area_m2 * f.roof_u_w_per_m2k;
    const double per_ua = ua > 0 ? static_cast<double>(z.network.h_em[lane]) / ua : 0.0;
    const double wall_gain = per_ua * f.wall_u_w_per_m2k / outer_film_w_per_m2k,
                 roof_gain = per_ua * f.roof_u_w_per_m2k / outer_film_w_per_m2k;
    const double sky_wall = around.sky_share_wall[i], sky_roof = around.sky_share_roof[i];
    const double glass = a.window_shgc * model.glass_factor;
    for (std::size_t k = 0; k < wall_bins; ++k) {
        const double area = around.wall_area_m2[i * wall_bins + k];
        z.glass_aperture_m2[k][lane] = static_cast<float>(area * a.window_share * glass);
        z.wall_aperture_m2[k][lane] =
            static_cast<float>(area * (1 - a.window_share) * model.wall_absorptance * wall_gain);
    }
    z.glass_diffuse_m2[lane] =
        static_cast<float>(f.window_area_m2 * glass * glass_diffuse_factor * sky_wall);
    z.wall_diffuse_m2[lane] =
        static_cast<float>(f.wall_area_m2 * model.wall_absorptance * wall_gain * sky_wall);
    z.roof_aperture_m2[lane] = static_cast<float>(f.roof_area_m2 * a.roof_absorptance * roof_gain);
    z.roof_diffuse_m2[lane] =
        static_cast<float>(f.roof_area_m2 * a.roof_absorptance * roof_gain * sky_roof);
    z.long_wave_wall_m2[lane] =
        static_cast<float>(f.wall_area_m2 * emissivity * wall_gain * sky_wall);
    z.long_wave_roof_m2[lane] =
        static_cast<float>(f.roof_area_m2 * emissivity * roof_gain * sky_roof);
    z.long_wave_window_k_m2_per_w[lane] =
        static_cast<float>(emissivity * sky_wall / outer_film_w_per_m2k);
    for (std::size_t s = 0; s < horizon_sectors; ++s) {
        z.obstruction_height[s][lane] = around.obstruction_height[i * horizon_sectors + s];
        z.obstruction_distance[s][lane] = around.obstruction_distance[i * horizon_sectors + s];
    }
    z.floor_area_m2[lane] = static_cast<float>(floor_m2);
    // Air leaks through the shell: a deep or enclosed building has less of it per volume than the
    // houses that the rates were measured in.
    const double leaky =
        std::min(1.0, (exposed_m2 + f.roof_area_m2) / volume_m3 / model.leaky_area_per_volume);
    z.infiltration_w_per_k[lane] =
        static_cast<float>(a.infiltration_per_h * leaky * volume_m3 * air_wh_per_m3k);
    // Leaks are part of the fresh air that homes live on; elsewhere a fan brings it.
    z.outdoor_air_w_per_k[lane] =
        a.home ? 0.0f : static_cast<float>(a.outdoor_air_m3_per_h_m2 * floor_m2 * air_wh_per_m3k);
    z.opening_w_per_k[lane] = static_cast<float>(
        (a.home ? model.window_opening_home_per_h : model.window_opening_other_per_h) * volume_m3 *
        air_wh_per_m3k);

    const double outer_faces = f.wall_area_m2 + f.roof_area_m2,
                 inner_faces = f.ground_area_m2 + f.inner_area_m2,
                 all_faces = outer_faces + inner_faces;
    const double outer_into = into_mass_share(f.outer_depth_w_per_m2k),
                 inner_into = into_mass_share(f.inner_depth_w_per_m2k);
    const double radiant_outer = outer_faces / all_faces, radiant_inner = 1 - radiant_outer;
    const double sun_inner = sun_on_floors + (1 - sun_on_floors) * radiant_inner,
                 sun_outer = 1 - sun_inner;
    z.radiant_to_m[lane] = static_cast<float>(radiant_outer * outer_into);
    z.radiant_to_n[lane] = static_cast<float>(radiant_inner * inner_into);
    z.radiant_to_surface[lane] =
        static_cast<float>(radiant_outer * (1 - outer_into) + radiant_inner * (1 - inner_into));
    z.solar_to_m[lane] = static_cast<float>(sun_outer * outer_into);
    z.solar_to_n[lane] = static_cast<float>(sun_inner * inner_into);
    z.solar_to_surface[lane] =
        static_cast<float>(sun_outer * (1 - outer_into) + sun_inner * (1 - inner_into));
}

bool can_simulate(const city::Buildings& b, std::size_t i) {
    return !city::is_missing(b.height_m[i]) && b.height_m[i] > 0.0f &&
           !city::is_missing(b.floor_area_m2[i]) && b.floor_area_m2[i] > 0.0f &&
           b.footprint_area_m2[i] > 0.0f;
}

}  // namespace emissions
