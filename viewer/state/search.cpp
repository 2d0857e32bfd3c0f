#include "viewer/state/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "geo/crs/crs_transform.h"

namespace viewer {

namespace {

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where `part` (lowered already) stands in `whole`; npos when it does not.
std::size_t place_of(std::string_view whole, std::string_view part) {
    const auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end(),
                                [](char a, char b) { return lowered(a) == b; });
    return at == whole.end() ? std::string_view::npos
                             : static_cast<std::size_t>(at - whole.begin());
}

}  // namespace

std::vector<SearchHit> find_buildings(const city::CityModel& model, std::size_t city,
                                      std::string_view text, std::size_t most) {
    std::string wanted(text);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lowered);
    std::array<std::vector<SearchHit>, 3> by_rank;
    if (wanted.empty()) return {};
    const city::Buildings& b = model.buildings;
    for (std::size_t i = 0; i < b.count(); ++i) {
        const std::size_t in_name = place_of(b.name[i], wanted), in_id = place_of(b.id[i], wanted);
        if (in_name == std::string_view::npos && in_id == std::string_view::npos) continue;
        const std::size_t rank = in_id == 0 && b.id[i].size() == wanted.size() ? 0
                                 : in_name == 0                                ? 1
                                                                               : 2;
        if (by_rank[rank].size() >= most) continue;
        std::string label(b.name[i]);
        if (!label.empty() && !b.id[i].empty()) label += "  ";
        label += b.id[i];
        by_rank[rank].push_back({city, static_cast<int>(i), std::move(label), -1, std::nullopt});
    }
    std::vector<SearchHit> hits;
    for (auto& rank : by_rank)
        for (SearchHit& hit : rank)
            if (hits.size() < most) hits.push_back(std::move(hit));
    return hits;
}

std::vector<SearchHit> find_roads(const city::CityModel& model, std::size_t city,
                                  std::string_view text, std::size_t most) {
    std::string wanted(text);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lowered);
    if (wanted.empty()) return {};
    const city::Roads& roads = model.roads;
    struct Street {
        int longest = -1;
        float length_m = -1;
        bool begins = false;
    };
    std::map<std::string_view, Street> streets;
    for (std::size_t i = 0; i < roads.count(); ++i) {
        const std::size_t at = place_of(roads.name[i], wanted);
        if (at == std::string_view::npos || roads.name[i].empty()) continue;
        Street& street = streets[roads.name[i]];
        street.begins = at == 0;
        if (roads.length_m[i] > street.length_m) {
            street.longest = static_cast<int>(i);
            street.length_m = roads.length_m[i];
        }
    }
    std::vector<SearchHit> hits;
    for (const bool begins : {true, false})
        for (const auto& [name, street] : streets)
            if (street.begins == begins && street.longest >= 0 && hits.size() < most)
                hits.push_back({city, -1, std::string(name), street.longest, std::nullopt});
    return hits;
}

std::optional<city::LonLat> lonlat_from(std::string_view text) {
    const std::string copy(text);
    const char* at = copy.c_str();
    char* end = nullptr;
    double n[2];
    for (double& number : n) {
        number = std::strtod(at, &end);
        if (end == at || !std::isfinite(number)) return std::nullopt;
        at = end;
        // Both kinds of comma: a Chinese keyboard writes the wide one.
        if (std::string_view(at).substr(0, 3) == "，") at += 3;
        while (*at == ',' || *at == ' ') ++at;
    }
    if (*at != 0) return std::nullopt;
    if (std::abs(n[0]) <= 90.0 && std::abs(n[1]) > 90.0) std::swap(n[0], n[1]);
    if (std::abs(n[0]) > 180.0 || std::abs(n[1]) > 90.0) return std::nullopt;
    return city::LonLat{n[0], n[1]};
}

std::optional<SearchHit> find_place(const city::CityModel& model, std::size_t city,
                                    city::LonLat place) {
    const city::LocalFrame& frame = model.frame;
    std::optional<city::MapPoint> on_map;
    if (frame.map_crs() != "local") {
        const auto to_map = crs::CrsTransform::create("EPSG:4326", frame.map_crs());
        if (to_map) on_map = to_map->forward(city::MapPoint{place.lon_deg, place.lat_deg});
        if (on_map && !(std::isfinite(on_map->x) && std::isfinite(on_map->y))) return std::nullopt;
    }
    if (!on_map) {
        // An invented city: back along LocalFrame::lonlat_near.
        const city::LonLat origin = frame.origin_lonlat(), north = frame.lonlat_near({0, 1000}),
                           east = frame.lonlat_near({1000, 0});
        on_map = frame.to_map(glm::vec2(
            1000.0 * (place.lon_deg - origin.lon_deg) / (east.lon_deg - origin.lon_deg),
            1000.0 * (place.lat_deg - origin.lat_deg) / (north.lat_deg - origin.lat_deg)));
    }
    const city::MapBox box = extent(model);
    if (box.empty()) return std::nullopt;
    const double reach_m = std::max({box.high.x - box.low.x, box.high.y - box.low.y, 5000.0});
    if (on_map->x < box.low.x - reach_m || on_map->y < box.low.y - reach_m ||
        on_map->x > box.high.x + reach_m || on_map->y > box.high.y + reach_m)
        return std::nullopt;
    const auto degrees = [](double value, const char* positive, const char* negative) {
        return fmt::format("{:.4f}° {}", std::abs(value), value < 0 ? negative : positive);
    };
    return SearchHit{city, -1,
                     degrees(place.lon_deg, "E", "W") + "  " + degrees(place.lat_deg, "N", "S"), -1,
                     frame.to_local(*on_map)};
}

std::vector<SearchHit> find_all(const city::CityModel& model, std::size_t city,
                                std::string_view text, std::size_t most) {
    std::vector<SearchHit> hits;
    if (const auto lonlat = lonlat_from(text))
        if (auto place = find_place(model, city, *lonlat)) hits.push_back(std::move(*place));
    std::vector<SearchHit> buildings = find_buildings(model, city, text, most),
                           roads = find_roads(model, city, text, most);
    // Half each, and what one of them leaves over goes to the other.
    const std::size_t left = most - std::min(most, hits.size()), half = left / 2;
    const std::size_t take_roads =
        std::min(roads.size(), std::max(half, left - std::min(left, buildings.size())));
    const std::size_t take_buildings = std::min(buildings.size(), left - take_roads);
    for (std::size_t k = 0; k < take_buildings; ++k) hits.push_back(std::move(buildings[k]));
    for (std::size_t k = 0; k < take_roads; ++k) hits.push_back(std::move(roads[k]));
    return hits;
}

}  // namespace viewer
