#include "emissions/hourly/traffic_shapes.h"

#include "emissions/reference/tables.h"
#include "geo/city/units.h"

namespace emissions {

namespace {

city::Result<SlotValues> slots_of(const reference::Table& table, const std::string& country,
                                  const std::string& group, const DayCounts& days) {
    // From "a year's mean day is 0.92 of a weekday" to what a weekend day is of a weekday.
    const auto year_over_weekday = table.value(country, group, "year_over_weekday");
    if (!year_over_weekday)
        return city::fail("traffic_hours.csv lacks year_over_weekday of " + group +
                          " vehicles in " + country);
    const double weekend_over_weekday = (7.0 * *year_over_weekday - 5.0) / 2.0;
    SlotValues slots{};
    double sum = 0;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        const bool weekend = slot / 24 % 2 == 1;
        const std::size_t hour = slot % 24;
        const auto share = table.value(country,
                                       group + (weekend ? " weekend h" : " weekday h") +
                                           (hour < 10 ? "0" : "") + std::to_string(hour),
                                       "share_of_day");
        if (!share)
            return city::fail("traffic_hours.csv lacks hour " + std::to_string(hour) + " of " +
                              group + " vehicles in " + country);
        slots[slot] = static_cast<float>(*share * (weekend ? weekend_over_weekday : 1.0));
        sum += static_cast<double>(slots[slot] * days.of_slot(slot));
    }
    for (float& one : slots) one *= static_cast<float>(city::days_per_year / sum);
    return slots;
}

}  // namespace

city::Result<TrafficShapes> traffic_shapes(const reference::Library& library,
                                           const std::string& country, const DayCounts& days) {
    const reference::Table& table = library.tables().traffic_hours;
    auto light = slots_of(table, country, "light", days),
         heavy = slots_of(table, country, "heavy", days);
    if (!light) return tl::unexpected(light.error());
    if (!heavy) return tl::unexpected(heavy.error());
    return TrafficShapes{*light, *heavy};
}

RoadResults light_vehicle_part(const TrafficBaseline& traffic, const EmissionFactors& factors,
                               const FleetOfRoads& fleet) {
    TrafficBaseline light = traffic;
    for (std::size_t i = 0; i < light.aadt.size(); ++i) {
        const float share = 1.0f - traffic.heavy_share[i];
        light.aadt[i] *= share;
        light.vehicle_km[i] *= share;
        light.heavy_share[i] = 0.0f;
    }
    RoadResults results;
    evaluate_traffic_into(light, factors, fleet, results);
    return results;
}

}  // namespace emissions
