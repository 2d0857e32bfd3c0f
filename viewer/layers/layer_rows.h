#pragma once

#include <vector>

#include "render/color_scale.h"
#include "render/write_places.h"
#include "viewer/layers/layer_choice.h"
#include "viewer/slots/loaded_slot.h"

namespace viewer {

/// What a layer shows of one city's buildings, or of its roads: the values, and their places on a
/// scale. Both are worked out for any part of the rows at a time, and know the slot and the scale
/// by reference.
render::WritePlaces layer_values(const LoadedSlot& slot, const LayerChoice& layer, bool roads);
/// Plain where there is nothing to know: offices per inhabitant, paths without motor traffic.
render::WritePlaces layer_places(const LoadedSlot& slot, const LayerChoice& layer, bool roads,
                                 const render::ColorScale& scale);

/// All of them. Parallel.
std::vector<float> all_layer_values(const LoadedSlot& slot, const LayerChoice& layer, bool roads);

/// What the colours of roads mean: the layer's quantity; CO2e for flows under a layer that roads do
/// not have.
Quantity road_quantity(const LayerChoice& layer);

}  // namespace viewer
