#pragma once

#include <vector>

#include "geo/io/city_builder.h"
#include "geo/io/source_layers.h"

namespace geo_io {

/// The units that nobody states are decided when all rows are there and nothing is filled in, from
/// whole columns. Each of these scales what it decides and reports every guess and every doubt with
/// what to write into city.toml. `layers` by RowFacts::source_layer.

/// Heights by storeys, or by what the middle and the highest building would be in each unit.
void settle_heights(BuiltRows& rows, const std::vector<SourceLayer>& layers);
/// Floor areas by footprint times storeys: after the heights. A column that holds footprints is
/// emptied.
void settle_floor_areas(BuiltRows& rows, const std::vector<SourceLayer>& layers);
/// American speed limits by their steps.
void settle_speeds(BuiltRows& rows, const std::vector<SourceLayer>& layers);

}  // namespace geo_io
