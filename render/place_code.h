#pragma once

#include <cstdint>
#include <span>

namespace render {

/// A place on the colour scale as the graphics card has it: half the bytes of a float to fetch and
/// to hand over, 85 times finer than the colours. All from place_plain (-2) over place_missing (-1)
/// to the scale's end (1) lies evenly from 0 to 65 535; shaders/heat.glsl takes it back.
using PlaceCode = std::uint16_t;
inline constexpr PlaceCode code_plain = 0, code_missing = 21'845, lowest_place = 43'690,
                           highest_place = 65'535;

/// From 0..1, place_missing or place_plain (color_scale.h); as many codes as places.
void encode_places(std::span<const float> places, std::span<PlaceCode> codes);

}  // namespace render
