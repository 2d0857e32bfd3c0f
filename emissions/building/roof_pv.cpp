#include "emissions/building/roof_pv.h"

#include "emissions/reference/nearest_station.h"
#include "emissions/reference/tables.h"

namespace emissions {

namespace {

double specific_yield_kwh_per_kw(const city::CityModel& city, const reference::Library& library,
                                 const std::string& country) {
    const auto& tables = library.tables();
    const auto of = [&](const std::string& place) {
        return tables.pv.value(place, "rooftop_pv", "specific_yield");
    };
    const auto station = reference::station_for(
        tables.climates, city.info.climate, city.frame.origin_lonlat(), reference::same_weather_km,
        [&](const std::string& place) { return of(place).has_value(); });
    return of(station.value_or(country == "US" ? "California" : "China")).value_or(0.0);
}

}  // namespace

Roofs roofs_of(const city::CityModel& city, const reference::Library& library,
               const std::string& country) {
    Roofs roofs;
    roofs.yield_kwh_per_kw = specific_yield_kwh_per_kw(city, library, country);
    roofs.area_m2 = city.buildings.footprint_area_m2;
    roofs.pitched.reserve(roofs.area_m2.size());
    for (const city::BuildingUse use : city.buildings.use)
        roofs.pitched.push_back(use == city::BuildingUse::residential_detached ||
                                use == city::BuildingUse::residential_attached);
    return roofs;
}

}  // namespace emissions
