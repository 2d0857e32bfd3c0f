#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/city/result.h"
#include "geo/io/column_words.h"
#include "geo/io/feature_batch.h"

class OGRLayer;

namespace geo_io {

/// What is asked of a source's layers.
struct LayerWishes {
    std::string layer;                           ///< only this one; empty = all
    std::string crs;                             ///< overrides what the file says
    std::map<std::string, std::string> columns;  ///< role -> column
    enum class Wanted { everything, buildings, roads } wanted = Wanted::everything;
    std::string asked_in = "[buildings] columns";  ///< where `columns` come from, for errors
    std::map<ColumnRole, MeasureUnit> units = {};  ///< what the user says
};

/// What a layer promises, before its features are read. An Error when a column that was asked for
/// is not there; `path` is for its message. `said`: what the file says in words about columns.
city::Result<LayerPlan> plan_layer(OGRLayer& layer, bool is_osm, const LayerWishes& wishes,
                                   const std::string& path,
                                   const std::map<std::string, ColumnWords>& said = {});

/// "'NAME', 'CODE'": the columns of a layer for a message; "none" where it has none.
std::string columns_in_words(const LayerPlan& layer);

}  // namespace geo_io
