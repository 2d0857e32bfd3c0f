// Which region a place lies in: even-odd over the rings of each outline whose box holds it.
#include "geo/crs/regions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "embedded/region_files.h"
#include "geo/city/units.h"

namespace crs {

namespace {

constexpr double km_per_degree = 111.195;  // of latitude, on the mean sphere of 6371 km

struct Corner {
    float lon_deg, lat_deg;
};

struct Region {
    std::string code, name;
    std::vector<std::vector<Corner>> rings;
    float west = 1e9f, south = 1e9f, east = -1e9f, north = -1e9f;
};

// "-122000 37000 5 -3 ...": the first corner, then steps, in thousandths of a degree.
std::vector<Corner> ring_of(std::string_view line) {
    std::vector<Corner> ring;
    long lon = 0, lat = 0;
    const char* at = line.data();
    const char* const end = at + line.size();
    const auto step = [&](long& value) {
        while (at < end && *at == ' ') ++at;
        long by = 0;
        const auto [after, error] = std::from_chars(at, end, by);
        if (error != std::errc{}) return false;
        at = after;
        value += by;
        return true;
    };
    while (step(lon) && step(lat))
        ring.push_back({static_cast<float>(lon) * 0.001f, static_cast<float>(lat) * 0.001f});
    return ring;
}

std::vector<Region> read_regions() {
    std::string_view text = region_files::embedded_file("regions.txt").value_or("");
    std::vector<Region> regions;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line[0] == '#') continue;
        if (line[0] >= 'A' && line[0] <= 'Z') {
            const std::size_t blank = std::min(line.find(' '), line.size());
            regions.emplace_back();
            regions.back().code = line.substr(0, blank);
            regions.back().name = line.substr(std::min(blank + 1, line.size()));
        } else if (!regions.empty()) {
            Region& region = regions.back();
            region.rings.push_back(ring_of(line));
            for (const Corner c : region.rings.back()) {
                region.west = std::min(region.west, c.lon_deg);
                region.east = std::max(region.east, c.lon_deg);
                region.south = std::min(region.south, c.lat_deg);
                region.north = std::max(region.north, c.lat_deg);
            }
        }
    }
    return regions;
}

const std::vector<Region>& regions() {
    static const std::vector<Region> read = read_regions();
    return read;
}

bool near_box(const Region& region, city::LonLat place, double margin_deg) {
    const double parallel = std::max(0.05, std::cos(place.lat_deg * city::rad_per_deg));
    const double margin_lon_deg = margin_deg / parallel;
    return place.lon_deg >= static_cast<double>(region.west) - margin_lon_deg &&
           place.lon_deg <= static_cast<double>(region.east) + margin_lon_deg &&
           place.lat_deg >= static_cast<double>(region.south) - margin_deg &&
           place.lat_deg <= static_cast<double>(region.north) + margin_deg;
}

bool contains(const Region& region, city::LonLat place) {
    bool inside = false;
    for (const std::vector<Corner>& ring : region.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double ax = static_cast<double>(ring[i].lon_deg),
                         ay = static_cast<double>(ring[i].lat_deg),
                         bx = static_cast<double>(ring[j].lon_deg),
                         by = static_cast<double>(ring[j].lat_deg);
            if ((ay > place.lat_deg) != (by > place.lat_deg) &&
                place.lon_deg < ax + (place.lat_deg - ay) / (by - ay) * (bx - ax))
                inside = !inside;
        }
    return inside;
}

// From the place to the nearest edge, on a plane that touches the sphere there.
double distance_km(const Region& region, city::LonLat place) {
    const double parallel = std::cos(place.lat_deg * city::rad_per_deg);
    double nearest = std::numeric_limits<double>::infinity();
    for (const std::vector<Corner>& ring : region.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const auto flat = [&](Corner c) {
                return std::pair((static_cast<double>(c.lon_deg) - place.lon_deg) * parallel,
                                 static_cast<double>(c.lat_deg) - place.lat_deg);
            };
            const auto [ax, ay] = flat(ring[j]);
            const auto [bx, by] = flat(ring[i]);
            const double dx = bx - ax, dy = by - ay, length2 = dx * dx + dy * dy;
            const double t =
                length2 > 0.0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
            nearest = std::min(nearest, std::hypot(ax + t * dx, ay + t * dy));
        }
    return nearest * km_per_degree;
}

bool is_place(city::LonLat place) {
    return std::abs(place.lon_deg) <= 180.0 && std::abs(place.lat_deg) <= 90.0;
}

bool is_part_of(const Region& region, const std::string& code) {
    return region.code == code || country_of(region.code) == code;
}

}  // namespace

std::string region_at(city::LonLat place) {
    if (!is_place(place)) return {};
    for (const Region& region : regions())
        if (near_box(region, place, 0.0) && contains(region, place)) return region.code;
    const Region* nearest = nullptr;
    double nearest_km = coast_km;
    for (const Region& region : regions()) {
        if (!near_box(region, place, coast_km / km_per_degree)) continue;
        const double away_km = distance_km(region, place);
        if (away_km < nearest_km) {
            nearest_km = away_km;
            nearest = &region;
        }
    }
    return nearest != nullptr ? nearest->code : "";
}

bool lies_in(const std::string& region, city::LonLat place, double margin_km) {
    if (!is_place(place)) return false;
    return std::any_of(regions().begin(), regions().end(), [&](const Region& candidate) {
        return is_part_of(candidate, region) &&
               near_box(candidate, place, margin_km / km_per_degree) &&
               (contains(candidate, place) || distance_km(candidate, place) < margin_km);
    });
}

std::string region_name(const std::string& region) {
    if (region == "US") return "United States";
    if (region == "CN") return "China";
    for (const Region& candidate : regions())
        if (candidate.code == region) return candidate.name;
    return {};
}

bool has_tables(const std::string& region) {
    const std::string country = country_of(region);
    return country == "US" || country == "CN";
}

std::string country_of(const std::string& region) {
    return region.substr(0, region.find('-'));
}

}  // namespace crs
