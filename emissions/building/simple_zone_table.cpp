#include "emissions/building/simple_zone_table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "emissions/reference/csv_record.h"

namespace emissions {

namespace {

struct NumberColumn {
    const char* name;
    double SimpleZone::*member;
    double low;  ///< smallest that makes sense
    bool may_be_infinite = false;
};

constexpr double smallest = 1e-9;
const std::array number_columns{
    NumberColumn{"floor_area_m2", &SimpleZone::floor_area_m2, smallest},
    NumberColumn{"mass_area_m2", &SimpleZone::mass_area_m2, smallest},
    NumberColumn{"internal_area_m2", &SimpleZone::internal_area_m2, smallest},
    NumberColumn{"heat_capacity_j_per_k", &SimpleZone::heat_capacity_j_per_k, smallest},
    NumberColumn{"h_opaque_w_per_k", &SimpleZone::h_opaque_w_per_k, 0},
    NumberColumn{"h_window_w_per_k", &SimpleZone::h_window_w_per_k, 0},
    NumberColumn{"h_ventilation_w_per_k", &SimpleZone::h_ventilation_w_per_k, 0},
    NumberColumn{"solar_aperture_m2", &SimpleZone::solar_aperture_m2, 0},
    NumberColumn{"internal_gain_base_w", &SimpleZone::internal_gain_base_w, 0},
    NumberColumn{"internal_gain_day_w", &SimpleZone::internal_gain_day_w, 0},
    NumberColumn{"heating_setpoint_degc", &SimpleZone::heating_setpoint_degc, -100},
    NumberColumn{"cooling_setpoint_degc", &SimpleZone::cooling_setpoint_degc, -100},
    NumberColumn{"heating_max_w", &SimpleZone::heating_max_w, 0, true},
    NumberColumn{"cooling_max_w", &SimpleZone::cooling_max_w, 0, true},
};

}  // namespace

city::Result<std::vector<SimpleZone>> parse_simple_zones(std::string_view csv) {
    constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();
    std::vector<SimpleZone> zones;
    std::set<std::string, std::less<>> ids;
    std::size_t id_at = absent, weather_at = absent, line_number = 0;
    std::array<std::size_t, number_columns.size()> at;
    at.fill(absent);
    if (csv.substr(0, 3) == "\xEF\xBB\xBF") csv.remove_prefix(3);
    while (!csv.empty()) {
        const std::vector<std::string> fields = reference::take_record(csv);
        ++line_number;
        if (fields.size() == 1 && fields[0].empty()) continue;
        const std::string where = " in line " + std::to_string(line_number);
        if (id_at == absent) {
            for (std::size_t f = 0; f < fields.size(); ++f) {
                if (fields[f] == "zone_id") id_at = f;
                if (fields[f] == "weather") weather_at = f;
                for (std::size_t c = 0; c < number_columns.size(); ++c)
                    if (fields[f] == number_columns[c].name) at[c] = f;
            }
            if (id_at == absent) return city::fail("zones: no column zone_id" + where);
            if (weather_at == absent) return city::fail("zones: no column weather" + where);
            for (std::size_t c = 0; c < number_columns.size(); ++c)
                if (at[c] == absent)
                    return city::fail(std::string("zones: no column ") + number_columns[c].name);
            continue;
        }
        SimpleZone zone{};
        const auto field = [&](std::size_t f) {
            return f < fields.size() ? std::string_view(fields[f]) : std::string_view{};
        };
        zone.id = std::string(field(id_at));
        zone.weather = std::string(field(weather_at));
        if (zone.id.empty() || zone.weather.empty())
            return city::fail("zones: zone_id or weather is empty" + where);
        if (!ids.insert(zone.id).second)
            return city::fail("zones: " + zone.id + " appears twice" + where);
        for (std::size_t c = 0; c < number_columns.size(); ++c) {
            const std::string_view text = field(at[c]);
            double value = 0.0;
            const auto [stop, error] =
                std::from_chars(text.data(), text.data() + text.size(), value);
            const bool number =
                error == std::errc{} && stop == text.data() + text.size() && !std::isnan(value);
            if (!number || value < number_columns[c].low ||
                (std::isinf(value) && !number_columns[c].may_be_infinite))
                return city::fail("zones: " + std::string(number_columns[c].name) + " of zone " +
                                  zone.id + " cannot be '" + std::string(text) + "'" + where);
            zone.*number_columns[c].member = value;
        }
        zones.push_back(std::move(zone));
    }
    if (zones.empty()) return city::fail("zones: the table has no rows");
    return zones;
}

}  // namespace emissions
