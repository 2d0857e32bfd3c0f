#include "geo/io/fill_in.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/city/usual_road.h"

namespace geo_io {

namespace {

using city::Assumed;
using city::BuildingUse;
using city::is_missing;
using city::RoadClass;
using Use = BuildingUse;

// Floor-to-floor heights in metres, {United States, China}. Seen: American commercial buildings, in
// the DOE commercial reference buildings. Recalled or assumed: houses and all of China, from a
// database of Chinese cities and design practice.
struct StoreyHeight {
    float us_m, cn_m;
};
constexpr StoreyHeight storey_height_of(Use use) {
    switch (use) {
        case Use::residential_detached:
        case Use::residential_attached:
            return {2.9f, 3.0f};
        case Use::residential_apartment:
            return {3.0f, 3.0f};
        case Use::office:
        case Use::government_office:
            return {3.96f, 3.9f};
        case Use::retail:
            return {5.2f, 4.5f};
        case Use::mall:
            return {6.1f, 5.4f};
        case Use::supermarket:
            return {6.1f, 5.1f};
        case Use::restaurant:
            return {3.05f, 4.0f};
        case Use::hotel:
            return {3.05f, 3.6f};
        case Use::hospital:
        case Use::outpatient:
            return {4.27f, 4.2f};
        case Use::school:
        case Use::university:
            return {3.96f, 3.9f};
        case Use::public_assembly:
        case Use::transport_station:
            return {6.0f, 6.0f};
        case Use::warehouse:
            return {8.53f, 9.0f};
        case Use::industry:
            return {8.0f, 8.0f};
        default:
            return {3.5f, 3.3f};
    }
}

// Storeys of a building about which nothing but its footprint is known. Assumed.
float usual_storeys(Use use, float footprint_m2, bool china) {
    switch (use) {
        case Use::residential_detached:
            return 2.0f;
        case Use::residential_attached:
            return china ? 3.0f : 2.0f;
        case Use::residential_apartment:
            return china ? 6.0f : 3.0f;
        case Use::office:
        case Use::government_office:
            return china ? 8.0f : (footprint_m2 > 1000.0f ? 5.0f : 3.0f);
        case Use::hotel:
            return china ? 8.0f : 4.0f;
        case Use::hospital:
            return 5.0f;
        case Use::school:
            return china ? 4.0f : 2.0f;
        case Use::university:
            return china ? 5.0f : 3.0f;
        case Use::mall:
            return china ? 5.0f : 2.0f;
        case Use::warehouse:
        case Use::industry:
        case Use::supermarket:
        case Use::unconditioned:
        case Use::utility:
            return 1.0f;
        default:
            return 2.0f;
    }
}

// Assumed: limits at which one use becomes more likely than another, none of them from a source.
Use usual_use(float footprint_m2, float storeys, float height_m, bool china) {
    const float levels = !is_missing(storeys)    ? storeys
                         : !is_missing(height_m) ? height_m / 3.2f
                                                 : 0.0f;
    if (footprint_m2 < 25.0f) return Use::unconditioned;  // sheds, kiosks, guard huts
    if (china) {
        if (footprint_m2 > 6000.0f && levels <= 4.0f) return Use::industry;
        if (levels >= 35.0f) return Use::office;
        if (footprint_m2 > 2500.0f) return levels > 6.0f ? Use::office : Use::retail;
        return Use::residential_apartment;
    }
    if (levels > 20.0f) return Use::office;
    if (footprint_m2 > 4000.0f) return levels > 4.0f ? Use::office : Use::warehouse;
    if (levels > 3.5f) return Use::residential_apartment;
    if (footprint_m2 < 250.0f) return Use::residential_detached;
    return footprint_m2 < 800.0f || levels == 0.0f ? Use::residential_attached
                                                   : Use::residential_apartment;
}

// Of a roof: parapet and plant, not a storey.
constexpr float roof_extra_m = 1.0f;
// Assumed: about the middle of the stock of Californian and of large Chinese cities.
constexpr float us_usual_year = 1970.0f, cn_usual_year = 2005.0f;

void fill_building(city::Buildings& b, std::size_t i, bool china) {
    Assumed& assumed = b.assumed[i];
    if (b.use[i] == Use::unknown) {
        b.use[i] =
            usual_use(b.footprint_area_m2[i], b.storeys[i], b.height_m[i] - b.base_m[i], china);
        assumed |= Assumed::use;
    }
    const StoreyHeight each = storey_height_of(b.use[i]);
    const float storey_m = china ? each.cn_m : each.us_m;
    if (is_missing(b.storeys[i])) {
        b.storeys[i] =
            is_missing(b.height_m[i])
                ? usual_storeys(b.use[i], b.footprint_area_m2[i], china)
                : std::max(1.0f,
                           std::round((b.height_m[i] - b.base_m[i] - roof_extra_m) / storey_m));
        assumed |= Assumed::storeys;
    }
    if (is_missing(b.height_m[i])) {
        b.height_m[i] = b.base_m[i] + b.storeys[i] * storey_m;
        assumed |= Assumed::height;
    }
    if (is_missing(b.construction_year[i])) {
        b.construction_year[i] = china ? cn_usual_year : us_usual_year;
        assumed |= Assumed::construction_year;
    }
    if (is_missing(b.floor_area_m2[i])) {
        b.floor_area_m2[i] = b.footprint_area_m2[i] * b.storeys[i];
        assumed |= Assumed::floor_area;
    }
}

}  // namespace

void fill_in(city::CityModel& city, city::LoadReport& report) {
    const bool china = city.info.country == "CN";
    city::Buildings& b = city.buildings;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, b.count(), 4096), [&](const auto& rows) {
        for (std::size_t i = rows.begin(); i < rows.end(); ++i) fill_building(b, i, china);
    });
    for (const auto& [what, column] : {std::pair{Assumed::use, "use"},
                                       {Assumed::storeys, "storeys"},
                                       {Assumed::height, "height_m"},
                                       {Assumed::construction_year, "construction_year"},
                                       {Assumed::floor_area, "floor_area_m2"}})
        if (const auto rows =
                std::count_if(b.assumed.begin(), b.assumed.end(),
                              [what = what](Assumed assumed) { return has(assumed, what); });
            rows > 0)
            report.assumed[column] += static_cast<std::uint64_t>(rows);
    city::Roads& r = city.roads;
    for (std::size_t i = 0; i < r.count(); ++i) {
        if (r.road_class[i] == RoadClass::unknown) {
            r.road_class[i] = r.lanes[i] >= 6   ? RoadClass::primary
                              : r.lanes[i] >= 4 ? RoadClass::secondary
                                                : RoadClass::residential;
            r.assumed[i] |= Assumed::road_class;
            ++report.assumed["road_class"];
        }
        const city::UsualRoad usual = city::usual_road(r.road_class[i], city.info.country);
        if (is_missing(r.lanes[i])) {
            r.lanes[i] = r.one_way[i] != 0 ? std::max(1.0f, usual.lanes / 2.0f) : usual.lanes;
            r.assumed[i] |= Assumed::lanes;
            ++report.assumed["lanes"];
        }
        if (is_missing(r.speed_kmh[i])) {
            r.speed_kmh[i] = usual.speed_kmh;
            r.assumed[i] |= Assumed::speed;
            ++report.assumed["speed_kmh"];
        }
    }
}

}  // namespace geo_io
