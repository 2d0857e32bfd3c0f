#pragma once

#include <vector>

#include "geo/io/feature_batch.h"
#include "geo/words/code_system.h"

namespace geo_io {

/// Where a layer lies and which table of codes each of its columns belongs to; decided once a
/// layer.
struct LayerCodes {
    CodePlace place = CodePlace::unknown;
    std::vector<CodeSystem> use;         ///< parallel to the columns of the role `use`
    std::vector<CodeSystem> road_class;  ///< parallel to those of the role `road_class`
};

LayerCodes layer_codes(const LayerPlan& layer, CodePlace place);

}  // namespace geo_io
