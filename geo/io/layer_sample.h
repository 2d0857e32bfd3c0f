#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/feature_batch.h"

class OGRLayer;

namespace geo_io {

/// What the first some hundred features of a layer look like.
struct LayerSample {
    std::size_t features = 0;
    std::size_t polygons = 0, lines = 0, closed_lines = 0, points = 0;
    bool is_whole = false;           ///< the layer holds no more
    double middle_area_m2 = 0;       ///< of the polygons and closed lines, the middle one; about
    double shared_edges = 0;         ///< share of the polygons' edges that belong to two of them
    std::vector<std::string> kinds;  ///< values of the `kind` columns, each once
    std::vector<std::string> road_classes;  ///< of the `road_class` columns
    std::vector<std::string> area_kinds;    ///< of the `area_kind` columns
};

/// Reads them and sets the layer back to its beginning. Areas are in square metres where the
/// layer's numbers are degrees or its unit is known, as if they were metres elsewhere.
LayerSample sample_of(OGRLayer& layer, const LayerPlan& plan);

}  // namespace geo_io
