#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/dialect/shape_cell.h"

namespace geo_io {

/// What the beginning of a table of texts (CSV and its like) shows.
struct TableOutline {
    enum class Letters : std::uint8_t { bytes, utf16_little, utf16_big };
    Letters letters = Letters::bytes;
    char separator = ',';
    bool names_separator = false;  ///< a first line "sep=;", as Excel writes it
    std::vector<std::string> columns;
    std::string shape_column;  ///< which one holds the outlines, by what stands in it
    TableShapes shapes = TableShapes::none;
    bool tells_srid = false;        ///< "SRID=4326;POLYGON(...)"
    int srid = 0;                   ///< 0 = not said
    bool surplus_brackets = false;  ///< "POLYGON (((", as some exports write it
    bool only_points = false;       ///< the shapes are points
    std::string longitude_column, latitude_column;
};

/// Never fails: what is no table has no columns.
TableOutline table_outline(std::string_view head);

/// Whether it is a table: by its name's extension, or by a column of outlines.
bool is_table(std::string_view head, std::string_view extension);

/// The whole table as GDAL's CSV driver reads it in all its versions: UTF-8, commas, outlines
/// without SRID and with as many brackets as WKT has. `most_bytes` of result; "" where it would be
/// more.
std::string plain_table(std::string_view text, const TableOutline& outline, std::size_t most_bytes);

/// What a column of outlines can be called, for messages.
std::string shape_columns_in_words();

}  // namespace geo_io
