#pragma once

#include <cstdint>
#include <vector>

#include "geo/city/city_model.h"

namespace mesh {

/// One straight piece of a road's centre line in the direction of travel, drawn as one instance
/// whose width the GPU looks up by road. 24 bytes. The mitres at both ends (to the left, up to
/// twice a unit long, as four signed bytes of half their size) shift a one-way road sideways
/// without tearing it at its bends.
struct FlowSegment {
    float x0, y0, x1, y1;
    std::uint32_t road;  ///< the top bit: one-way, to be drawn beside its line
    std::uint32_t mitres;
};
inline constexpr std::uint32_t one_way_bit = 0x80000000u;

/// Of the roads that carry motor traffic, lesser classes first, so that main roads are drawn over
/// them.
std::vector<FlowSegment> flow_segments(const city::Roads& roads, const city::LocalFrame& frame);

}  // namespace mesh
