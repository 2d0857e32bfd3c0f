#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo_io {

/// What the beginning of a JSON text shows without being parsed: enough to tell GeoJSON, Overpass,
/// CityJSON and an error's body from each other, however long the file is.
struct JsonOutline {
    bool is_object = false;
    /// Keys of the outermost object, in order; with the value where that is a text or a number,
    /// else its first character.
    std::vector<std::pair<std::string, std::string>> keys;
    bool ended = false;    ///< the object is closed
    bool another = false;  ///< and another one follows: a text with an object a line
    bool has(std::string_view key) const;
    std::string_view value(std::string_view key) const;  ///< "" where it is not there
};

/// `head` is the beginning of a text; a byte order mark and the record separators of RFC 8142 are
/// passed over. Never recurses.
JsonOutline json_outline(std::string_view head);

/// Whether objects follow each other that are written over several lines each, without the record
/// separators that would tell where one ends (RFC 8142).
bool is_spread_out(std::string_view head);

/// The same objects, one a line.
std::string one_object_a_line(std::string_view text);

}  // namespace geo_io
