#include "geo/io/offset_detector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "geo/crs/bd09.h"
#include "geo/crs/crs_transform.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/map_crs.h"
#include "geo/io/offset_search.h"

namespace geo_io {

namespace {

using city::MapPoint;

// Fewer places on roads say nothing; and so many of them must come out of buildings.
constexpr std::size_t least_places = 300;
constexpr double least_places_freed = 60.0;
// As they stand, roads run through buildings about as often as anywhere; undone, much more seldom.
constexpr double looks_random = 0.55, looks_right = 0.5;
// Moved to where they belong, buildings stand beside roads; moved away they stand beside none. (By
// chance they stand closer: streets are wide.)
constexpr double stands_beside = 0.4;
// Datums of free maps and imagery agree with each other to some 10 m.
constexpr double search_m = 32.0, agrees_m = 30.0;
// Chance moves for comparison: a coarse grid of this reach, without what lies close to zero.
constexpr double chance_reach_m = 800.0, chance_step_m = 160.0;

// One way to explain what is seen: the buildings lie `off_m` beside the roads.
struct Explanation {
    MapPoint off_m;
    const char *buildings, *roads;  ///< which offset each carries; "" = none
};

// "482 m to 114 degrees (east-south-east)".
std::string in_words(MapPoint off_m) {
    constexpr std::array names{"north", "north-north-east", "north-east", "east-north-east",
                               "east",  "east-south-east",  "south-east", "south-south-east",
                               "south", "south-south-west", "south-west", "west-south-west",
                               "west",  "west-north-west",  "north-west", "north-north-west"};
    double bearing_deg = std::atan2(off_m.x, off_m.y) * 180.0 / 3.14159265358979323846;
    if (bearing_deg < 0.0) bearing_deg += 360.0;
    const auto name = static_cast<std::size_t>(std::lround(bearing_deg / 22.5)) % names.size();
    char words[96];
    std::snprintf(words, sizeof words, "%.0f m towards %.0f degrees (%s)",
                  std::hypot(off_m.x, off_m.y), bearing_deg, names[name]);
    return words;
}

double typical_share(const RoadsInBuildings& evidence) {
    std::vector<double> shares;
    for (double x = -chance_reach_m; x <= chance_reach_m; x += chance_step_m)
        for (double y = -chance_reach_m; y <= chance_reach_m; y += chance_step_m)
            if (std::hypot(x, y) > 100.0) shares.push_back(evidence.share({x, y}, 4));
    std::nth_element(shares.begin(), shares.begin() + static_cast<long>(shares.size() / 2),
                     shares.end());
    return shares[shares.size() / 2];
}

}  // namespace

std::vector<city::FoundOffset> find_offsets(const city::CityModel& city) {
    if (city.buildings.count() == 0 || city.roads.count() == 0 ||
        city.frame.map_crs() == crs::local_metres)
        return {};
    const auto to_map = crs::CrsTransform::create(crs::wgs84_lonlat, city.frame.map_crs());
    if (!to_map) return {};
    const RoadsInBuildings evidence(city);
    if (evidence.count() < least_places) return {};
    const MapPoint degrees = to_map->inverse(evidence.middle());
    const city::LonLat here{degrees.x, degrees.y};
    const auto metres_to = [&](city::LonLat moved) {
        return to_map->forward({moved.lon_deg, moved.lat_deg}) - evidence.middle();
    };
    const MapPoint gcj02_m = metres_to(crs::gcj02_from_wgs84(here)),
                   bd09_m = metres_to(crs::bd09_from_wgs84(here));
    if (std::hypot(gcj02_m.x, gcj02_m.y) < 100.0) return {};  // not where these offsets are used

    const RoadsInBuildings::Best as_it_is = evidence.best_near({0.0, 0.0}, search_m);
    const double typical = typical_share(evidence);
    if (as_it_is.share < looks_random * typical) return {};
    const std::array explanations{Explanation{gcj02_m, "gcj02", ""},
                                  Explanation{-gcj02_m, "", "gcj02"},
                                  Explanation{bd09_m, "bd09", ""},
                                  Explanation{-bd09_m, "", "bd09"},
                                  Explanation{bd09_m - gcj02_m, "bd09", "gcj02"},
                                  Explanation{gcj02_m - bd09_m, "gcj02", "bd09"}};
    const double beside_now = evidence.beside({0.0, 0.0});
    double best_score = 1e9;
    const Explanation* found = nullptr;
    RoadsInBuildings::Best undone{{0.0, 0.0}, as_it_is.share};
    for (const Explanation& explanation : explanations) {
        const RoadsInBuildings::Best best = evidence.best_near(-explanation.off_m, search_m);
        const double beside = evidence.beside(best.moved_m);
        if (best.share >= as_it_is.share || beside < stands_beside * beside_now) continue;
        // Of two that free the roads the one wins that leaves buildings along them.
        const double score = (best.share + 0.002) / beside;
        if (score >= best_score) continue;
        best_score = score;
        undone = best;
        found = &explanation;
    }
    const auto places = static_cast<double>(evidence.count());
    if (found == nullptr || undone.share > looks_right * as_it_is.share ||
        undone.share > looks_right * typical ||
        (as_it_is.share - undone.share) * places < least_places_freed)
        return {};
    const MapPoint rest = undone.moved_m + found->off_m;
    if (std::hypot(rest.x, rest.y) > agrees_m) return {};
    std::vector<city::FoundOffset> offsets;
    const double now = evidence.share({0.0, 0.0}, 1);
    const auto add = [&](const char* table, const std::string& shift) {
        if (shift.empty()) return;
        const MapPoint off_m = shift == "bd09" ? bd09_m : gcj02_m;
        offsets.push_back({table, shift, off_m.x, off_m.y, now, undone.share});
    };
    add("buildings", found->buildings);
    add("roads", found->roads);
    return offsets;
}

void look_for_offset(const city::CityModel& city, const SourceSettings& buildings,
                     const SourceSettings& roads, city::LoadReport& report) {
    const auto is_settled = [](const SourceSettings& settings) {
        return !settings.shift.empty() || settings.moved_m.has_value();
    };
    if (is_settled(buildings) || is_settled(roads)) return;
    if (city.buildings.count() == 0 || city.roads.count() == 0) {
        report.notes.push_back(
            "whether the coordinates carry the offset of Chinese web maps (GCJ-02, some 500 m; "
            "BD-09, some 1 km) cannot be told from " +
            std::string(city.roads.count() == 0 ? "buildings without roads" : "roads alone") +
            ": if they do, write shift = \"gcj02\" or \"bd09\" in city.toml, else \"none\"");
        return;
    }
    report.offsets = find_offsets(city);
    for (const city::FoundOffset& offset : report.offsets) {
        char shares[96];
        std::snprintf(shares, sizeof shares,
                      "%.1f %% of the roads run through buildings, without it %.1f %%",
                      100.0 * offset.inside_share, 100.0 * offset.inside_share_undone);
        report.add(city::ProblemKind::offset_found,
                   "the " + offset.table + " lie " + in_words({offset.east_m, offset.north_m}) +
                       " of their place, as " + (offset.shift == "bd09" ? "BD-09" : "GCJ-02") +
                       " puts them: " + shares + "; to undo it write shift = \"" + offset.shift +
                       "\" under [" + offset.table + "] in city.toml");
    }
}

}  // namespace geo_io
