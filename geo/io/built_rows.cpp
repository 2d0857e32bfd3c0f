#include <algorithm>

#include "geo/city/columns.h"
#include "geo/io/city_builder.h"
#include "geo/io/fresh_memory.h"

namespace geo_io {

namespace {

template <class Table, class... Columns>
void append_table(Table& whole, const Table& more, const std::tuple<Columns...>& columns) {
    std::apply([&](auto... column) { (city::append_rows(whole.*column, more.*column), ...); },
               columns);
}

// Room for `count` more, and for `to_come` times as many as there are then: moving all that is
// there each time that room runs out costs as much as reading it. Room that is never written takes
// no memory, so it may be too much; but a file can say anything of what is to come.
template <class T>
void make_room(std::vector<T>& column, std::size_t count, double to_come) {
    constexpr double generous = 2.5, most = static_cast<double>(std::size_t{256} << 20) / sizeof(T);
    const std::size_t now = column.size() + count;
    if (now <= column.capacity()) return;
    column.reserve(std::max(now + static_cast<std::size_t>(std::min(
                                      generous * to_come * static_cast<double>(now), most)),
                            2 * column.size()));
}

}  // namespace

void append(BuiltRows& whole, const BuiltRows& more, std::uint64_t features_to_come) {
    whole.features += more.features;
    const double to_come = static_cast<double>(features_to_come) /
                           static_cast<double>(std::max<std::uint64_t>(whole.features, 1));
    city::Rings& outlines = whole.buildings.footprints;
    const city::Rings& others = more.buildings.footprints;
    // What most of the memory goes into.
    make_room(whole.facts, more.facts.size(), to_come);
    make_room(outlines.ring_offsets, others.ring_count(), to_come);
    make_room(outlines.points, others.points.size(), to_come);
    lay_out_pages(outlines.points.data() + outlines.points.size(),
                  others.points.size() * sizeof(city::MapPoint));
    append_table(whole.buildings, more.buildings, city::building_columns);
    append_table(whole.roads, more.roads, city::road_columns);
    city::append_rows(whole.speed_layers, more.speed_layers);
    append_table(whole.areas, more.areas, city::area_columns);
    city::append_rows(whole.facts, more.facts);
    whole.report.merge(more.report);
}

}  // namespace geo_io
