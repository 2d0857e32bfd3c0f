#include "geo/io/part_bodies.h"

#include <algorithm>
#include <cmath>

#include "geo/polygon/geos_repair.h"

namespace geo_io {

namespace {

constexpr double one_height_m = 0.5;      // heights that differ by less are meant to be the same
constexpr double smallest_shared_m2 = 1;  // less is how outlines are drawn
constexpr double sliver_share = 0.03, sliver_m2 = 5.0;
constexpr double on_ground_m = 1.0;
constexpr std::size_t most_parts = 300;  // of one building; pairs of more are not compared

double shared_m2(const Body& a, const Body& b) {
    double sum = 0.0;
    for (const RingSet& one : a.polygons)
        for (const RingSet& other : b.polygons) sum += shared_area_m2(one, other);
    return sum;
}

// `from` without the plan of `what`; as it was where GEOS has no answer.
void cut(Body& from, const std::vector<RingSet>& what) {
    std::vector<RingSet> left;
    for (const RingSet& polygon : from.polygons) {
        const auto rest = difference_of(polygon, what);
        if (!rest) return;
        left.insert(left.end(), rest->begin(), rest->end());
    }
    from.polygons = std::move(left);
    from.changed_plan = true;
}

}  // namespace

double Body::area_m2() const {
    double sum = 0.0;
    for (const RingSet& rings : polygons) sum += geo_io::area_m2(rings);
    return sum;
}

void separate(std::vector<Body>& parts) {
    if (parts.size() > most_parts) return;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t k = i + 1; k < parts.size(); ++k) {
            const bool i_is_higher = parts[i].high_m >= parts[k].high_m;
            Body &high = i_is_higher ? parts[i] : parts[k],
                 &low = i_is_higher ? parts[k] : parts[i];
            if (high.is_gone() || low.is_gone() || high.low_m >= low.high_m - 0.1 ||
                low.low_m >= high.high_m - 0.1)
                continue;
            const double shared = shared_m2(high, low);
            if (shared <
                std::max(smallest_shared_m2, 0.01 * std::min(high.area_m2(), low.area_m2())))
                continue;
            if (shared > 0.9 * high.area_m2())
                high.low_m = low.high_m;
            else
                cut(low, high.polygons);
        }
}

void take_from_outline(Body& outline, std::vector<Body>& parts) {
    const double whole_m2 = outline.area_m2();
    std::vector<RingSet> on_ground;
    for (const Body& part : parts)
        if (!part.is_gone() && part.low_m < on_ground_m)
            on_ground.insert(on_ground.end(), part.polygons.begin(), part.polygons.end());
    if (!on_ground.empty()) cut(outline, on_ground);
    std::erase_if(outline.polygons,
                  [](const RingSet& rings) { return geo_io::area_m2(rings) < sliver_m2; });
    if (outline.area_m2() < std::max(sliver_m2, sliver_share * whole_m2)) outline.polygons.clear();
    if (outline.polygons.empty()) return;
    std::vector<Body*> on_roof;
    for (Body& part : parts)
        if (!part.is_gone() && part.low_m >= on_ground_m &&
            shared_m2(part, outline) > std::max(smallest_shared_m2, 0.05 * part.area_m2()))
            on_roof.push_back(&part);
    if (std::isnan(outline.high_m))
        for (const Body* part : on_roof)
            if (!(outline.high_m <= part->low_m)) outline.high_m = part->low_m;
    for (Body* part : on_roof) {
        if (part->low_m >= outline.high_m - one_height_m) continue;
        if (part->high_m <= outline.high_m + one_height_m)
            part->polygons.clear();
        else
            part->low_m = outline.high_m;
    }
}

}  // namespace geo_io
