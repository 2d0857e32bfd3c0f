#include "emissions/building/simple_zone.h"

#include <algorithm>
#include <limits>

#include "emissions/building/zone_step.h"
#include "geo/city/units.h"

namespace emissions {

namespace {
// ISO 13790:2008, 12.2.2 and 7.2.2.2.
constexpr double h_ms_w_per_m2k = 9.1, h_is_w_per_m2k = 3.45;
constexpr int day_from_h = 8, day_to_h = 18;
constexpr double wh_per_j = 1.0 / city::s_per_h;
}  // namespace

SimpleZoneYear simulate(const SimpleZone& zone, const WeatherYear& weather) {
    ZoneNetwork<double, 1> network{};
    network.h_em[0] = zone.h_opaque_w_per_k;
    network.h_ms[0] = h_ms_w_per_m2k * zone.mass_area_m2;
    network.h_is[0] = h_is_w_per_m2k * zone.internal_area_m2;
    network.h_w[0] = zone.h_window_w_per_k;
    network.c_m_wh_per_k[0] = zone.heat_capacity_j_per_k * wh_per_j;
    no_inner_mass(network, 0);
    const double mass_share = zone.mass_area_m2 / zone.internal_area_m2;
    const double surface_share =
        1.0 - mass_share - zone.h_window_w_per_k / (h_ms_w_per_m2k * zone.internal_area_m2);
    // Finite, so that no infinity meets a zero on the way.
    constexpr double no_limit_w = std::numeric_limits<float>::max();

    SimpleZoneYear year;
    for (auto* column : {&year.plant_w, &year.air_degc, &year.mass_end_degc})
        column->reserve(weather.hours());
    ZoneState<double, 1> state{{20.0}, {20.0}};
    ZoneHour<double, 1> hour{};
    ZoneOutcome<double, 1> out{};
    for (std::size_t h = 0; h < weather.hours(); ++h) {
        const auto hour_of_day = static_cast<int>(h % 24);
        const double outdoor_degc = static_cast<double>(weather.dry_bulb_degc[h]);
        const double internal_w =
            zone.internal_gain_base_w +
            (hour_of_day >= day_from_h && hour_of_day < day_to_h ? zone.internal_gain_day_w : 0.0);
        const double solar_w =
            zone.solar_aperture_m2 * static_cast<double>(weather.global_horizontal_w_per_m2[h]);
        hour.h_ve[0] = zone.h_ventilation_w_per_k;
        hour.supply_degc[0] = hour.outdoor_degc[0] = hour.sol_air_degc[0] = outdoor_degc;
        hour.gain_air_w[0] = 0.5 * internal_w;
        hour.gain_m_w[0] = mass_share * (0.5 * internal_w + solar_w);
        hour.gain_surface_w[0] = surface_share * (0.5 * internal_w + solar_w);
        hour.heating_degc[0] = zone.heating_setpoint_degc;
        hour.cooling_degc[0] = zone.cooling_setpoint_degc;
        hour.heating_max_w[0] = std::min(zone.heating_max_w, no_limit_w);
        hour.cooling_max_w[0] = std::min(zone.cooling_max_w, no_limit_w);
        step(network, hour, state, out);
        year.plant_w.push_back(out.plant_w[0]);
        year.air_degc.push_back(out.air_degc[0]);
        year.mass_end_degc.push_back(state.m_degc[0]);
    }
    return year;
}

SimpleZoneMonth month_of(const SimpleZoneYear& year, const WeatherYear& weather, int month) {
    SimpleZoneMonth sums;
    std::size_t hours = 0;
    for (std::size_t h = 0; h < year.plant_w.size(); ++h) {
        if (month != 0 && weather.month[h] != month) continue;
        (year.plant_w[h] > 0.0 ? sums.heating_need_kwh : sums.cooling_need_kwh) +=
            std::abs(year.plant_w[h]) * city::kwh_per_wh;
        const double air = year.air_degc[h];
        sums.min_air_degc = hours == 0 ? air : std::min(sums.min_air_degc, air);
        sums.max_air_degc = hours == 0 ? air : std::max(sums.max_air_degc, air);
        sums.mean_air_degc += air;
        ++hours;
    }
    if (hours > 0) sums.mean_air_degc /= static_cast<double>(hours);
    return sums;
}

}  // namespace emissions
