#pragma once

/// Every conversion factor, once, named so that units cancel: value_kwh = value_wh * kwh_per_wh.
namespace city {

inline constexpr double kwh_per_wh = 1e-3;
inline constexpr double kwh_per_mwh = 1e3;
inline constexpr double kwh_per_j = 1.0 / 3.6e6;
inline constexpr double kwh_per_mj = 1.0 / 3.6;
inline constexpr double kwh_per_gj = 1e3 / 3.6;
inline constexpr double kwh_per_tj = 1e6 / 3.6;
inline constexpr double kwh_per_therm = 29.3071;   // US therm, HHV
inline constexpr double kwh_per_mmbtu = 293.0711;  // million Btu
inline constexpr double kwh_per_kbtu = 0.2930711;
inline constexpr double kwh_per_kgce = 8.141;  // 29.3076 MJ
inline constexpr double kg_per_g = 1e-3;
inline constexpr double kg_per_t = 1e3;
inline constexpr double t_per_kg = 1e-3;
inline constexpr double m_per_ft = 0.3048;
inline constexpr double m2_per_ft2 = 0.09290304;
inline constexpr double m_per_km = 1e3;
inline constexpr double km_per_m = 1e-3;
inline constexpr double km_per_mile = 1.609344;
inline constexpr double m2_per_ha = 1e4;
inline constexpr double s_per_h = 3600.0;
inline constexpr double days_per_year = 365.0;
inline constexpr double hours_per_year = 8760.0;
inline constexpr double pi = 3.14159265358979323846;
inline constexpr double rad_per_deg = pi / 180.0;
inline constexpr double deg_per_rad = 180.0 / pi;

}  // namespace city
