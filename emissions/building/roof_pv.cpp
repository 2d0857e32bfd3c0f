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

Column roof_pv_kwh(const city::CityModel& city, const reference::Library& library,
                   const std::string& country) {
    const auto& measures = library.tables().measures;
    const auto share = [&](const char* quantity) {
        return measures.value(country, "rooftop_pv", quantity).value_or(0.0);
    };
    const double per_m2 =
        share("module_kw_per_m2") * specific_yield_kwh_per_kw(city, library, country);
    const auto flat = static_cast<float>(share("usable_roof_share_flat") * per_m2),
               sloped = static_cast<float>(share("usable_roof_share_sloped") * per_m2);
    Column potential(city.buildings.count());
    for (std::size_t i = 0; i < potential.size(); ++i) {
        const city::BuildingUse use = city.buildings.use[i];
        const bool pitched = use == city::BuildingUse::residential_detached ||
                             use == city::BuildingUse::residential_attached;
        potential[i] = city.buildings.footprint_area_m2[i] * (pitched ? sloped : flat);
    }
    return potential;
}

}  // namespace emissions
