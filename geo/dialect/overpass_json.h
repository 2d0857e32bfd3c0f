#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geo/city/result.h"
#include "geo/dialect/osm_objects.h"

namespace geo_io {

/// An answer of the Overpass API in JSON (overpass-api.de, "OSM JSON"): nodes and references as
/// `out body` gives them, `out geom` with the points at the ways and members, or a mixture.
struct OverpassAnswer {
    OsmObjects objects;
    std::uint64_t without_shape = 0;  ///< ways and relations of `out center`, `out tags`, `out ids`
    std::string remark;               ///< what the server said of breaking off
};

/// Errors: no JSON (with the line), nested deeper than 32, no elements, or none with a shape.
city::Result<OverpassAnswer> read_overpass_json(std::string_view text);

}  // namespace geo_io
