#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace geo_io {

/// What a file is by its first bytes; its name only helps where they leave it open.
enum class Form : std::uint8_t {
    zip,
    gzip,
    bzip2,
    tar,
    overpass_json,
    city_json,
    city_json_lines,
    geojson_lines,  ///< a Feature a line, or a record (RFC 8142)
    json,           ///< for one of GDAL's drivers
    osm_xml,
    table,    ///< CSV and its like
    other,    ///< GDAL finds out
    refused,  ///< nothing that is read: `is` and `remedy` say what it is
};

struct Content {
    Form form = Form::other;
    std::string is;           ///< "a Parquet table"
    std::string remedy;       ///< "convert it: ogr2ogr -f GPKG out.gpkg a.parquet"
    std::string_view driver;  ///< of GDAL, that reads it after all where it was built in
};

/// How many bytes of a file `content_of` wants to see.
inline constexpr std::size_t wanted_head_bytes = std::size_t{1} << 18;

/// `head`: the first bytes, `size`: how many there are in all, `name`: the file's, without folder.
Content content_of(std::string_view head, std::uint64_t size, std::string_view name);

/// The name's end behind the last dot, in lower case; "" without one.
std::string extension_of(std::string_view name);

}  // namespace geo_io
