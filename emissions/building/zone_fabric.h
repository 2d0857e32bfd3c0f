#pragma once

#include "emissions/building/zone_step.h"

namespace emissions {

/// One zone's fabric, as lumps. Areas in m2, U-values air to air in W/m2K, heat capacities in J/K.
struct ZoneFabric {
    double wall_area_m2 = 0, wall_u_w_per_m2k = 0;  ///< exposed, opaque
    double roof_area_m2 = 0, roof_u_w_per_m2k = 0;
    double window_area_m2 = 0, window_u_w_per_m2k = 0;
    double ground_area_m2 = 0, ground_u_w_per_m2k = 0;  ///< slab with the ground below it
    double inner_area_m2 = 0;  ///< of floors, ceilings, partitions and party walls, each face once
    double outer_capacity_j_per_k =
        0;  ///< of walls and roof, as far as it follows the room within a day
    double inner_capacity_j_per_k = 0;  ///< of everything inside, slab included
    double outer_depth_w_per_m2k = 20;  ///< from the inner face to the middle of that mass
    double inner_depth_w_per_m2k = 20;
    double air_surface_w_per_m2k = 3.45;  ///< H_is per m2 of all inner faces
};

/// Film between an inner face and the room's mean surface temperature: chosen so that a mass right
/// behind the face gives ISO 13790's 9.1 W/m2K together with the usual 28 W/m2K of 4 cm of
/// concrete.
inline constexpr double face_film_w_per_m2k = 13.5;

/// Faces that look into the room.
inline double faces_m2(const ZoneFabric& f) {
    return f.wall_area_m2 + f.roof_area_m2 + f.window_area_m2 + f.ground_area_m2 + f.inner_area_m2;
}

/// From a face to the middle of the mass behind it, film included.
inline double to_mass_w_per_m2k(double depth_w_per_m2k) {
    return 1.0 / (1.0 / face_film_w_per_m2k + 1.0 / depth_w_per_m2k);
}
/// Of the radiation that a face absorbs, what goes into its mass; the rest returns through the
/// film.
inline double into_mass_share(double depth_w_per_m2k) {
    return depth_w_per_m2k / (depth_w_per_m2k + face_film_w_per_m2k);
}

template <class Real, std::size_t lanes>
void set_lane(ZoneNetwork<Real, lanes>& zone, std::size_t lane, const ZoneFabric& f) {
    constexpr double wh_per_j = 1.0 / 3600.0;
    // What U-value and film leave for the rest of the way; a wall never conducts better than its
    // film.
    const auto behind = [](double whole, double film) {
        return whole <= 0.0
                   ? 0.0
                   : 1.0 / (1.0 / whole - (whole < 0.95 * film ? 1.0 / film : 0.95 / whole));
    };
    const double outer_area = f.wall_area_m2 + f.roof_area_m2,
                 inner_area = f.ground_area_m2 + f.inner_area_m2;
    const double h_ms = to_mass_w_per_m2k(f.outer_depth_w_per_m2k) * outer_area,
                 h_ns = to_mass_w_per_m2k(f.inner_depth_w_per_m2k) * inner_area;
    zone.h_ms[lane] = Real(h_ms);
    zone.h_ns[lane] = Real(h_ns);
    zone.h_em[lane] = Real(
        behind(f.wall_area_m2 * f.wall_u_w_per_m2k + f.roof_area_m2 * f.roof_u_w_per_m2k, h_ms));
    zone.h_gn[lane] = Real(behind(f.ground_area_m2 * f.ground_u_w_per_m2k, h_ns));
    zone.h_is[lane] = Real(f.air_surface_w_per_m2k * faces_m2(f));
    zone.h_w[lane] = Real(f.window_area_m2 * f.window_u_w_per_m2k);
    zone.c_m_wh_per_k[lane] = Real(f.outer_capacity_j_per_k * wh_per_j);
    zone.c_n_wh_per_k[lane] = Real(f.inner_capacity_j_per_k * wh_per_j);
    if (outer_area <= 0.0) zone.c_m_wh_per_k[lane] = Real(1);
    if (inner_area <= 0.0) no_inner_mass(zone, lane);
}

}  // namespace emissions
