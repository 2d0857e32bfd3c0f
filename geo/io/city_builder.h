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

/// Which columns gave a building's measures whose unit is decided when all rows are there
/// (column_units.h): the first, second... of the role's columns, 0 where nothing is to be decided.
struct UnitMarks {
    std::uint8_t height : 3 = 0;
    std::uint8_t base : 1 = 0;
    std::uint8_t floor_area : 3 = 0;
};

/// What is asked of a building's row when all rows are there, and not kept after that. Worked out
/// while its outline is at hand: looking at all outlines again takes longer than all that is asked.
struct RowFacts {
    city::MapBox box;           ///< round its outline
    std::uint64_t outline_key;  ///< the same for copies: same middle to a decimetre, area to a
                                ///< square metre, number of vertices, base, and both or none parts
    std::uint64_t place_hash;   ///< where its outline as read stands (place_hash.h)
    std::uint32_t source_id_letters;  ///< so much of its id is the source's, the rest numbers the
                                      ///< footprints of one feature
    bool is_part = false;             ///< the source calls the row a part of another building
    UnitMarks marks = {};             ///< which of its measures wait for their unit
    std::uint16_t source_layer = 0;   ///< running number of the layer that it came from
    bool is_underground = false;      ///< of a part: it lies below the ground
};

/// The rows one batch of features gives. Same columns as the city, before anything is filled in.
struct BuiltRows {
    city::Buildings buildings;
    std::vector<RowFacts> facts;  ///< of the buildings
    city::Roads roads;
    std::vector<std::uint16_t> speed_layers;  ///< of the roads: the layer whose unit of speed is to
                                              ///< be decided, counted from 1; 0 where none is
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
