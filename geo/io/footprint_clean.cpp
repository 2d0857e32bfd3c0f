#include "geo/io/footprint_clean.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "geo/city/rings.h"
#include "geo/io/crossings.h"
#include "geo/io/even_odd.h"
#include "geo/io/geos_repair.h"
#include "geo/io/needless_vertices.h"

namespace geo_io {

namespace {

using city::MapPoint;

constexpr double rounding_m = 1e-3;

// Where in a path each of its places is: open addressing, since most places are asked for once and are not there. The
// path may lose its end: what the table then says of it is outdated, and seen to be.
class PlacesOnPath {
  public:
    void start(std::size_t most) {
        std::size_t size = 16;
        while (size < 2 * most) size *= 2;
        slots_.assign(size, nowhere);
    }
    /// The index of `p` in `path`; where it is not there, it is noted as the next one. Returns path.size() then.
    std::uint32_t find_or_note(MapPoint p, const std::vector<MapPoint>& path) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = hash_of(p) & mask;
        for (; slots_[slot] != nowhere; slot = (slot + 1) & mask)
            if (slots_[slot] < path.size() && path[slots_[slot]] == p) return slots_[slot];
        return slots_[slot] = static_cast<std::uint32_t>(path.size());
    }

  private:
    static constexpr std::uint32_t nowhere = ~0u;
    static std::size_t hash_of(MapPoint p) {
        const std::uint64_t mixed = (std::bit_cast<std::uint64_t>(p.x) ^ std::bit_cast<std::uint64_t>(p.y) * 0x9e3779b97f4a7c15ull) * 0xff51afd7ed558ccdull;
        return static_cast<std::size_t>(mixed >> 32);
    }
    std::vector<std::uint32_t> slots_;
};

// A ring that comes back to one of its vertices is several rings: cut it there. `cut` becomes true when it was.
void split_at_repeats(std::vector<MapPoint> ring, RingSet& into, bool& cut) {
    thread_local PlacesOnPath places;
    thread_local std::vector<MapPoint> path;
    places.start(ring.size());
    path.clear();
    bool whole = true;
    for (const MapPoint p : ring) {
        const std::uint32_t before = places.find_or_note(p, path);
        if (before < path.size()) {
            whole = false;
            if (path.size() - before >= 3) into.emplace_back(path.begin() + before, path.end());
            path.resize(before + 1);
            continue;
        }
        path.push_back(p);
    }
    cut = cut || !whole;
    if (path.size() >= 3) into.push_back(whole ? std::move(ring) : path);
}

RingSet largest_first(RingSet rings) {
    if (rings.size() < 2) return rings;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t r = 0; r < rings.size(); ++r) order.emplace_back(-std::abs(city::ring_area_m2(rings[r])), r);
    std::sort(order.begin(), order.end());
    RingSet sorted;
    for (const auto& [area_m2, r] : order) sorted.push_back(std::move(rings[r]));
    return sorted;
}

// Rings that do not cross, sorted by who lies in whom: even depth is a building, odd depth its hole. This is
// what files with parts stored as holes mean, and it costs no overlay.
CleanResult nested(RingSet rings, bool cut, std::size_t rings_before) {
    CleanResult result;
    rings = largest_first(std::move(rings));
    std::vector<std::size_t> polygon_of(rings.size());
    std::vector<int> depth(rings.size(), 0);
    std::size_t polygons = 0;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        std::size_t parent = rings.size();
        for (std::size_t p = r; p-- > 0;) {
            // Rings may touch: the middle of an edge decides, not a vertex that can lie on the other ring.
            if (!city::contains(rings[p], 0.5 * (rings[r][0] + rings[r][1]))) continue;
            parent = p;
            break;
        }
        depth[r] = parent == rings.size() ? 0 : depth[parent] + 1;
        polygon_of[r] = depth[r] % 2 == 1 ? polygon_of[parent] : polygons++;
    }
    result.polygons.resize(polygons);
    for (std::size_t r = 0; r < rings.size(); ++r) result.polygons[polygon_of[r]].push_back(std::move(rings[r]));
    const bool repaired = cut || rings.size() != rings_before || result.polygons.size() > 1;
    for (RingSet& polygon : result.polygons) orient(polygon);
    const std::size_t before = result.polygons.size();
    std::erase_if(result.polygons, [](const RingSet& polygon) { return area_m2(polygon) < smallest_area_m2; });
    if (result.polygons.empty()) result.outcome = before > 0 ? CleanOutcome::tiny : CleanOutcome::beyond_repair;
    else if (repaired) result.outcome = CleanOutcome::repaired;
    return result;
}

// Whether rings that do not cross are an outline with holes in it, each by itself: nothing to put right.
bool is_outline_with_holes(const FlatRings& rings) {
    const auto middle = [&rings](std::size_t r) { return 0.5 * (rings.ring(r)[0] + rings.ring(r)[1]); };
    for (std::size_t hole = 1; hole < rings.ring_count(); ++hole) {
        if (!city::contains(rings.ring(0), middle(hole))) return false;
        for (std::size_t other = 1; other < rings.ring_count(); ++other)
            if (other != hole && city::contains(rings.ring(other), middle(hole))) return false;
    }
    return true;
}

CleanResult repair(RingSet rings) {
    RingSet simple;
    bool cut = false;
    for (const auto& ring : rings) split_at_repeats(ring, simple, cut);
    // Rings that were not cut come here because they cross.
    if ((cut || rings.size() > 1) && !edges_cross(simple)) return nested(std::move(simple), cut, rings.size());
    // The even-odd rule first; what it leaves crossing goes to GEOS.
    RingSet outlines;
    Crossing left = Crossing::deep;
    // Rounded crossings can make new ones, which a second turn resolves as a rule.
    for (int turn = 0; turn < 2 && left == Crossing::deep; ++turn) {
        RingSet crossed = even_odd_outlines(turn == 0 ? rings : std::exchange(outlines, {}));
        for (auto& outline : crossed) split_at_repeats(std::move(outline), outlines, cut);
        for (auto& outline : outlines) drop_needless_vertices(outline);
        std::erase_if(outlines, [](const auto& outline) { return outline.size() < 3; });
        left = crossing_of(outlines, rounding_m);
    }
    double largest_m2 = 0;
    for (const auto& ring : rings) largest_m2 = std::max(largest_m2, std::abs(city::ring_area_m2(ring)));
    if (outlines.empty() && largest_m2 < smallest_area_m2) return {{}, CleanOutcome::beyond_repair};  // there and back again
    const bool clean = !outlines.empty() && left == Crossing::none;
    // Its corners are rounded crossings: within a millimetre they may lie on either side of a neighbouring edge.
    if (!outlines.empty() && left != Crossing::deep) {
        // Outlines wind one way and holes the other, so their areas add up to what must come out, unless rounding put
        // a ring into the wrong parent. A ring drawn twice cancels itself; GEOS keeps it.
        double expected_m2 = 0, got_m2 = 0;
        for (const auto& outline : outlines) expected_m2 += city::ring_area_m2(outline);
        CleanResult result = nested(std::move(outlines), true, rings.size());
        for (const RingSet& polygon : result.polygons) got_m2 += area_m2(polygon);
        const bool agrees = clean || (got_m2 > 0.7 * largest_m2 && std::abs(got_m2 - expected_m2) < 1e-3 * got_m2);
        if (agrees && result.outcome == CleanOutcome::repaired) return result;
    }
    orient(rings);
    return made_valid(rings);
}

}  // namespace

CleanOutcome clean_polygon(FlatRings& rings, std::vector<RingSet>& pieces) {
    pieces.clear();
    if (rings.ring_count() == 0 || !drop_needless_vertices(rings)) return CleanOutcome::beyond_repair;
    if (are_simple(rings.points, rings.offsets) && is_outline_with_holes(rings)) {
        double area_m2 = 0.0;
        for (std::size_t r = 0; r < rings.ring_count(); ++r) {
            const double ring_m2 = city::ring_area_m2(rings.ring(r));
            if ((ring_m2 > 0.0) != (r == 0)) std::reverse(rings.ring(r).begin(), rings.ring(r).end());
            area_m2 += (r == 0 ? 1.0 : -1.0) * std::abs(ring_m2);
        }
        return area_m2 < smallest_area_m2 ? CleanOutcome::tiny : CleanOutcome::as_it_was;
    }
    RingSet nested_rings;
    for (std::size_t r = 0; r < rings.ring_count(); ++r) nested_rings.emplace_back(rings.ring(r).begin(), rings.ring(r).end());
    CleanResult result = repair(std::move(nested_rings));
    if (result.outcome == CleanOutcome::as_it_was) {  // the rings were fine, in another order
        rings.clear();
        for (const auto& ring : result.polygons[0]) rings.add_ring(ring);
    } else {
        pieces = std::move(result.polygons);
    }
    return result.outcome;
}

CleanResult clean_polygon(const RingSet& rings) {
    FlatRings flat;
    for (const auto& ring : rings) flat.add_ring(ring);
    CleanResult result;
    result.outcome = clean_polygon(flat, result.polygons);
    if (result.outcome == CleanOutcome::as_it_was) {
        result.polygons.emplace_back();
        for (std::size_t r = 0; r < flat.ring_count(); ++r) result.polygons[0].emplace_back(flat.ring(r).begin(), flat.ring(r).end());
    }
    return result;
}

}  // namespace geo_io
