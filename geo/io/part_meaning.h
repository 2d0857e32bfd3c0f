#pragma once

#include <cstdint>

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
    wrong_type,
    ignored
};

PartMeaning meaning_of(const RawPart& part, const FeatureBatch& batch, const LayerPlan& layer,
                       const RowReader& read);

}  // namespace geo_io
