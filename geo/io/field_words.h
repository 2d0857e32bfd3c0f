#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/io/column_words.h"
#include "geo/io/feature_batch.h"

class OGRFeatureDefn;

namespace geo_io {

/// A layer's columns with the words that the file has for each: its name, its other name (alias),
/// its comment.
class FieldWords {
  public:
    /// `said`: words beside GDAL's own, by column (column_words.h).
    FieldWords(const OGRFeatureDefn& definition, const std::map<std::string, ColumnWords>& said);

    /// By the columns' names; by their other names where a name such as "F12" says nothing.
    /// `more`: columns behind the layer's own, such as keys of its column of tags.
    ColumnPlan guessed_roles(const std::vector<std::string>& more = {}) const;

    /// Fills plan.units for plan.wanted: what the user, the column's name, the file's words about
    /// it or a published schema say of its unit, in this order.
    void find_units(const std::map<ColumnRole, MeasureUnit>& by_user, LayerPlan& plan) const;

  private:
    ColumnUnit unit_of(int column, ColumnRole role) const;

    std::vector<std::string> names_, other_names_, comments_;
};

}  // namespace geo_io
