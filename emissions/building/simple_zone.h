#pragma once

#include <string>
#include <vector>

#include "emissions/climate/weather_year.h"

namespace emissions {

/// One zone of the simple hourly method, as the validation vectors give it: `twinscape simulate`.
struct SimpleZone {
    std::string id, weather;
    double floor_area_m2, mass_area_m2, internal_area_m2, heat_capacity_j_per_k;
    double h_opaque_w_per_k, h_window_w_per_k, h_ventilation_w_per_k;
    double solar_aperture_m2;  ///< x global horizontal irradiance = solar gain
    double internal_gain_base_w, internal_gain_day_w;  ///< day: added from 8 to 18 h
    double heating_setpoint_degc, cooling_setpoint_degc;
    double heating_max_w, cooling_max_w;  ///< may be infinite; 0 = free float
};

/// One row an hour: needs in W (cooling negative), temperatures in deg C.
struct SimpleZoneYear {
    std::vector<double> plant_w, air_degc, mass_end_degc;
};

/// ISO 13790:2008 annex C; h_opaque goes in as H_tr,em as it stands; mass at 20 deg C before the
/// first hour.
SimpleZoneYear simulate(const SimpleZone& zone, const WeatherYear& weather);

/// Sums and extremes of the hours of one month (0: the whole year).
struct SimpleZoneMonth {
    double heating_need_kwh = 0, cooling_need_kwh = 0, mean_air_degc = 0, min_air_degc = 0,
           max_air_degc = 0;
};
SimpleZoneMonth month_of(const SimpleZoneYear& year, const WeatherYear& weather, int month);

}  // namespace emissions
