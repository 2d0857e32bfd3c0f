#pragma once

#include <array>
#include <optional>
#include <string>

#include "emissions/climate/weather_year.h"

namespace emissions {

namespace reference {
class Library;
}

/// Twelve monthly means of a place.
struct MonthlyNormals {
    std::array<double, 12> mean_degc{}, min_degc{}, max_degc{}, global_kwh_per_m2_day{},
        wind_m_per_s{};
};

/// A year of hours that has these monthly means: the course of the day between mean minimum (at 6
/// h) and maximum (at 15 h); warmer and colder, clearer and duller days from a fixed seed; the
/// shape of a clear day scaled to each month's irradiation; diffuse light after Erbs, Klein and
/// Duffie 1982. Stands in where no weather file is given: extremes are milder than measured ones.
WeatherYear synthetic_year(const MonthlyNormals& normals, city::LonLat position,
                           double utc_offset_h, const std::string& place);

/// Normals and place of `climate`, else of the nearest station whose climate is like that of the
/// place (reference/climate_zone.h); a station that is far off is told in the notes. `region`:
/// "CN-GD", whose thermal zone counts in China.
std::optional<WeatherYear> built_in_weather(const reference::Library& library,
                                            const std::string& climate, city::LonLat position,
                                            double utc_offset_h, const std::string& region = {});

/// Hours ahead of UTC on standard time: China keeps one clock, elsewhere by longitude.
double standard_time_h(const std::string& region, city::LonLat position);

}  // namespace emissions
