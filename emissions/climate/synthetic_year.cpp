#include "emissions/climate/synthetic_year.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "emissions/climate/sun_position.h"
#include "emissions/reference/climate_zone.h"
#include "emissions/reference/nearest_station.h"
#include "emissions/reference/tables.h"
#include "geo/city/calendar.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

constexpr double daily_spread_kelvin = 2.6, daily_memory = 0.7, clearness_spread = 0.28,
                 clearness_memory = 0.4;
constexpr double dew_below_minimum_kelvin = 1.0;  // nights cool down to about the dew point

// Normal deviates from a small fixed generator: the same year on every machine.
class Dice {
  public:
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) {
            state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
            sum += static_cast<double>(state_ >> 11) * 0x1.0p-53;
        }
        return sum;
    }

  private:
    std::uint64_t state_ = 20240601;
};

// Diffuse share of the hour from its clearness index: Erbs, Klein and Duffie 1982.
double erbs(double clearness) {
    if (clearness <= 0.22) return 1.0 - 0.09 * clearness;
    if (clearness > 0.80) return 0.165;
    return 0.9511 - 0.1604 * clearness + 4.388 * clearness * clearness -
           16.638 * std::pow(clearness, 3) + 12.336 * std::pow(clearness, 4);
}

// 0 at the morning minimum (6 h), 1 at the afternoon maximum (15 h).
double warmth(double hour) {
    const double since = std::fmod(hour + 18.0, 24.0);  // since 6 h
    return since <= 9.0 ? 0.5 - 0.5 * std::cos(city::pi * since / 9.0)
                        : 0.5 + 0.5 * std::cos(city::pi * (since - 9.0) / 15.0);
}

// Month means as a smooth yearly course whose own monthly means are the given ones (two corrections
// suffice).
std::array<double, 12> knots_of(const std::array<double, 12>& means) {
    std::array<double, 12> knots = means;
    for (int round = 0; round < 3; ++round)
        for (std::size_t m = 0; m < 12; ++m) {
            const double mean_here =
                0.75 * knots[m] + 0.125 * (knots[(m + 11) % 12] + knots[(m + 1) % 12]);
            knots[m] += means[m] - mean_here;
        }
    return knots;
}

}  // namespace

WeatherYear synthetic_year(const MonthlyNormals& normals, city::LonLat position,
                           double utc_offset_h, const std::string& place) {
    WeatherYear year;
    year.place = place;
    year.source = "synthetic year from monthly normals";
    year.position = position;
    year.utc_offset_h = utc_offset_h;
    Dice dice;
    const auto knots = knots_of(normals.mean_degc);
    double warm_spell = 0, clear_spell = 0, mean_warmth = 0;
    for (int h = 0; h < 24; ++h) mean_warmth += warmth(h) / 24.0;
    for (int m = 0; m < 12; ++m) {
        const auto mi = static_cast<std::size_t>(m);
        const std::size_t first = year.hours();
        const int days = city::days_in_month[mi];
        double month_degc = 0, month_wh = 0;
        for (int d = 1; d <= days; ++d) {
            warm_spell = daily_memory * warm_spell + std::sqrt(1 - daily_memory * daily_memory) *
                                                         dice.normal() * daily_spread_kelvin;
            clear_spell = clearness_memory * clear_spell +
                          std::sqrt(1 - clearness_memory * clearness_memory) * dice.normal() *
                              clearness_spread;
            const double position_in_month = (d - 0.5) / days - 0.5;
            const std::size_t neighbour = position_in_month < 0 ? (mi + 11) % 12 : (mi + 1) % 12;
            const double base =
                knots[mi] + (knots[neighbour] - knots[mi]) * std::abs(position_in_month);
            const double clear = std::clamp(1.0 + clear_spell, 0.25, 1.45);
            for (int h = 0; h < 24; ++h) {
                year.month.push_back(static_cast<std::uint8_t>(m + 1));
                year.day.push_back(static_cast<std::uint8_t>(d));
                year.hour.push_back(static_cast<std::uint8_t>(h));
                const double swing =
                    (normals.max_degc[mi] - normals.min_degc[mi]) * (0.75 + 0.25 * clear);
                // The value at the stamp, the end of the hour.
                const double t = base + warm_spell + swing * (warmth(h + 1) - mean_warmth);
                year.dry_bulb_degc.push_back(static_cast<float>(t));
                month_degc += t;
                const double sin_altitude = std::max(
                    0.0, std::sin(sun_position(position, {2002, m + 1, d, h + 0.5, utc_offset_h})
                                      .altitude_rad));
                const double shape = clear * std::pow(sin_altitude, 1.15);
                year.global_horizontal_w_per_m2.push_back(static_cast<float>(shape));
                month_wh += shape;
                year.wind_m_per_s.push_back(static_cast<float>(normals.wind_m_per_s[mi]));
            }
        }
        // The dice must not move the month's means.
        const double shift = normals.mean_degc[mi] - month_degc / (24.0 * days);
        const double scale =
            month_wh > 0 ? normals.global_kwh_per_m2_day[mi] * 1000.0 * days / month_wh : 0.0;
        for (std::size_t i = first; i < year.hours(); ++i) {
            year.dry_bulb_degc[i] += static_cast<float>(shift);
            const CivilTime middle{2002, m + 1, year.day[i], year.hour[i] + 0.5, utc_offset_h};
            const double sin_altitude =
                std::max(0.0, std::sin(sun_position(position, middle).altitude_rad));
            const double outside = extraterrestrial_normal_w_per_m2(
                                       day_of_year(2001, m + 1, std::min<int>(year.day[i], days))) *
                                   sin_altitude;
            const double global = static_cast<double>(year.global_horizontal_w_per_m2[i]) * scale;
            const double clearness = outside > 0 ? std::min(global / outside, 1.0) : 0.0;
            const double diffuse =
                std::max(global * erbs(clearness), global - 1000.0 * sin_altitude);
            year.global_horizontal_w_per_m2[i] = static_cast<float>(global);
            year.diffuse_horizontal_w_per_m2.push_back(static_cast<float>(diffuse));
            year.direct_normal_w_per_m2.push_back(
                static_cast<float>(sin_altitude > 0.02 ? (global - diffuse) / sin_altitude : 0.0));
            // Sky: clear-sky emissivity at the assumed humidity, closer to one where the day is
            // dull.
            const auto saturation = [](double degc) {
                return std::exp(17.62 * degc / (243.12 + degc));
            };
            const double dew = std::min(normals.min_degc[mi] - dew_below_minimum_kelvin,
                                        static_cast<double>(year.dry_bulb_degc[i]));
            year.relative_humidity_share.push_back(static_cast<float>(
                saturation(dew) / saturation(static_cast<double>(year.dry_bulb_degc[i]))));
            const double air_k = static_cast<double>(year.dry_bulb_degc[i]) + 273.15;
            const double dull = 1.0 - std::clamp(normals.global_kwh_per_m2_day[mi] / 8.0, 0.0, 1.0);
            const double emissivity = 0.80 + 0.12 * dull;
            year.sky_infrared_w_per_m2.push_back(
                static_cast<float>(emissivity * 5.670374e-8 * std::pow(air_k, 4)));
        }
    }
    year.notes.push_back("no weather file: a synthetic year from the monthly normals of " + place);
    return year;
}

std::optional<WeatherYear> built_in_weather(const reference::Library& library,
                                            const std::string& climate, city::LonLat position,
                                            double utc_offset_h, const std::string& region) {
    const auto& normals = library.tables().normals;
    const auto has = [&](const std::string& place) {
        return normals.value(place, "month 01", "mean_degc").has_value();
    };
    const auto station =
        reference::climate_station_for(library.tables(), climate, region, position, has);
    if (!station) return std::nullopt;
    const std::string& place = *station;
    MonthlyNormals found;
    for (std::size_t m = 0; m < 12; ++m) {
        const std::string month =
            std::string("month ") + (m < 9 ? "0" : "") + std::to_string(m + 1);
        const auto of = [&](const char* quantity) { return normals.value(place, month, quantity); };
        const auto mean = of("mean_degc"), low = of("min_degc"), high = of("max_degc"),
                   sun = of("global_kwh_per_m2_day");
        if (!mean || !low || !high || !sun) return std::nullopt;
        found.mean_degc[m] = *mean;
        found.min_degc[m] = *low;
        found.max_degc[m] = *high;
        found.global_kwh_per_m2_day[m] = *sun;
        found.wind_m_per_s[m] = of("wind_m_per_s").value_or(3.0);
    }
    WeatherYear year = synthetic_year(found, position, utc_offset_h, place);
    const auto& climates = library.tables().climates;
    const auto latitude = climates.value(place, "climate", "latitude"),
               longitude = climates.value(place, "climate", "longitude");
    if (latitude && longitude)
        if (const double away_km = distance_km(position, {*longitude, *latitude});
            away_km > reference::same_weather_km)
            year.notes.push_back(place + " is " + std::to_string(std::lround(away_km)) +
                                 " km away: the nearest built-in station of a like climate (" +
                                 reference::climate_zone_at(library.tables(), region, position) +
                                 "); name an EPW file as weather in city.toml");
    return year;
}

double standard_time_h(const std::string& region, city::LonLat position) {
    return region.rfind("CN", 0) == 0 ? 8.0 : std::round(position.lon_deg / 15.0);
}

}  // namespace emissions
