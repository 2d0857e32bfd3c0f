#pragma once

#include <cstddef>

namespace emissions {

/// The thermal network of one zone, in W/K and Wh/K:
///
///            solar, sky                        P: plant, convective
///                |                             |
///   sol-air -- H_em -- (envelope mass) -- H_ms -- (surfaces) -- H_is -- (air) -- H_ve -- supply
///   air
///        ground -- H_gn -- (inner mass) -- H_ns --'  |
///                                       outdoors -- H_w
///
/// With the inner mass left out (`no_inner_mass`) this is the simple hourly method of ISO
/// 13790:2008, annex C (5R1C), term by term. The second mass keeps floors and partitions, which see
/// the ground or nothing, apart from walls and roof, which see the weather (docs/validation.md says
/// what that is worth).
template <class Real, std::size_t lanes>
struct ZoneNetwork {
    Real h_em[lanes], h_ms[lanes], h_ns[lanes], h_gn[lanes], h_is[lanes], h_w[lanes];
    Real c_m_wh_per_k[lanes], c_n_wh_per_k[lanes];
};

/// What acts on the zones during one hour. Gains in W; temperatures in deg C.
template <class Real, std::size_t lanes>
struct ZoneHour {
    Real h_ve[lanes];          ///< ventilation and infiltration, W/K
    Real supply_degc[lanes];   ///< of that air: outdoors, or after heat recovery
    Real outdoor_degc[lanes];  ///< at the windows, the sky's share taken off
    Real sol_air_degc[lanes];  ///< at walls and roof
    Real ground_degc[lanes];
    Real gain_air_w[lanes], gain_surface_w[lanes], gain_m_w[lanes], gain_n_w[lanes];
    Real heating_degc[lanes], cooling_degc[lanes];
    Real heating_max_w[lanes], cooling_max_w[lanes];  ///< 0: free float
};

/// Temperatures of the masses at the end of the last hour.
template <class Real, std::size_t lanes>
struct ZoneState {
    Real m_degc[lanes], n_degc[lanes];
};

/// Of the hour: plant power (cooling negative) and mean temperatures.
template <class Real, std::size_t lanes>
struct ZoneOutcome {
    Real plant_w[lanes], air_degc[lanes], surface_degc[lanes];
};

/// One hour of `lanes` zones side by side: Crank-Nicolson in both masses, air and surfaces in
/// balance with their mean. Air temperature is linear in plant power with a known slope, so the
/// power that meets the set point comes from one division instead of ISO 13790's two trial runs. No
/// branches: one lane of a vector register per zone.
template <class Real, std::size_t lanes>
[[gnu::always_inline]] inline void step(const ZoneNetwork<Real, lanes>& zone,
                                        const ZoneHour<Real, lanes>& hour,
                                        ZoneState<Real, lanes>& state,
                                        ZoneOutcome<Real, lanes>& out) {
    for (std::size_t i = 0; i < lanes; ++i) {
        const Real per_air = Real(1) / (zone.h_is[i] + hour.h_ve[i]);
        const Real air_share = zone.h_is[i] * per_air;  // of an air gain that reaches the surfaces
        const Real h_1 = air_share * hour.h_ve[i];      // air path to outdoors, in series
        const Real per_surface = Real(1) / (zone.h_ms[i] + zone.h_ns[i] + zone.h_w[i] + h_1);
        const Real at_surface = hour.gain_surface_w[i] + zone.h_w[i] * hour.outdoor_degc[i] +
                                h_1 * hour.supply_degc[i] + air_share * hour.gain_air_w[i];
        const Real m_part = zone.h_ms[i] * per_surface, n_part = zone.h_ns[i] * per_surface;
        // Balance of both masses, in their means of the hour:  | a  -b | |m|   | f |
        //                                                     |-b   d | |n| = | g |
        const Real two_c_m = Real(2) * zone.c_m_wh_per_k[i],
                   two_c_n = Real(2) * zone.c_n_wh_per_k[i];
        const Real a = two_c_m + zone.h_em[i] + zone.h_ms[i] - zone.h_ms[i] * m_part;
        const Real b = zone.h_ms[i] * n_part;
        const Real d = two_c_n + zone.h_gn[i] + zone.h_ns[i] - zone.h_ns[i] * n_part;
        const Real f = two_c_m * state.m_degc[i] + zone.h_em[i] * hour.sol_air_degc[i] +
                       hour.gain_m_w[i] + m_part * at_surface;
        const Real g = two_c_n * state.n_degc[i] + zone.h_gn[i] * hour.ground_degc[i] +
                       hour.gain_n_w[i] + n_part * at_surface;
        const Real per_determinant = Real(1) / (a * d - b * b);
        const Real m_free = (f * d + g * b) * per_determinant,
                   n_free = (g * a + f * b) * per_determinant;
        // One watt into the air moves them by:
        const Real m_slope = air_share * (m_part * d + n_part * b) * per_determinant;
        const Real n_slope = air_share * (n_part * a + m_part * b) * per_determinant;
        const Real surface_free = m_part * m_free + n_part * n_free + per_surface * at_surface;
        const Real surface_slope = m_part * m_slope + n_part * n_slope + per_surface * air_share;
        const Real air_free = air_share * surface_free +
                              per_air * (hour.h_ve[i] * hour.supply_degc[i] + hour.gain_air_w[i]);
        const Real air_slope = air_share * surface_slope + per_air;

        const Real per_slope = Real(1) / air_slope;
        Real heat = (hour.heating_degc[i] - air_free) * per_slope,
             cool = (air_free - hour.cooling_degc[i]) * per_slope;
        heat = heat < Real(0) ? Real(0) : heat;
        heat = heat > hour.heating_max_w[i] ? hour.heating_max_w[i] : heat;
        cool = cool < Real(0) ? Real(0) : cool;
        cool = cool > hour.cooling_max_w[i] ? hour.cooling_max_w[i] : cool;
        const Real plant = heat - cool;
        out.plant_w[i] = plant;
        out.air_degc[i] = air_free + air_slope * plant;
        out.surface_degc[i] = surface_free + surface_slope * plant;
        state.m_degc[i] = Real(2) * (m_free + m_slope * plant) - state.m_degc[i];
        state.n_degc[i] = Real(2) * (n_free + n_slope * plant) - state.n_degc[i];
    }
}

/// Takes the inner mass of one lane out: what is left is ISO 13790's network.
template <class Real, std::size_t lanes>
void no_inner_mass(ZoneNetwork<Real, lanes>& zone, std::size_t lane) {
    zone.h_ns[lane] = zone.h_gn[lane] = Real(0);
    zone.c_n_wh_per_k[lane] = Real(1);
}

}  // namespace emissions
