#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/city/load_report.h"
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
    using Wanted = LayerPlan::Wanted;
    Wanted wanted = Wanted::everything;
    bool asked_elsewhere = false;  ///< what else the source may hold is somebody else's to read
    std::string asked_in = "[buildings] columns";  ///< where `columns` come from, for errors
    std::map<ColumnRole, MeasureUnit> units = {};  ///< what the user says
};

/// What a layer promises, before its features are read. An Error when a column that was asked for
/// is not there; `path` is for its message. `said`: what the file says in words about columns.
city::Result<LayerPlan> plan_layer(OGRLayer& layer, bool is_osm, const LayerWishes& wishes,
                                   const std::string& path,
                                   const std::map<std::string, ColumnWords>& said = {});

/// What becomes of a layer: what its polygons and lines are, or why it is not read.
struct LayerChoice {
    LayerPlan::Role polygons = LayerPlan::Role::any;
    LayerPlan::Lines lines = LayerPlan::Lines::none;
    std::string ignored;         ///< why nothing of it is read; empty: it is read
    std::string doubt;           ///< why what was asked for is doubtful; empty: it is not
    bool is_of_another = false;  ///< ignored only because another kind was asked for
};

/// Decides what the planned layer's rows are, after a look at the first ones. What is doubtful is
/// reported. `is_alone`: its source holds no other.
LayerChoice choose_rows(OGRLayer& layer, LayerPlan& plan, const LayerWishes& wishes, bool is_alone,
                        city::LoadReport& report);

/// "'NAME', 'CODE'": the columns of a layer for a message; "none" where it has none.
std::string columns_in_words(const LayerPlan& layer);

}  // namespace geo_io
