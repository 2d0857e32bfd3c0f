#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/city/city_model.h"
#include "geo/city/load_report.h"
#include "geo/city/result.h"
#include "geo/io/feature_batch.h"
#include "geo/io/layer_frame.h"

namespace geo_io {

/// What is asked of a building's row when all rows are there, and not kept after that. Worked out
/// while its outline is at hand: looking at all outlines again takes longer than all that is asked.
struct RowFacts {
    city::MapBox box;           ///< round its outline
    std::uint64_t outline_key;  ///< the same for copies: same middle to a decimetre, area to a
                                ///< square metre, number of vertices and base
    std::uint64_t place_hash;   ///< where its outline as read stands (place_hash.h)
    std::uint32_t source_id_letters;  ///< so much of its id is the source's, the rest numbers the
                                      ///< footprints of one feature
    bool is_part;                     ///< the source calls the row a part of another building
};

/// The rows one batch of features gives. Same columns as the city, before anything is filled in.
struct BuiltRows {
    city::Buildings buildings;
    std::vector<RowFacts> facts;  ///< of the buildings
    city::Roads roads;
    city::Areas areas;
    city::LoadReport report;
    std::uint64_t features = 0;  ///< of the source that they came from
};

/// FeatureBatch -> rows: reproject (the batch's points in place), repair, read values. Called from
/// many threads at once, each with its own batch.
BuiltRows build_rows(FeatureBatch& batch, const LayerPlan& layer, const LayerFrame& frame);

/// The rows of `more` behind those that are there, their report too. So many features will come
/// after these as far as is known (0 where it is not): room is made for them.
void append(BuiltRows& whole, const BuiltRows& more, std::uint64_t features_to_come);

}  // namespace geo_io
