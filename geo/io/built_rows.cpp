#include <tbb/parallel_invoke.h>

#include "geo/city/columns.h"
#include "geo/io/city_builder.h"
#include "geo/io/fresh_memory.h"

namespace geo_io {

namespace {

template <class Column, class ColumnOf>
void join_column(Column& whole, const std::vector<BuiltRows>& parts, ColumnOf column_of) {
    std::vector<const Column*> columns;
    columns.reserve(parts.size());
    for (const BuiltRows& part : parts) columns.push_back(&column_of(part));
    city::reserve_for(whole, std::span<const Column* const>(columns));
    for (const Column* column : columns) city::append_rows(whole, *column);
}

// All columns of one of the tables at once: the points are most of the work, and most of the rest is beside them.
template <class Table, class... Columns>
void join_table(Table BuiltRows::* table, BuiltRows& whole, const std::vector<BuiltRows>& parts, const std::tuple<Columns...>& columns) {
    std::apply([&](auto... column) { tbb::parallel_invoke([&, column] { join_column((whole.*table).*column, parts, [&](const BuiltRows& part) -> const auto& { return (part.*table).*column; }); }...); }, columns);
}

}  // namespace

BuiltRows joined(const std::vector<BuiltRows>& parts) {
    BuiltRows whole;
    // The points of the footprints are nearly all there is to copy.
    std::vector<city::MapPoint>& points = whole.buildings.footprints.points;
    std::size_t count = 0;
    for (const BuiltRows& part : parts) count += part.buildings.footprints.points.size();
    points.reserve(count);
    lay_out_pages(points.data(), count * sizeof(city::MapPoint));
    tbb::parallel_invoke([&] { join_table(&BuiltRows::buildings, whole, parts, city::building_columns); }, [&] { join_table(&BuiltRows::roads, whole, parts, city::road_columns); },
                         [&] { join_table(&BuiltRows::areas, whole, parts, city::area_columns); },
                         [&] { join_column(whole.facts, parts, [](const BuiltRows& part) -> const auto& { return part.facts; }); });
    return whole;
}

}  // namespace geo_io
