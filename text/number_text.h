#pragma once

#include <string>

namespace text {

/// Numbers with units for people: three significant digits, the prefix that keeps them short. "–"
/// for missing values.
std::string energy_text(double kwh);                      ///< 84 kWh, 1.23 GWh
std::string power_text(double kw);                        ///< 840 W, 84 kW, 1.23 MW
std::string mass_text(double kg);                         ///< 12 g, 84 kg, 1.23 t, 45.6 kt
std::string per_m2_text(double value, const char* unit);  ///< 84.2 kWh/m²
std::string with_unit(double value, const char* unit);    ///< 84.2 g/(m² h)
std::string plain_text(double value, int digits = 3);     ///< 1 234, 0.12
std::string length_text(double metres);                   ///< 3.4 m, 120 m, 1.23 km
std::string area_text(double m2);                         ///< 840 m², 1.23 km²
std::string share_text(double share);                     ///< 34 %
std::string change_text(double now, double before);       ///< -12 %

}  // namespace text
