// The EnergyPlus weather format: eight header lines, then one comma-separated row an hour.
// Fields by position: EnergyPlus Auxiliary Programs, "EnergyPlus Weather File (EPW) Data
// Dictionary".
#include <algorithm>
#include <charconv>
#include <cmath>

#include "emissions/climate/sun_position.h"
#include "emissions/climate/weather_year.h"
#include "geo/city/missing.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

constexpr std::size_t longest_bridge_h = 6;
constexpr double stefan_boltzmann_w_per_m2k4 = 5.670374e-8;

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

double number(std::string_view field) {
    field = trimmed(field);
    if (!field.empty() && field.front() == '+') field.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    return error == std::errc{} && end == field.data() + field.size() && std::isfinite(value)
               ? value
               : std::nan("");
}

// One column as it is read: where it stands, from which value on the format means "missing", what
// is possible.
struct Field {
    const char* name;
    std::size_t position;
    double missing_from, low, high;
    bool essential;
    std::vector<float> WeatherYear::*column;
    float scale = 1.0f;
};

const std::array fields{
    Field{"dry bulb", 6, 99.9, -90, 70, true, &WeatherYear::dry_bulb_degc},
    Field{"relative humidity", 8, 999, 0, 110, false, &WeatherYear::relative_humidity_share, 0.01f},
    Field{"horizontal infrared", 12, 9999, 0, 900, false, &WeatherYear::sky_infrared_w_per_m2},
    Field{"global horizontal", 13, 9999, 0, 1500, true, &WeatherYear::global_horizontal_w_per_m2},
    Field{"direct normal", 14, 9999, 0, 1500, true, &WeatherYear::direct_normal_w_per_m2},
    Field{"diffuse horizontal", 15, 9999, 0, 1200, true, &WeatherYear::diffuse_horizontal_w_per_m2},
    Field{"wind speed", 21, 999, 0, 100, false, &WeatherYear::wind_m_per_s},
};

// Straight lines over gaps; false when one is longer than we dare.
bool bridge(std::vector<float>& column, std::size_t& filled) {
    const std::size_t count = column.size();
    for (std::size_t h = 0; h < count;) {
        if (!city::is_missing(column[h])) {
            ++h;
            continue;
        }
        std::size_t end = h;
        while (end < count && city::is_missing(column[end])) ++end;
        if (end - h > longest_bridge_h || end - h == count) return false;
        const float before = h > 0 ? column[h - 1] : column[end],
                    after = end < count ? column[end] : before;
        for (std::size_t i = h; i < end; ++i)
            column[i] = before + (after - before) * static_cast<float>(i - h + 1) /
                                     static_cast<float>(end - h + 1);
        filled += end - h;
        h = end;
    }
    return true;
}

// Where the file has no sky radiation: Brunt's clear-sky emissivity in the fit of Berdahl and
// Martin (1984), by dew point, here from the Magnus formula. Cloud is not known then; the note says
// so.
float clear_sky_infrared(float dry_bulb_degc, float humidity_share) {
    const double t = dry_bulb_degc, rh = std::clamp(static_cast<double>(humidity_share), 0.05, 1.0);
    const double magnus = std::log(rh) + 17.62 * t / (243.12 + t),
                 dew = 243.12 * magnus / (17.62 - magnus);
    const double emissivity = 0.711 + 0.56 * dew / 100.0 + 0.73 * (dew / 100.0) * (dew / 100.0);
    return static_cast<float>(emissivity * stefan_boltzmann_w_per_m2k4 * std::pow(t + 273.15, 4));
}

// The warmest annual mean that a place has: 34.6 °C at Dallol, 14 degrees north; 25 °C in Death
// Valley at 36; -9 °C within the polar circle is Barrow's, Tromso's is 3. A line above all of them.
double warmest_mean_degc(double latitude_deg) {
    return 36.0 - 0.45 * std::max(0.0, std::abs(latitude_deg) - 25.0);
}
constexpr double coldest_mean_degc = -60.0;  // -57 at Dome Argus
// The Faroe Islands have 700 kWh/m2 a year, the dullest towns at all some 600.
constexpr double dullest_kwh_per_m2 = 500.0;

// What the whole year is that no single hour shows.
city::Result<void> look_at_the_year(WeatherYear& year) {
    double mean_degc = 0.0, sun_kwh_per_m2 = 0.0;
    for (std::size_t h = 0; h < year.hours(); ++h) {
        mean_degc += static_cast<double>(year.dry_bulb_degc[h]) / static_cast<double>(year.hours());
        sun_kwh_per_m2 += static_cast<double>(year.global_horizontal_w_per_m2[h]) / 1000.0;
    }
    const double warmest = warmest_mean_degc(year.position.lat_deg);
    if (mean_degc > warmest)
        return city::fail("its mean dry bulb is " + std::to_string(std::lround(mean_degc)) +
                          " degC, no climate at " +
                          std::to_string(std::lround(year.position.lat_deg)) +
                          " degrees of latitude: are these degrees Fahrenheit? (" +
                          std::to_string(std::lround((mean_degc - 32.0) / 1.8)) + " degC then)");
    if (mean_degc < coldest_mean_degc)
        return city::fail("its mean dry bulb is " + std::to_string(std::lround(mean_degc)) +
                          " degC, no climate on Earth");
    if (sun_kwh_per_m2 < 1.0)
        year.notes.push_back(
            "the sun never shines in it: no heat through windows and no solar power, results will "
            "be wrong");
    else if (sun_kwh_per_m2 < dullest_kwh_per_m2)
        year.notes.push_back("only " + std::to_string(std::lround(sun_kwh_per_m2)) +
                             " kWh/m2 of sun in the year, less than anywhere people live: is its "
                             "unit another than W/m2?");
    return {};
}

int weekday_of(std::string_view name) {
    static constexpr std::array names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
    for (std::size_t d = 0; d < names.size(); ++d)
        if (trimmed(name) == names[d]) return static_cast<int>(d);
    return -1;
}

}  // namespace

city::Result<WeatherYear> parse_epw(std::string_view text, std::string_view name) {
    const auto refuse = [&](const std::string& why) {
        return city::fail("weather file: " + why + ": " + std::string(name));
    };
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);  // a byte order mark
    WeatherYear year;
    std::size_t line_number = 0, row = 0;
    bool data = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++line_number;
        if (line.empty()) continue;
        const auto part = split(line);
        const std::string where = " in line " + std::to_string(line_number);
        if (line_number == 1) {
            if (trimmed(part[0]) != "LOCATION" || part.size() < 10)
                return refuse("the first line is not an EPW LOCATION header");
            year.place = std::string(trimmed(part[1]));
            year.source = std::string(trimmed(part[4]));
            year.position = {number(part[7]), number(part[6])};
            year.utc_offset_h = number(part[8]);
            year.elevation_m = number(part[9]);
            if (!(std::abs(year.position.lat_deg) <= 90.0) ||
                !(std::abs(year.position.lon_deg) <= 180.0) ||
                !(std::abs(year.utc_offset_h) <= 14.0) || !(std::abs(year.elevation_m) < 9000.0))
                return refuse(
                    "latitude, longitude, time zone or elevation of the LOCATION header are not "
                    "possible");
            continue;
        }
        if (!data && trimmed(part[0]) == "DATA PERIODS") {
            if (part.size() > 4 && weekday_of(part[4]) >= 0)
                year.first_weekday = weekday_of(part[4]);
            if (part.size() > 2 && number(part[2]) > 1.0)
                return refuse("holds more than one record an hour" + where);
            data = true;
            continue;
        }
        if (!data) continue;
        if (part.size() < 22 && line.find(';') != std::string_view::npos)
            return refuse("its columns are divided by semicolons" + where +
                          ", an EPW file has commas between them and points in its numbers");
        if (part.size() < 22)
            return refuse("only " + std::to_string(part.size()) + " columns" + where +
                          " (35 expected)");
        const double month = number(part[1]), day = number(part[2]), hour = number(part[3]);
        if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour >= 1 && hour <= 24))
            return refuse("no valid month, day and hour" + where);
        const auto hour_of_day = static_cast<std::uint8_t>(hour - 1);
        if (hour_of_day != row % 24) return refuse("an hour is missing or out of order" + where);
        if (row >= 8784) return refuse("more than 8784 hours");
        year.month.push_back(static_cast<std::uint8_t>(month));
        year.day.push_back(static_cast<std::uint8_t>(day));
        year.hour.push_back(hour_of_day);
        for (const Field& field : fields) {
            const double value = number(part[field.position]);
            const bool known = std::isfinite(value) && value < field.missing_from &&
                               value >= field.low && value <= field.high;
            (year.*field.column)
                .push_back(known ? static_cast<float>(value) * field.scale : city::missing);
        }
        ++row;
    }
    if (!data) return refuse("no DATA PERIODS header");
    if (row != 8760 && row != 8784)
        return refuse("holds " + std::to_string(row) + " hours, not 8760 or 8784");
    for (std::size_t h = 24; h < row; h += 24)
        if (day_of_year(2004, year.month[h], year.day[h]) <=
            day_of_year(2004, year.month[h - 24], year.day[h - 24]))
            return refuse("days are out of order at row " + std::to_string(h + 1));
    for (const Field& field : fields) {
        std::size_t filled = 0;
        auto& column = year.*field.column;
        if (bridge(column, filled)) {
            if (filled > 0)
                year.notes.push_back(std::to_string(filled) + " h of " + field.name +
                                     " bridged by straight lines");
        } else if (field.essential) {
            return refuse(std::string(field.name) + " is missing for more than " +
                          std::to_string(longest_bridge_h) + " hours on end");
        } else if (field.column == &WeatherYear::sky_infrared_w_per_m2) {
            for (std::size_t h = 0; h < row; ++h)
                column[h] =
                    city::is_missing(column[h])
                        ? clear_sky_infrared(year.dry_bulb_degc[h], year.relative_humidity_share[h])
                        : column[h];
            year.notes.push_back("sky radiation is missing: taken as from a clear sky");
        } else {
            const float stand_in = field.column == &WeatherYear::wind_m_per_s ? 3.0f : 0.6f;
            std::replace_if(
                column.begin(), column.end(), [](float v) { return city::is_missing(v); },
                stand_in);
            year.notes.push_back(std::string(field.name) + " is missing: " +
                                 (stand_in > 1.0f ? "3 m/s" : "60 %") + " stands in");
        }
    }
    // A file whose sky is everywhere zero did not measure it.
    if (*std::max_element(year.sky_infrared_w_per_m2.begin(), year.sky_infrared_w_per_m2.end()) <
        50.0f) {
        for (std::size_t h = 0; h < row; ++h)
            year.sky_infrared_w_per_m2[h] =
                clear_sky_infrared(year.dry_bulb_degc[h], year.relative_humidity_share[h]);
        year.notes.push_back("sky radiation is zero throughout: taken as from a clear sky");
    }
    if (const auto ok = look_at_the_year(year); !ok) return refuse(ok.error().message);
    return year;
}

double distance_km(city::LonLat a, city::LonLat b) {
    constexpr double earth_radius_km = 6371.0;
    const double half_lat = (b.lat_deg - a.lat_deg) * city::rad_per_deg / 2.0,
                 half_lon = (b.lon_deg - a.lon_deg) * city::rad_per_deg / 2.0;
    const double chord =
        std::sin(half_lat) * std::sin(half_lat) + std::cos(a.lat_deg * city::rad_per_deg) *
                                                      std::cos(b.lat_deg * city::rad_per_deg) *
                                                      std::sin(half_lon) * std::sin(half_lon);
    return 2.0 * earth_radius_km * std::asin(std::sqrt(std::min(chord, 1.0)));
}

DegreeDaySums degree_days_18(const WeatherYear& weather) {
    DegreeDaySums sums{0.0, 0.0};
    for (std::size_t first = 0; first + 24 <= weather.hours(); first += 24) {
        double mean = 0.0;
        for (std::size_t h = first; h < first + 24; ++h)
            mean += static_cast<double>(weather.dry_bulb_degc[h]) / 24.0;
        sums.heating += std::max(18.0 - mean, 0.0);
        sums.cooling += std::max(mean - 18.0, 0.0);
    }
    return sums;
}

}  // namespace emissions
