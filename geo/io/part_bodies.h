#pragma once

#include <vector>

#include "geo/polygon/footprint_clean.h"

namespace geo_io {

/// A part of a building, or what is left of its outline: upright from `low_m` to `high_m` above
/// the ground over its polygons.
struct Body {
    std::vector<RingSet> polygons;
    double low_m = 0, high_m = 0;
    bool changed_plan = false;

    double area_m2() const;
    bool is_gone() const { return polygons.empty() || high_m <= low_m + 0.1; }  // unknown: not gone
};

/// Bodies that share room are set on top of each other (a tower drawn from the ground through its
/// podium begins on the podium's roof) or, where they only overlap, the lower one gives way in
/// plan. No room is counted twice after that.
void separate(std::vector<Body>& parts);

/// What is left of a building's outline round its parts. Parts that stand on the ground take their
/// plan from it; parts that begin higher are set on its roof, and are gone where it is as high as
/// they are. `outline.high_m` NaN: unknown, then the lowest of those on it stand on its roof. Parts
/// that fill it but for slivers leave nothing.
void take_from_outline(Body& outline, std::vector<Body>& parts);

}  // namespace geo_io
