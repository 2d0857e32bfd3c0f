#include "geo/io/city_place.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "geo/crs/crs_transform.h"
#include "geo/crs/map_crs.h"
#include "geo/crs/regions.h"

namespace geo_io {

namespace {

using city::MapPoint;

constexpr std::size_t most_samples = 200;
// Outlines are good to a kilometre where it matters.
constexpr double border_km = 2.0;
constexpr double share_worth_telling = 0.05;

std::vector<city::LonLat> sample_of(const city::CityModel& city) {
    std::vector<city::LonLat> places;
    if (city.frame.map_crs() == crs::local_metres) return places;
    const auto to_map = crs::CrsTransform::create(crs::wgs84_lonlat, city.frame.map_crs());
    if (!to_map) return places;
    const bool of_buildings = city.buildings.count() > 0;
    const std::size_t count = of_buildings ? city.buildings.count() : city.roads.count();
    const std::size_t step = std::max<std::size_t>(count / most_samples, 1);
    for (std::size_t i = 0; i < count; i += step) {
        const auto points =
            of_buildings ? city.buildings.footprints.outer(i) : city.roads.lines.line(i);
        if (points.empty()) continue;
        const MapPoint degrees = to_map->inverse(points[0]);
        if (std::isfinite(degrees.x) && std::isfinite(degrees.y))
            places.push_back({degrees.x, degrees.y});
    }
    return places;
}

std::string percent(double share) {
    return std::to_string(std::lround(100.0 * share)) + " %";
}

std::string with_name(const std::string& region) {
    const std::string name = crs::region_name(region);
    return name.empty() ? region : region + " (" + name + ")";
}

}  // namespace

std::string settle_region(city::CityModel& city, city::LoadReport& report) {
    city::CityInfo& info = city.info;
    const std::string named = !info.region.empty() ? info.region : info.country;
    const std::vector<city::LonLat> places = sample_of(city);
    std::map<std::string, std::size_t> count_of;
    for (const city::LonLat place : places) ++count_of[crs::region_at(place)];
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& [region, count] : count_of)
        if (!region.empty()) found.emplace_back(count, region);
    std::sort(found.rbegin(), found.rend());
    const std::string here = found.empty() ? "" : found[0].second;
    const auto share = [&](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(places.size());
    };
    const char* what = city.buildings.count() > 0 ? " of the buildings" : " of the roads";
    // A country alone is made finer by the coordinates: [city] country = "US" in California.
    if (info.region.empty())
        info.region =
            info.country.empty() || crs::country_of(here) == info.country ? here : info.country;
    if (info.country.empty()) info.country = crs::country_of(info.region);
    if (!named.empty() && !here.empty() && crs::has_tables(named)) {
        const auto within = static_cast<std::size_t>(std::count_if(
            places.begin(), places.end(),
            [&](city::LonLat place) { return crs::lies_in(named, place, border_km); }));
        if (share(within) < 0.5)
            report.add(city::ProblemKind::place_doubtful,
                       "the city is said to be in " + named + ", but " +
                           percent(1.0 - share(within)) + what + " lie outside it, most in " +
                           with_name(here) +
                           ": is the region or the coordinate system wrong? The tables of " +
                           info.region + " are used");
    } else if (found.size() > 1 && share(found[1].first) >= share_worth_telling) {
        report.notes.push_back(percent(share(found[1].first)) + what + " lie in " +
                               with_name(found[1].second) + ": the tables of " +
                               with_name(info.region) + " are used for all");
    }
    return here;
}

}  // namespace geo_io
