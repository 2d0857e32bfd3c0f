#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geo/city/result.h"
#include "geo/dialect/osm_objects.h"

namespace geo_io {

/// Whether an OSM XML text, seen piece by piece, is other than GDAL's driver wants it: as an editor
/// saves it (negative numbers, action='delete'), a change file, or in another order than rising
/// numbers of nodes, then ways, then relations.
class OsmOrder {
  public:
    /// The next piece; elements are whole only once the following one is there.
    void look(std::string_view piece);
    bool odd() const { return odd_; }

  private:
    void element(std::string_view tag);
    std::string rest_;
    int stage_ = 0;
    std::int64_t last_ = 0;
    bool odd_ = false;
};

/// What an editor (JOSM, iD, Vespucci) saved, or a change file (osmChange), in any order.
struct EditedOsm {
    OsmObjects objects;
    std::uint64_t deleted = 0;         ///< left out: action='delete', visible='false', <delete>
    std::uint64_t never_uploaded = 0;  ///< ways and relations with negative numbers
};

/// Errors: nothing in it.
city::Result<EditedOsm> read_edited_osm(std::string_view text);

}  // namespace geo_io
