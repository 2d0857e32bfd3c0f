#include "emissions/reference/nearest_station.h"

#include <cmath>

#include "geo/city/units.h"

namespace emissions::reference {

std::optional<std::string> station_for(const Table& climates, const std::string& named,
                                       city::LonLat here, double radius_km,
                                       const std::function<bool(const std::string& place)>& has) {
    if (has(named)) return named;
    const double parallel = std::cos(here.lat_deg * city::rad_per_deg);
    double nearest_km = radius_km;
    std::optional<std::string> station;
    for (const Fact& fact : climates.facts()) {
        if (fact.quantity != "latitude") continue;
        const auto longitude = climates.value(fact.place, "climate", "longitude");
        if (!longitude) continue;
        const double away_km =
            std::hypot((*longitude - here.lon_deg) * parallel, fact.value - here.lat_deg) *
            km_per_degree;
        if (away_km < nearest_km && has(fact.place)) {
            nearest_km = away_km;
            station = fact.place;
        }
    }
    return station;
}

}  // namespace emissions::reference
