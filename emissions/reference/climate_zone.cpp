#include "emissions/reference/climate_zone.h"

#include <cmath>

#include "emissions/reference/country.h"
#include "emissions/reference/nearest_station.h"
#include "emissions/reference/tables.h"
#include "geo/city/units.h"

namespace emissions::reference {

namespace {
// Reference cities lie some 100 km apart; further off California's zones mean nothing.
constexpr double zone_reach_km = 150.0;
}  // namespace

std::string climate_zone_at(const Library::Tables& tables, const std::string& region,
                            city::LonLat here) {
    if (region.rfind("CN", 0) == 0) return chinese_zone_of(region, tables.zones);
    const double parallel = std::cos(here.lat_deg * city::rad_per_deg);
    double nearest_km = zone_reach_km;
    std::string zone;
    for (const Fact& fact : tables.climates.facts()) {
        if (fact.subject != "reference city" || fact.quantity != "latitude") continue;
        const auto longitude = tables.climates.value(fact.place, "reference city", "longitude");
        if (!longitude) continue;
        const double away_km = km_per_degree * std::hypot((*longitude - here.lon_deg) * parallel,
                                                          fact.value - here.lat_deg);
        if (away_km < nearest_km) {
            nearest_km = away_km;
            zone = fact.place;
        }
    }
    return zone;
}

std::function<bool(const std::string& station)> speaks_for(const Library::Tables& tables,
                                                           const std::string& zone) {
    return [&tables, zone](const std::string& station) {
        return zone.empty() || tables.climates.find(station, "speaks for", zone) != nullptr;
    };
}

bool are_alike(const Library::Tables& tables, const std::string& zone, const std::string& other) {
    if (zone.empty() || other.empty() || zone == other) return true;
    for (const Fact& fact : tables.climates.facts())
        if (fact.subject == "speaks for" && fact.quantity == zone &&
            tables.climates.find(fact.place, "speaks for", other) != nullptr)
            return true;
    return false;
}

std::optional<std::string> climate_station_for(
    const Library::Tables& tables, const std::string& named, const std::string& region,
    city::LonLat here, const std::function<bool(const std::string& station)>& has) {
    if (has(named)) return named;
    const std::string zone = climate_zone_at(tables, region, here);
    const auto speaks = speaks_for(tables, zone);
    const auto fits = [&](const std::string& station) { return has(station) && speaks(station); };
    if (auto near = station_for(tables.climates, "", here, same_weather_km, fits)) return near;
    return zone.empty() ? std::nullopt
                        : station_for(tables.climates, "", here, like_climate_km, fits);
}

}  // namespace emissions::reference
