#include "study/hour_amount.h"

#include "emissions/accounting/factors.h"
#include "emissions/hourly/traffic_shapes.h"
#include "emissions/measures/whole_city.h"
#include "emissions/transport/traffic.h"
#include "geo/city/units.h"

namespace study {

using emissions::Carrier;
using emissions::EndUse;

emissions::AmountPerKwh amount_per_kwh(const emissions::Baseline& baseline,
                                       const emissions::Scenario& scenario, Quantity quantity) {
    if (const auto pollutant = pollutant_of(quantity)) return kg_of(baseline, scenario, *pollutant);
    switch (quantity) {
        case Quantity::energy:
            return emissions::kw_of_all();
        case Quantity::electricity:
            return kw_of_carrier(baseline, Carrier::electricity);
        case Quantity::natural_gas:
            return kw_of_carrier(baseline, Carrier::natural_gas);
        case Quantity::district_heat:
            return kw_of_carrier(baseline, Carrier::district_heat);
        case Quantity::heating:
            return emissions::kw_of_end_use(EndUse::heating);
        case Quantity::cooling:
            return emissions::kw_of_end_use(EndUse::cooling);
        case Quantity::hot_water:
            return emissions::kw_of_end_use(EndUse::hot_water);
        case Quantity::lighting:
            return emissions::kw_of_end_use(EndUse::lighting);
        case Quantity::pv:
            return emissions::kw_of_solar();
        default:
            return {};
    }
}

RoadDays road_days(const emissions::Baseline& baseline, const emissions::Scenario& scenario,
                   Quantity quantity) {
    RoadDays days;
    if (!on_roads(quantity)) return days;
    const auto factors = factors_for(baseline, scenario);
    emissions::Results all, light;
    const emissions::FleetOfRoads fleet = fleet_of(baseline, scenario);
    evaluate_traffic_into(baseline.traffic, factors, fleet, all.roads);
    light.roads = light_vehicle_part(baseline.traffic, factors, fleet);
    days.light.resize(all.roads.count());
    days.heavy.resize(all.roads.count());
    const float per_day =
        quantity == Quantity::traffic ? 1.0f : static_cast<float>(1.0 / city::days_per_year);
    for (std::size_t i = 0; i < days.light.size(); ++i) {
        const float lighter = road_amount(light.roads, quantity, i),
                    whole = road_amount(all.roads, quantity, i);
        days.light[i] = lighter * per_day;
        days.heavy[i] = (whole - lighter) * per_day;
    }
    return days;
}

emissions::SlotValues city_roads(const city::CityModel& city, const emissions::Baseline& baseline,
                                 const RoadDays& days, Quantity quantity) {
    emissions::SlotValues sums{};
    double light = 0, heavy = 0;
    const auto& length_m = city.roads.length_m;
    for (std::size_t i = 0; i < days.light.size(); ++i) {
        if (city::is_missing(days.light[i]) || city::is_missing(days.heavy[i])) continue;
        // The city's traffic is how far it drives.
        const double km =
            quantity == Quantity::traffic ? static_cast<double>(length_m[i]) * city::km_per_m : 1.0;
        light += static_cast<double>(days.light[i]) * km;
        heavy += static_cast<double>(days.heavy[i]) * km;
    }
    const emissions::TrafficShapes& hours = baseline.traffic_hours;
    for (std::size_t s = 0; s < emissions::slot_count; ++s)
        sums[s] = static_cast<float>(light) * hours.light_per_daily[s] +
                  static_cast<float>(heavy) * hours.heavy_per_daily[s];
    return sums;
}

}  // namespace study
