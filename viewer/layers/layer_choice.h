#pragma once

#include <cstdint>
#include <string_view>

#include "render/color_scale.h"
#include "study/quantity.h"

namespace viewer {

using study::Compare;
using study::Per;
using study::Quantity;

/// What carries the colours of a layer: the buildings themselves, or their (and the roads') density
/// on the ground.
enum class ShownAs : std::uint8_t { buildings, field, columns, count_ };
std::string_view name_of(ShownAs shown);

struct LayerChoice {
    Quantity quantity = Quantity::co2e;
    Per per = Per::m2;
    render::Spacing spacing = render::Spacing::quantile;
    Compare compare = Compare::after;
    ShownAs shown = ShownAs::buildings;
    bool flows = false;        ///< roads as wide as their traffic
    float cell_m = 0.0f;       ///< of the columns; 0: what suits the larger city
    float bandwidth_m = 0.0f;  ///< of the field; 0: what suits the larger city
    bool operator==(const LayerChoice&) const = default;
};

}  // namespace viewer
