// The building of ANSI/ASHRAE 140-2020, section 5.2 ("m": as lumped by the published 5R1C model
// that the validation folder names): 8 m x 6 m x 2.7 m, Denver, 12 m2 of window.
#include "tests/validation/bestest.h"

#include <algorithm>
#include <cmath>

#include "emissions/building/zone_fabric.h"
#include "emissions/climate/facade_sun.h"

namespace test {

namespace {

using namespace emissions;

constexpr double floor_m2 = 48.0, roof_m2 = 48.0, opaque_wall_m2 = 63.6, window_m2 = 12.0;
constexpr double absorptance = 0.6, emissivity = 0.9, outer_film_w_per_m2k = 25.0;
constexpr double gains_w = 200.0, gains_radiant_share = 0.6;
constexpr double air_w_per_m3h = 1.2 * 1005.0 / 3600.0;  // sea level
constexpr double infiltration_w_per_k =
    0.414 * 129.6 * air_w_per_m3h;  // 0.414 changes at sea-level density (m)
constexpr double fan_w_per_k = 1703.16 * 0.414 / 0.5 * air_w_per_m3h;
constexpr double floor_u = 0.0377, ground_degc = 10.0;

constexpr std::size_t north = 0, east = 4, south = 8, west = 12;

// Share of the sun that overhang and fins leave (m).
double shade_factor(const BestestCase& c) {
    return (c.overhang ? (c.east_west_windows ? 0.846 : 0.84) : 1.0) * (c.fins ? 0.915 : 1.0);
}

ZoneFabric fabric_of(const BestestCase& c) {
    ZoneFabric f;
    f.wall_area_m2 = opaque_wall_m2;
    f.wall_u_w_per_m2k = c.wall_u;
    f.roof_area_m2 = roof_m2;
    f.roof_u_w_per_m2k = c.roof_u;
    f.window_area_m2 = window_m2;
    f.window_u_w_per_m2k = c.window_u;
    f.ground_area_m2 = floor_m2;
    f.ground_u_w_per_m2k = floor_u;
    f.air_surface_w_per_m2k = 2.1;
    // Inner layers of the standard: plasterboard 12 and 10 mm on walls and roof, timber floor 25
    // mm; heavy: 100 mm concrete block in the walls, 80 mm concrete in the floor. Conductivity /
    // half thickness; rho c d.
    const double roof_capacity = 950.0 * 840.0 * 0.010 * roof_m2;
    if (c.heavy) {
        f.outer_capacity_j_per_k = 1400.0 * 1000.0 * 0.100 * opaque_wall_m2 + roof_capacity;
        f.outer_depth_w_per_m2k = 0.51 / 0.050;
        f.inner_capacity_j_per_k = 1400.0 * 1000.0 * 0.080 * floor_m2;
        f.inner_depth_w_per_m2k = 1.13 / 0.040;
    } else {
        f.outer_capacity_j_per_k = 950.0 * 840.0 * 0.012 * opaque_wall_m2 + roof_capacity;
        f.outer_depth_w_per_m2k = 0.16 / 0.006;
        f.inner_capacity_j_per_k = 650.0 * 1200.0 * 0.025 * floor_m2;
        f.inner_depth_w_per_m2k = 0.14 / 0.0125;
    }
    return f;
}

// ISO 13790 as the published lumps have it: mass and mass area per m2 of floor.
struct IsoMass {
    double capacity_j_per_m2k, area_per_m2;
};
IsoMass iso_mass(const BestestCase& c) {
    return c.heavy ? IsoMass{307750.0, 2.43} : IsoMass{42167.0, 2.95};
}

}  // namespace

std::vector<BestestCase> bestest_cases() {
    std::vector<BestestCase> cases;
    const auto add = [&](const char* name, auto&& set) {
        BestestCase c;
        c.name = name;
        c.heavy = name[0] == '9';
        set(c);
        cases.push_back(c);
    };
    const auto low_loss = [](BestestCase& c) { c.wall_u = 0.15, c.roof_u = 0.10; };
    add("600", [](BestestCase&) {});
    add("610", [](BestestCase& c) { c.overhang = true; });
    add("620", [](BestestCase& c) { c.east_west_windows = true; });
    add("630", [](BestestCase& c) { c.east_west_windows = c.overhang = c.fins = true; });
    add("640", [](BestestCase& c) { c.setback = true; });
    add("650", [](BestestCase& c) { c.night_vent = true; });
    add("660", [](BestestCase& c) { c.window_u = 1.45, c.window_g = 0.44; });
    add("670", [](BestestCase& c) { c.window_u = 5.8, c.window_g = 0.864; });
    add("680", low_loss);
    add("685", [](BestestCase& c) { c.cooling_degc = 20; });
    add("695", [&](BestestCase& c) { low_loss(c), c.cooling_degc = 20; });
    add("900", [](BestestCase&) {});
    add("910", [](BestestCase& c) { c.overhang = true; });
    add("920", [](BestestCase& c) { c.east_west_windows = true; });
    add("930", [](BestestCase& c) { c.east_west_windows = c.overhang = c.fins = true; });
    add("940", [](BestestCase& c) { c.setback = true; });
    add("950", [](BestestCase& c) { c.night_vent = true; });
    add("980", low_loss);
    add("985", [](BestestCase& c) { c.cooling_degc = 20; });
    add("995", [&](BestestCase& c) { low_loss(c), c.cooling_degc = 20; });
    add("600FF", [](BestestCase& c) { c.free_float = true; });
    add("650FF", [](BestestCase& c) { c.free_float = c.night_vent = true; });
    add("680FF", [&](BestestCase& c) { low_loss(c), c.free_float = true; });
    add("900FF", [](BestestCase& c) { c.free_float = true; });
    add("950FF", [](BestestCase& c) { c.free_float = c.night_vent = true; });
    add("980FF", [&](BestestCase& c) { low_loss(c), c.free_float = true; });
    return cases;
}

BestestOutcome run_bestest(const BestestCase& one, const WeatherYear& denver, ZoneModel model) {
    static const FacadeSun sun = facade_sun(denver);
    const ZoneFabric fabric = fabric_of(one);
    ZoneNetwork<double, 1> zone{};
    double mass_share = 0;  // of radiation absorbed in the room
    if (model == ZoneModel::two_masses) {
        set_lane(zone, 0, fabric);
    } else {
        const IsoMass mass = iso_mass(one);
        const double faces = faces_m2(fabric);
        zone.h_ms[0] = 9.1 * mass.area_per_m2 * floor_m2;
        const double opaque =
            one.wall_u * opaque_wall_m2 + one.roof_u * roof_m2 + floor_u * floor_m2;
        zone.h_em[0] = 1.0 / (1.0 / opaque - 1.0 / zone.h_ms[0]);
        zone.h_is[0] = fabric.air_surface_w_per_m2k * faces;
        zone.h_w[0] = one.window_u * window_m2;
        zone.c_m_wh_per_k[0] = mass.capacity_j_per_m2k * floor_m2 / 3600.0;
        mass_share = std::min(1.0, mass.area_per_m2 * floor_m2 / faces);
        no_inner_mass(zone, 0);
    }
    const double outer_into = into_mass_share(fabric.outer_depth_w_per_m2k),
                 inner_into = into_mass_share(fabric.inner_depth_w_per_m2k);
    const double outer_area_share = (opaque_wall_m2 + roof_m2) / faces_m2(fabric),
                 inner_area_share = floor_m2 / faces_m2(fabric);
    // The standard lets the sun fall on the floor first: about two thirds stay there, the rest by
    // area.
    constexpr double sun_on_floor = 0.64;

    ZoneState<double, 1> state{{20.0}, {20.0}};
    ZoneHour<double, 1> hour{};
    ZoneOutcome<double, 1> out{};
    BestestOutcome sums;
    const std::size_t hours = denver.hours();
    for (std::size_t round = 0; round < 2; ++round) {  // the first year warms the masses up
        for (std::size_t h = 0; h < hours; ++h) {
            const int clock = denver.hour[h];
            const float* beam = &sun.beam[h * facade_bins];
            const float* glass = &sun.glass_beam[h * facade_bins];
            const auto wall_diffuse = static_cast<double>(sun.wall_sky[h] + sun.wall_ground[h]);
            const auto on_windows = [&](std::size_t bin) {
                return static_cast<double>(glass[bin]) + glass_diffuse_factor * wall_diffuse;
            };
            const double through = one.east_west_windows
                                       ? 0.5 * (on_windows(east) + on_windows(west))
                                       : on_windows(south);
            const double solar = through * window_m2 * one.window_g * shade_factor(one);
            const auto on_wall = [&](std::size_t bin) {
                return static_cast<double>(beam[bin]) + wall_diffuse;
            };
            const double walls[4]{21.6, one.east_west_windows ? 10.2 : 16.2,
                                  one.east_west_windows ? 21.6 : 9.6,
                                  one.east_west_windows ? 10.2 : 16.2};
            double wall_sum = walls[0] * on_wall(north) + walls[1] * on_wall(east) +
                              walls[2] * on_wall(south) + walls[3] * on_wall(west);
            const double roof_sun = static_cast<double>(sun.roof_beam[h] + sun.roof_sky[h]);
            const double air = static_cast<double>(denver.mean_dry_bulb_degc(h));
            // Sol-air temperature, weighted by U x A of walls and roof.
            const double wall_ua = one.wall_u * opaque_wall_m2, roof_ua = one.roof_u * roof_m2;
            const double wall_lift = (absorptance * wall_sum / opaque_wall_m2 +
                                      emissivity * static_cast<double>(sun.wall_long_wave[h])) /
                                     outer_film_w_per_m2k;
            const double roof_lift =
                (absorptance * roof_sun + emissivity * static_cast<double>(sun.roof_long_wave[h])) /
                outer_film_w_per_m2k;
            hour.sol_air_degc[0] =
                air + (wall_ua * wall_lift + roof_ua * roof_lift) / (wall_ua + roof_ua);
            hour.outdoor_degc[0] =
                air + 0.84 * static_cast<double>(sun.wall_long_wave[h]) / outer_film_w_per_m2k;
            hour.supply_degc[0] = air;
            hour.ground_degc[0] = ground_degc;
            const bool venting = one.night_vent && (clock < 7 || clock >= 18);
            hour.h_ve[0] = infiltration_w_per_k + (venting ? fan_w_per_k : 0.0);
            hour.gain_air_w[0] = (1.0 - gains_radiant_share) * gains_w;
            const double radiant = gains_radiant_share * gains_w;
            if (model == ZoneModel::one_mass) {
                const double window_share = zone.h_w[0] / (9.1 * faces_m2(fabric));
                hour.gain_m_w[0] = mass_share * (radiant + solar);
                hour.gain_surface_w[0] = (1.0 - mass_share - window_share) * (radiant + solar);
            } else {
                const double on_outer =
                    solar * (1 - sun_on_floor) * outer_area_share / (1 - inner_area_share) +
                    radiant * outer_area_share;
                const double on_inner = solar * sun_on_floor + radiant * inner_area_share;
                hour.gain_m_w[0] = on_outer * outer_into;
                hour.gain_n_w[0] = on_inner * inner_into;
                // What falls on the panes is mostly lost through them.
                const double window_area_share = window_m2 / faces_m2(fabric);
                hour.gain_surface_w[0] = on_outer * (1 - outer_into) + on_inner * (1 - inner_into) +
                                         0.5 * radiant * window_area_share;
            }
            hour.heating_degc[0] = one.setback ? (clock < 7 || clock >= 23 ? 10.0
                                                  : clock == 7             ? 15.0
                                                                           : 20.0)
                                               : one.heating_degc;
            hour.cooling_degc[0] = one.cooling_degc;
            const bool heats = !one.free_float && !one.night_vent,
                       cools = !one.free_float && (!one.night_vent || (clock >= 7 && clock < 18));
            hour.heating_max_w[0] = heats ? 1e9 : 0.0;
            hour.cooling_max_w[0] = cools ? 1e9 : 0.0;
            step(zone, hour, state, out);
            if (round == 0) continue;
            const double kw = out.plant_w[0] * 1e-3, t = out.air_degc[0];
            (kw > 0 ? sums.heating_mwh : sums.cooling_mwh) += std::abs(kw) * 1e-3;
            sums.peak_heating_kw = std::max(sums.peak_heating_kw, kw);
            sums.peak_cooling_kw = std::max(sums.peak_cooling_kw, -kw);
            sums.max_degc = std::max(sums.max_degc, t);
            sums.min_degc = std::min(sums.min_degc, t);
            sums.mean_degc += t / static_cast<double>(hours);
        }
    }
    return sums;
}

}  // namespace test
