#include "geo/sample/city_pen.h"

#include <cmath>
#include <cstdio>

#include "geo/city/rings.h"
#include "geo/city/units.h"

namespace sample {

using city::MapPoint;

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

CityPen::CityPen(city::CityModel& city, std::string id_prefix, double turn_rad)
    : city_(city),
      id_prefix_(std::move(id_prefix)),
      cosine_(std::cos(turn_rad)),
      sine_(std::sin(turn_rad)) {}

MapPoint CityPen::turned(MapPoint p) const {
    return {cosine_ * p.x - sine_ * p.y, sine_ * p.x + cosine_ * p.y};
}

void CityPen::ring(std::initializer_list<MapPoint> points) {
    std::vector<MapPoint> corners;
    for (const MapPoint p : points) corners.push_back(turned(p));
    city_.buildings.footprints.add_ring(corners);
}

void CityPen::finish(const Building& building) {
    city::Buildings& b = city_.buildings;
    b.footprints.end_polygon();
    char id[32];
    std::snprintf(id, sizeof id, "%s-%06zu", id_prefix_.c_str(), b.count() + 1);
    const double footprint_m2 = city::polygon_area_m2(b.footprints, b.count());
    b.id.push_back(id);
    b.name.push_back(building.name);
    b.base_m.push_back(0.0f);
    b.storeys.push_back(static_cast<float>(building.storeys));
    b.construction_year.push_back(static_cast<float>(std::floor(building.year)));
    b.footprint_area_m2.push_back(static_cast<float>(footprint_m2));
    b.floor_area_m2.push_back(static_cast<float>(footprint_m2 * building.storeys));
    b.use.push_back(building.use);
    b.assumed.push_back(city::Assumed::none);
    b.height_m.push_back(static_cast<float>(building.storeys * building.storey_m + 0.8));
}

void CityPen::box(double x, double y, double w, double d, const Building& building) {
    ring({{x, y}, {x + w, y}, {x + w, y + d}, {x, y + d}});
    finish(building);
}

void CityPen::ell(double x, double y, double w, double d, const Building& building) {
    ring({{x, y},
          {x + w, y},
          {x + w, y + 0.5 * d},
          {x + 0.55 * w, y + 0.5 * d},
          {x + 0.55 * w, y + d},
          {x, y + d}});
    finish(building);
}

void CityPen::court(double x, double y, double w, double d, double g, const Building& building) {
    ring({{x, y}, {x + w, y}, {x + w, y + d}, {x, y + d}});
    ring({{x + g, y + g}, {x + g, y + d - g}, {x + w - g, y + d - g}, {x + w - g, y + g}});
    finish(building);
}

void CityPen::round(double x, double y, double radius_m, const Building& building) {
    std::vector<MapPoint> corners;
    for (int i = 0; i < 20; ++i) {
        const double angle = 2.0 * city::pi * i / 20.0;
        corners.push_back(turned({x + radius_m * std::cos(angle), y + radius_m * std::sin(angle)}));
    }
    city_.buildings.footprints.add_ring(corners);
    finish(building);
}

void CityPen::road(std::initializer_list<MapPoint> points, city::RoadClass road_class, double lanes,
                   double speed_kmh, const char* name, int one_way, int level) {
    city::Roads& r = city_.roads;
    std::vector<MapPoint> line;
    for (const MapPoint p : points) line.push_back(turned(p));
    char id[32];
    std::snprintf(id, sizeof id, "%s-R%06zu", id_prefix_.c_str(), r.count() + 1);
    r.id.push_back(id);
    r.name.push_back(name);
    r.lines.add_line(line);
    r.road_class.push_back(road_class);
    r.lanes.push_back(static_cast<float>(lanes));
    r.speed_kmh.push_back(static_cast<float>(speed_kmh));
    r.aadt.push_back(city::missing);
    r.one_way.push_back(static_cast<std::int8_t>(one_way));
    r.level.push_back(static_cast<std::int8_t>(level));
    r.assumed.push_back(city::Assumed::none);
    r.length_m.push_back(static_cast<float>(city::line_length_m(line)));
}

void CityPen::area(const std::vector<MapPoint>& corners, city::AreaKind kind) {
    std::vector<MapPoint> points;
    for (const MapPoint p : corners) points.push_back(turned(p));
    if (city::ring_area_m2(points) < 0) points.assign(points.rbegin(), points.rend());
    city_.areas.polygons.add_ring(points);
    city_.areas.polygons.end_polygon();
    city_.areas.kind.push_back(kind);
}

void CityPen::district(const char* name, MapPoint low, MapPoint high) {
    city::Districts& d = city_.districts;
    const std::vector<MapPoint> corners{turned(low), turned({high.x, low.y}), turned(high),
                                        turned({low.x, high.y})};
    d.of_outline.push_back(static_cast<std::int32_t>(d.name.size()));
    d.name.emplace_back(name);
    d.outlines.add_ring(corners);
    d.outlines.end_polygon();
}

}  // namespace sample
