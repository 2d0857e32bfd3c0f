#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/words/column_role.h"
#include "geo/words/measure_unit.h"

namespace geo_io {

struct SchemaUnit {
    MeasureUnit unit = MeasureUnit::unstated;
    std::string_view schema;  ///< whose published schema says so, for the report
};

/// Who made a layer, from all of its columns' names.
class KnownSchemas {
  public:
    explicit KnownSchemas(const std::vector<std::string>& columns);
    /// The unit that the maker's published schema gives a column; unstated where no schema is
    /// known.
    SchemaUnit unit_of(std::string_view column, ColumnRole role) const;

  private:
    bool osm_ = false, overture_ = false, microsoft_ = false, lariac_ = false, pluto_ = false;
};

}  // namespace geo_io
