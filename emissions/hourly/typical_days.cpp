#include "emissions/hourly/typical_days.h"

#include <algorithm>
#include <cmath>

#include "emissions/climate/sun_position.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

using reference::WeekSchedule;
using Week = std::array<WeekSchedule::Day, 7>;

constexpr float base_degc = 18.0f;
constexpr float occupied_from = 0.1f;  // as in the hourly method
constexpr float set_back_share = 0.4f,
                idle_share = 0.15f;    // of the plant at night and in empty rooms: our assumption
constexpr float fans_at_night = 0.1f;  // of the fans in empty rooms: our assumption

// Mean of each slot's hours outdoors.
struct OutdoorDays {
    SlotValues cold_kelvin{}, warm_kelvin{}, sun_w_per_m2{};  // below and above the base
};

OutdoorDays measured(const WeatherYear& weather) {
    OutdoorDays days;
    SlotValues hours{};
    for (std::size_t h = 0; h < weather.hours(); ++h) {
        const std::size_t weekday = (static_cast<std::size_t>(weather.first_weekday) + h / 24) % 7;
        const std::size_t slot =
            slot_of(static_cast<std::size_t>(weather.month[h] - 1),
                    weekday >= 5 ? DayKind::weekend : DayKind::weekday, weather.hour[h]);
        const float degc = weather.mean_dry_bulb_degc(h);
        days.cold_kelvin[slot] += std::max(0.0f, base_degc - degc);
        days.warm_kelvin[slot] += std::max(0.0f, degc - base_degc);
        days.sun_w_per_m2[slot] += weather.global_horizontal_w_per_m2[h];
        hours[slot] += 1.0f;
    }
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        for (SlotValues* values : {&days.cold_kelvin, &days.warm_kelvin, &days.sun_w_per_m2})
            (*values)[slot] /= std::max(hours[slot], 1.0f);
    // The sun knows no weekend: one course for both kinds of day, so that a few clouds do not make
    // one.
    for (std::size_t month = 0; month < 12; ++month)
        for (std::size_t hour = 0; hour < 24; ++hour) {
            float &a = days.sun_w_per_m2[slot_of(month, DayKind::weekday, hour)],
                  &b = days.sun_w_per_m2[slot_of(month, DayKind::weekend, hour)];
            a = b = (5.0f * a + 2.0f * b) / 7.0f;
        }
    return days;
}

OutdoorDays assumed(city::LonLat here) {
    OutdoorDays days;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const auto month = static_cast<double>(slot / 48),
                   hour = static_cast<double>(slot % 24) + 0.5;
        const double degc = 15.0 -
                            11.0 * std::cos(city::pi * month / 6.0) * (here.lat_deg < 0 ? -1 : 1) +
                            4.0 * std::cos(city::pi * (hour - 15.0) / 12.0);
        days.cold_kelvin[slot] =
            static_cast<float>(std::max(0.0, static_cast<double>(base_degc) - degc));
        days.warm_kelvin[slot] =
            static_cast<float>(std::max(0.0, degc - static_cast<double>(base_degc)));
        const auto sun =
            sun_position(here, {2024, static_cast<int>(month) + 1, 15, hour, here.lon_deg / 15.0});
        days.sun_w_per_m2[slot] = static_cast<float>(std::max(0.0, std::sin(sun.altitude_rad)));
    }
    return days;
}

// Monday to Friday, or both weekend days, as one.
float mean_share(const Week& week, DayKind kind, std::size_t hour) {
    float sum = 0;
    const std::size_t first = kind == DayKind::weekday ? 0 : 5,
                      last = kind == DayKind::weekday ? 5 : 7;
    for (std::size_t day = first; day < last; ++day) sum += week[day][hour];
    return sum / static_cast<float>(last - first);
}

SlotValues slots_of(const Week& week) {
    SlotValues values;
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        values[slot] = mean_share(week, static_cast<DayKind>(slot / 24 % 2), slot % 24);
    return values;
}

float plant_on(const Archetype& a, DayKind kind, std::size_t hour) {
    if (a.home) return hour >= 23 || hour < 6 ? set_back_share : 1.0f;
    const float soon =
        std::max(mean_share(a.schedule->occupancy, kind, hour),
                 mean_share(a.schedule->occupancy, kind, std::min<std::size_t>(hour + 1, 23)));
    return soon > occupied_from ? 1.0f : idle_share;
}

// Plug loads by their schedule, fans with the people, cold rooms always; shares by what each takes
// in a year.
SlotValues appliances_of(const Archetype& a, const DayCounts& days) {
    SlotValues values{};
    const auto add = [&](auto&& share, float kwh_per_m2) {
        SlotValues one;
        double sum = 0;
        for (std::size_t slot = 0; slot < slot_count; ++slot) {
            one[slot] = share(static_cast<DayKind>(slot / 24 % 2), slot % 24);
            sum += static_cast<double>(one[slot] * days.of_slot(slot));
        }
        if (sum <= 0.0 || kwh_per_m2 <= 0.0f) return;
        for (std::size_t slot = 0; slot < slot_count; ++slot)
            values[slot] += one[slot] * kwh_per_m2 / static_cast<float>(sum);
    };
    double plug_hours = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        plug_hours += static_cast<double>(
            mean_share(a.schedule->equipment, static_cast<DayKind>(slot / 24 % 2), slot % 24) *
            days.of_slot(slot));
    add([&](DayKind kind,
            std::size_t hour) { return mean_share(a.schedule->equipment, kind, hour); },
        a.plugs_w_per_m2 * static_cast<float>(plug_hours * city::kwh_per_wh));
    add(
        [&](DayKind kind, std::size_t hour) {
            return mean_share(a.schedule->occupancy, kind, hour) > occupied_from ? 1.0f
                                                                                 : fans_at_night;
        },
        a.fans_kwh_per_m2);
    add([](DayKind, std::size_t) { return 1.0f; }, a.refrigeration_kwh_per_m2);
    return values;
}

}  // namespace

LoadShapes typical_days(const city::CityModel& city, const Archetypes* archetypes,
                        const WeatherYear* weather) {
    LoadShapes shapes;
    shapes.days = day_counts(weather != nullptr ? weather->first_weekday : 0);
    shapes.season_assumed = weather == nullptr;
    const OutdoorDays outdoors =
        weather != nullptr ? measured(*weather) : assumed(city.frame.origin_lonlat());
    double sun_sum = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        sun_sum += static_cast<double>(outdoors.sun_w_per_m2[slot] * shapes.days.of_slot(slot));
    for (std::size_t slot = 0; slot < slot_count; ++slot)
        shapes.solar_kw_per_kwh[slot] =
            sun_sum > 0
                ? static_cast<float>(static_cast<double>(outdoors.sun_w_per_m2[slot]) / sun_sum)
                : 0.0f;

    // One row per archetype, the last for buildings without one: flat by day, heated and cooled by
    // the weather alone.
    const std::size_t known = archetypes != nullptr ? archetypes->all().size() : 0;
    for (ShapeTable* table : {&shapes.heating, &shapes.cooling, &shapes.hot_water, &shapes.lighting,
                              &shapes.appliances, &shapes.cooking})
        table->resize(known + 1, shapes.days);
    shapes.heating.set(known, outdoors.cold_kelvin, shapes.days);
    shapes.cooling.set(known, outdoors.warm_kelvin, shapes.days);
    shapes.first_simulated_row = known + 1;
    for (std::size_t row = 0; row < known; ++row) {
        const Archetype& a = archetypes->all()[row];
        SlotValues cold = outdoors.cold_kelvin, warm = outdoors.warm_kelvin;
        for (std::size_t slot = 0; slot < slot_count; ++slot) {
            const float on = plant_on(a, static_cast<DayKind>(slot / 24 % 2), slot % 24);
            cold[slot] *= on;
            warm[slot] *= on;
        }
        shapes.heating.set(row, cold, shapes.days);
        shapes.cooling.set(row, warm, shapes.days);
        shapes.lighting.set(row, slots_of(a.schedule->lighting), shapes.days);
        shapes.appliances.set(row, appliances_of(a, shapes.days), shapes.days);
        shapes.hot_water.set(row, slots_of(a.schedule->hot_water), shapes.days);
        shapes.cooking.set(row, slots_of(a.schedule->cooking), shapes.days);
    }
    const city::Buildings& b = city.buildings;
    shapes.schedule_row.assign(b.count(), static_cast<std::uint32_t>(known));
    if (archetypes != nullptr)
        for (std::size_t i = 0; i < b.count(); ++i)
            if (const int row = archetypes->row(b.use[i], b.construction_year[i]); row >= 0)
                shapes.schedule_row[i] = static_cast<std::uint32_t>(row);
    shapes.thermal_row = shapes.schedule_row;
    return shapes;
}

}  // namespace emissions
