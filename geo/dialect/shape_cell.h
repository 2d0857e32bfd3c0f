#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace geo_io {

/// How a cell of a table writes an outline.
enum class TableShapes : std::uint8_t { none, wkt, wkb_hex, geojson };

struct ShapeCell {
    TableShapes shapes = TableShapes::none;
    bool point = false;
    bool tells_srid = false;           ///< "SRID=4326;POLYGON(...)"
    int srid = 0;                      ///< 0 = not said
    std::size_t surplus_brackets = 0;  ///< at its beginning, which WKT does not have
};

/// What a cell holds, by its beginning.
ShapeCell shape_cell(std::string_view text);

/// A cell of WKT without "SRID=...;" and without brackets too many; others as they are.
std::string plain_shape_cell(std::string_view cell);

bool begins_without_case(std::string_view text, std::string_view upper_case_word);

}  // namespace geo_io
