#include "geo/city/city_model.h"

#include <cmath>

namespace city {

const std::string& LocalText::in(std::string_view language) const {
    const std::string& wanted = language == "zh"   ? zh
                                : language == "ko" ? ko
                                : language == "ja" ? ja
                                                   : en;
    if (!wanted.empty()) return wanted;
    if (!en.empty()) return en;
    return !zh.empty() ? zh : !ja.empty() ? ja : ko;
}

double ring_area_m2(std::span<const MapPoint> ring) {
    if (ring.size() < 3) return 0.0;
    // Relative to the first vertex: products of seven-digit northings would cost the small areas
    // their digits.
    const MapPoint origin = ring[0];
    double twice_area_m2 = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const MapPoint a = ring[i] - origin;
        const MapPoint b = ring[i + 1] - origin;
        twice_area_m2 += a.x * b.y - a.y * b.x;
    }
    return 0.5 * twice_area_m2;
}

bool contains(std::span<const MapPoint> ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

double polygon_area_m2(const Rings& rings, std::size_t polygon) {
    double area_m2 = 0.0;
    const std::uint32_t first = rings.polygon_offsets[polygon];
    for (std::uint32_t r = first; r < rings.polygon_offsets[polygon + 1]; ++r) {
        const double one_m2 = std::abs(ring_area_m2(rings.ring(r)));
        area_m2 += r == first ? one_m2 : -one_m2;
    }
    return area_m2;
}

double line_length_m(std::span<const MapPoint> line) {
    double length_m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length_m += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length_m;
}

MapBox extent(const CityModel& city) {
    MapBox box;
    for (const MapPoint point : city.buildings.footprints.points) box.add(point);
    if (box.empty())
        for (const MapPoint point : city.roads.lines.points) box.add(point);
    return box;
}

std::optional<std::string> check(const CityModel& city) {
    const Buildings& b = city.buildings;
    const Roads& r = city.roads;
    const Districts& d = city.districts;
    const bool divided = d.count() > 0;
    struct Column {
        const char* name;
        std::size_t rows, wanted;
    };
    const Column columns[] = {
        {"building id", b.id.size(), b.count()},
        {"building name", b.name.size(), b.count()},
        {"footprints", b.footprints.polygon_count(), b.count()},
        {"base_m", b.base_m.size(), b.count()},
        {"storeys", b.storeys.size(), b.count()},
        {"construction_year", b.construction_year.size(), b.count()},
        {"footprint_area_m2", b.footprint_area_m2.size(), b.count()},
        {"floor_area_m2", b.floor_area_m2.size(), b.count()},
        {"use", b.use.size(), b.count()},
        {"building assumed", b.assumed.size(), b.count()},
        {"road id", r.id.size(), r.count()},
        {"road name", r.name.size(), r.count()},
        {"road lines", r.lines.line_count(), r.count()},
        {"road_class", r.road_class.size(), r.count()},
        {"lanes", r.lanes.size(), r.count()},
        {"speed_kmh", r.speed_kmh.size(), r.count()},
        {"aadt", r.aadt.size(), r.count()},
        {"one_way", r.one_way.size(), r.count()},
        {"level", r.level.size(), r.count()},
        {"road assumed", r.assumed.size(), r.count()},
        {"areas", city.areas.polygons.polygon_count(), city.areas.count()},
        {"district of outline", d.of_outline.size(), d.outlines.polygon_count()},
        {"district of building", d.of_building.size(), divided ? b.count() : 0},
        {"district of road", d.of_road.size(), divided ? r.count() : 0},
    };
    for (const Column& column : columns)
        if (column.rows != column.wanted)
            return std::string("column ") + column.name + " has " + std::to_string(column.rows) +
                   " rows, there are " + std::to_string(column.wanted);
    struct Reference {
        const char* name;
        const std::vector<std::int32_t>& district;
        std::int32_t lowest;
    };
    for (const Reference& reference : {Reference{"district of outline", d.of_outline, 0},
                                       Reference{"district of building", d.of_building, -1},
                                       Reference{"district of road", d.of_road, -1}})
        for (const std::int32_t district : reference.district)
            if (district < reference.lowest || district >= static_cast<std::int32_t>(d.count()))
                return std::string("column ") + reference.name + " names district " +
                       std::to_string(district) + ", there are " + std::to_string(d.count());
    return std::nullopt;
}

}  // namespace city
