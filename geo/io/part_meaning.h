#pragma once

#include <cstdint>
#include <span>

#include "geo/io/feature_batch.h"
#include "geo/io/row_reader.h"

namespace geo_io {

/// What a part of a feature is in a city, by its shape, its layer and its tags.
enum class PartMeaning : std::uint8_t {
    building,
    building_part,
    road,
    area,
    not_a_building,
    not_a_road,
    point,  ///< of something that is neither building nor road
    wrong_type,
    ignored
};

/// Whether a closed line is drawn round a building, in a layer whose lines are no roads. `ring` are
/// its points in the map.
bool is_outline(const RawPart& part, std::span<const city::MapPoint> ring, const LayerPlan& layer,
                const RowReader& read);

PartMeaning meaning_of(const RawPart& part, const FeatureBatch& batch, const LayerPlan& layer,
                       const RowReader& read);

}  // namespace geo_io
