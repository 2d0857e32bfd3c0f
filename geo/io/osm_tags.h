#pragma once

#include <span>
#include <string>
#include <string_view>

namespace geo_io {

/// The keys of OpenStreetMap that mean something to us, in the order of their columns.
std::span<const std::string_view> osm_keys();

/// The value of a key in a column of all other tags, as GDAL writes them: hstore
/// ("building"=>"yes","height"=>"12") or JSON ({"building":"yes"}). Empty where the key is not
/// there.
std::string tag_value(std::string_view tags, std::string_view key);

}  // namespace geo_io
