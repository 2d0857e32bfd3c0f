#pragma once

#include <string>
#include <vector>

#include "geo/io/layer_plan.h"
#include "geo/io/layer_sample.h"
#include "geo/words/layer_words.h"

namespace geo_io {

/// What is known of a layer before its features are read.
struct LayerEvidence {
    std::string name;
    bool is_alone = true;  ///< its source holds no other
    std::vector<std::string> columns;
    ColumnPlan roles;
    LayerSample sample;
};

/// What one kind of geometry of a layer is, and how sure that is.
struct Opinion {
    enum class Is { buildings, building_parts, roads, areas, water, neither } is = Is::neither;
    Thing thing = Thing::unknown;  ///< what it looks like where it is neither
    std::string signs;             ///< "APN, ZONING": columns that say so; empty: its name or shape
    bool by_name = false;          ///< the layer's name says it, too
    bool sure = false;  ///< several signs agree: not even who calls it buildings is believed
};

/// By the layer's name, its columns' names, the values of its columns of kinds and the sizes of its
/// polygons. Buildings unless there are signs against.
Opinion opinion_of_polygons(const LayerEvidence& layer);
/// Roads only with a sign that they are; buildings where most are closed like outlines and nothing
/// says otherwise.
Opinion opinion_of_lines(const LayerEvidence& layer);

/// The same for a source that is named alone and for one that is named as buildings, roads or
/// areas; a layer that is named itself is believed.
LayerChoice choose_layer(const LayerEvidence& layer, const LayerWishes& wishes);

}  // namespace geo_io
