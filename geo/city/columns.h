#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "geo/city/city_model.h"

namespace city {

/// Every column of a table, so that what is done to rows is written once.
inline constexpr std::tuple building_columns{&Buildings::id,
                                             &Buildings::name,
                                             &Buildings::footprints,
                                             &Buildings::height_m,
                                             &Buildings::base_m,
                                             &Buildings::storeys,
                                             &Buildings::construction_year,
                                             &Buildings::footprint_area_m2,
                                             &Buildings::floor_area_m2,
                                             &Buildings::use,
                                             &Buildings::assumed};
inline constexpr std::tuple road_columns{&Roads::id,         &Roads::name,     &Roads::lines,
                                         &Roads::road_class, &Roads::lanes,    &Roads::speed_kmh,
                                         &Roads::aadt,       &Roads::length_m, &Roads::one_way,
                                         &Roads::level,      &Roads::assumed};
inline constexpr std::tuple area_columns{&Areas::polygons, &Areas::kind};

/// The rows of `more` behind those that are there.
template <class T>
void append_rows(std::vector<T>& column, const std::vector<T>& more) {
    column.insert(column.end(), more.begin(), more.end());
}
void append_rows(TextColumn& column, const TextColumn& more);
void append_rows(Rings& column, const Rings& more);
void append_rows(Lines& column, const Lines& more);

/// Leaves the rows whose `keep` is not 0, in their order.
template <class T>
void keep_rows(std::vector<T>& column, std::span<const std::uint8_t> keep) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < column.size(); ++i)
        if (keep[i]) column[kept++] = column[i];
    column.resize(kept);
}
void keep_rows(TextColumn& column, std::span<const std::uint8_t> keep);
void keep_rows(Rings& column, std::span<const std::uint8_t> keep);
void keep_rows(Lines& column, std::span<const std::uint8_t> keep);

/// The same for all columns of a table. Nothing is touched where every row stays.
template <class Table, class... Columns>
void keep_rows_of(Table& table, const std::tuple<Columns...>& columns,
                  std::span<const std::uint8_t> keep) {
    if (std::find(keep.begin(), keep.end(), 0) == keep.end()) return;
    std::apply([&](auto... column) { (keep_rows(table.*column, keep), ...); }, columns);
}

}  // namespace city
