#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo_io {

/// A column's name taken apart. "Height (ft)": words "height", "ft"; "NumFloors": "num", "floors";
/// "hgt_maxcm": "hgt", "max", "cm"; "高度(米)": "高度", "米".
struct NameWords {
    std::vector<std::string> words;  ///< lower case, in order
    /// The last word may be the beginning of a longer one: shapefiles cut names at ten bytes, and
    /// end the second of two equal ones with "_1".
    bool may_be_cut = false;
};

NameWords words_of_name(std::string_view name);

/// Without case, blanks and marks: "Building:Levels" is "buildinglevels".
std::string plain_name(std::string_view name);

/// Pieces of names that are written without a gap ("bldgheight", "mediancm"), in alphabetical
/// order.
const std::vector<std::string_view>& known_name_words();

}  // namespace geo_io
