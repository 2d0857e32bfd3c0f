#include "geo/io/city_builder.h"

namespace geo_io {

namespace {

template <class T>
void move_onto(std::vector<T>& into, std::vector<T>&& from) {
    if (into.empty())
        into = std::move(from);
    else
        into.insert(into.end(), from.begin(), from.end());
}

void append_text(city::TextColumn& into, const city::TextColumn& from) {
    for (std::size_t i = 0; i < from.size(); ++i) into.push_back(from[i]);
}

void append_rings(city::Rings& into, const city::Rings& from) {
    const auto first_point = static_cast<std::uint32_t>(into.points.size());
    const auto first_ring = static_cast<std::uint32_t>(into.ring_count());
    into.points.insert(into.points.end(), from.points.begin(), from.points.end());
    for (std::size_t r = 1; r < from.ring_offsets.size(); ++r) into.ring_offsets.push_back(first_point + from.ring_offsets[r]);
    for (std::size_t p = 1; p < from.polygon_offsets.size(); ++p)
        into.polygon_offsets.push_back(first_ring + from.polygon_offsets[p]);
}

}  // namespace

void append(BuiltRows& rows, BuiltRows&& more) {
    city::Buildings& b = rows.buildings;
    city::Buildings& m = more.buildings;
    append_text(b.id, m.id);
    append_text(b.name, m.name);
    append_rings(b.footprints, m.footprints);
    move_onto(b.height_m, std::move(m.height_m));
    move_onto(b.base_m, std::move(m.base_m));
    move_onto(b.storeys, std::move(m.storeys));
    move_onto(b.construction_year, std::move(m.construction_year));
    move_onto(b.footprint_area_m2, std::move(m.footprint_area_m2));
    move_onto(b.floor_area_m2, std::move(m.floor_area_m2));
    move_onto(b.use, std::move(m.use));
    move_onto(b.assumed, std::move(m.assumed));
    move_onto(rows.is_part, std::move(more.is_part));

    city::Roads& r = rows.roads;
    city::Roads& n = more.roads;
    append_text(r.id, n.id);
    append_text(r.name, n.name);
    for (std::size_t l = 0; l < n.lines.line_count(); ++l) r.lines.add_line(n.lines.line(l));
    move_onto(r.road_class, std::move(n.road_class));
    move_onto(r.lanes, std::move(n.lanes));
    move_onto(r.speed_kmh, std::move(n.speed_kmh));
    move_onto(r.aadt, std::move(n.aadt));
    move_onto(r.length_m, std::move(n.length_m));
    move_onto(r.one_way, std::move(n.one_way));
    move_onto(r.level, std::move(n.level));
    move_onto(r.assumed, std::move(n.assumed));

    append_rings(rows.areas.polygons, more.areas.polygons);
    move_onto(rows.areas.kind, std::move(more.areas.kind));
    rows.report.merge(more.report);
}

}  // namespace geo_io
