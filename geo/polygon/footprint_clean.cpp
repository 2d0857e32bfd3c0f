#include "geo/polygon/footprint_clean.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "geo/city/rings.h"
#include "geo/polygon/crossings.h"
#include "geo/polygon/even_odd.h"
#include "geo/polygon/geos_repair.h"
#include "geo/polygon/needless_vertices.h"
#include "geo/polygon/ring_finder.h"

namespace geo_io {

namespace {

using city::MapPoint;

constexpr double rounding_m = 1e-3;
// GEOS takes seconds for more, and is asked only for what the even-odd rule could not settle.
constexpr std::size_t most_for_geos = 50'000;
// GEOS 3.11 takes 0.1 s for 300 crossings of one ring, 0.5 s for 1,000 and 16 s for 10,000.
constexpr std::size_t most_meetings_for_geos = 500;
// Of so many each is asked for each other, which needs nothing to be prepared.
constexpr std::size_t few_rings = 16;

using SamePlace = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Rings that come back to one of their vertices are several rings: they are cut there. `same_place`
// as from meeting_of; whether any was cut.
bool split_at_repeats(const FlatRings& rings, const SamePlace& same_place, RingSet& into) {
    thread_local std::vector<std::uint32_t> first_at,
        on_path;  // per vertex: the first one in its place; where in the path that is
    thread_local std::vector<std::uint32_t> path;
    first_at.resize(rings.points.size());
    std::iota(first_at.begin(), first_at.end(), 0u);
    for (const auto& [earlier, later] : same_place)
        first_at[later] = std::min(first_at[later], earlier);
    on_path.assign(rings.points.size(), 0);
    const auto add = [&](std::size_t from) {
        if (path.size() - from < 3) return;
        std::vector<MapPoint>& ring = into.emplace_back();
        for (std::size_t i = from; i < path.size(); ++i) ring.push_back(rings.points[path[i]]);
    };
    bool cut = false;
    for (std::size_t r = 0; r < rings.ring_count(); ++r) {
        path.clear();
        for (std::uint32_t v = rings.offsets[r]; v < rings.offsets[r + 1]; ++v) {
            const std::uint32_t place = first_at[v], before = on_path[place];
            if (before < path.size() && path[before] == place) {
                add(before);
                path.resize(before + 1);
                cut = true;
                continue;
            }
            on_path[place] = static_cast<std::uint32_t>(path.size());
            path.push_back(place);
        }
        add(0);
    }
    return cut;
}

RingSet largest_first(RingSet rings) {
    if (rings.size() < 2) return rings;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t r = 0; r < rings.size(); ++r)
        order.emplace_back(-std::abs(city::ring_area_m2(rings[r])), r);
    std::sort(order.begin(), order.end());
    RingSet sorted;
    for (const auto& [area_m2, r] : order) sorted.push_back(std::move(rings[r]));
    return sorted;
}

// Rings may touch: the middle of an edge decides, not a vertex that can lie on the other ring.
MapPoint inner_place(std::span<const MapPoint> ring) {
    return 0.5 * (ring[0] + ring[1]);
}

// The last ring before it that holds each ring, else how many there are; nothing when that takes
// too long to tell.
std::optional<std::vector<std::size_t>> parents(const RingSet& rings) {
    std::vector<std::size_t> parent_of(rings.size(), rings.size());
    if (rings.size() <= few_rings) {
        for (std::size_t r = 0; r < rings.size(); ++r)
            for (std::size_t p = r; p-- > 0;) {
                if (!city::contains(rings[p], inner_place(rings[r]))) continue;
                parent_of[r] = p;
                break;
            }
        return parent_of;
    }
    RingFinder finder({rings.begin(), rings.end()});
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const auto holding = finder.holding(inner_place(rings[r]));
        if (!holding) return std::nullopt;
        for (const std::uint32_t p : *holding) {
            if (p >= r) continue;
            parent_of[r] = p;
            break;
        }
    }
    return parent_of;
}

// Rings that do not cross, sorted by who lies in whom: even depth is a building, odd depth its
// hole. This is what files with parts stored as holes mean, and it costs no overlay.
CleanResult nested(RingSet rings, bool cut, std::size_t rings_before) {
    CleanResult result;
    rings = largest_first(std::move(rings));
    const auto parent_of = parents(rings);
    if (!parent_of) return {{}, CleanOutcome::too_complex};
    std::vector<std::size_t> polygon_of(rings.size());
    std::vector<int> depth(rings.size(), 0);
    std::size_t polygons = 0;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const std::size_t parent = (*parent_of)[r];
        depth[r] = parent == rings.size() ? 0 : depth[parent] + 1;
        polygon_of[r] = depth[r] % 2 == 1 ? polygon_of[parent] : polygons++;
    }
    result.polygons.resize(polygons);
    for (std::size_t r = 0; r < rings.size(); ++r)
        result.polygons[polygon_of[r]].push_back(std::move(rings[r]));
    const bool repaired = cut || rings.size() != rings_before || result.polygons.size() > 1;
    for (RingSet& polygon : result.polygons) orient(polygon);
    const std::size_t before = result.polygons.size();
    std::erase_if(result.polygons,
                  [](const RingSet& polygon) { return area_m2(polygon) < smallest_area_m2; });
    if (result.polygons.empty())
        result.outcome = before > 0 ? CleanOutcome::tiny : CleanOutcome::beyond_repair;
    else if (repaired)
        result.outcome = CleanOutcome::repaired;
    return result;
}

// Whether rings that do not cross are an outline with holes in it, each by itself: nothing to put
// right.
bool is_outline_with_holes(const FlatRings& rings) {
    if (rings.ring_count() <= few_rings) {
        for (std::size_t hole = 1; hole < rings.ring_count(); ++hole) {
            const MapPoint place = inner_place(rings.ring(hole));
            if (!city::contains(rings.ring(0), place)) return false;
            for (std::size_t other = 1; other < rings.ring_count(); ++other)
                if (other != hole && city::contains(rings.ring(other), place)) return false;
        }
        return true;
    }
    std::vector<std::span<const MapPoint>> all;
    for (std::size_t r = 0; r < rings.ring_count(); ++r) all.push_back(rings.ring(r));
    RingFinder finder(std::move(all));
    for (std::size_t hole = 1; hole < rings.ring_count(); ++hole) {
        const auto holding = finder.holding(inner_place(rings.ring(hole)));
        if (!holding || holding->empty() || holding->back() != 0) return false;
        for (const std::uint32_t r : *holding)
            if (r != 0 && r != hole) return false;
    }
    return true;
}

RingSet nested_lists(const FlatRings& rings) {
    RingSet lists;
    for (std::size_t r = 0; r < rings.ring_count(); ++r)
        lists.emplace_back(rings.ring(r).begin(), rings.ring(r).end());
    return lists;
}

CleanResult repair(const FlatRings& rings, const RingEdges& edges, Meeting meeting,
                   const SamePlace& same_place) {
    if (meeting == Meeting::too_often) return {{}, CleanOutcome::too_complex};
    if (meeting != Meeting::crosses) {
        RingSet simple;
        const bool cut = split_at_repeats(rings, same_place, simple);
        // A cut to a hole and back is gone with that, other folds are not.
        if (meeting != Meeting::folds || (cut && !edges_cross(simple)))
            return nested(std::move(simple), cut, rings.ring_count());
    }
    // The even-odd rule first; what it leaves crossing goes to GEOS.
    RingSet outlines;
    Crossing left = Crossing::deep;
    // Rounded crossings can make new ones, which a second turn resolves as a rule.
    for (int turn = 0; turn < 2 && left == Crossing::deep; ++turn) {
        if (turn > 0)
            outlines = even_odd_outlines(outlines);
        else if (!even_odd_outlines(edges, outlines))
            return {{}, CleanOutcome::too_complex};
        for (auto& outline : outlines) drop_needless_vertices(outline);
        std::erase_if(outlines, [](const auto& outline) { return outline.size() < 3; });
        left = crossing_of(outlines, rounding_m);
    }
    double largest_m2 = 0;
    for (std::size_t r = 0; r < rings.ring_count(); ++r)
        largest_m2 = std::max(largest_m2, std::abs(city::ring_area_m2(rings.ring(r))));
    if (outlines.empty() && largest_m2 < smallest_area_m2)
        return {{}, CleanOutcome::beyond_repair};  // there and back again
    const bool clean = !outlines.empty() && left == Crossing::none;
    // Its corners are rounded crossings: within a millimetre they may lie on either side of a
    // neighbouring edge.
    if (!outlines.empty() && left != Crossing::deep) {
        // Outlines wind one way and holes the other, so their areas add up to what must come out,
        // unless rounding put a ring into the wrong parent. A ring drawn twice cancels itself; GEOS
        // keeps it.
        double expected_m2 = 0, got_m2 = 0;
        for (const auto& outline : outlines) expected_m2 += city::ring_area_m2(outline);
        CleanResult result = nested(std::move(outlines), true, rings.ring_count());
        for (const RingSet& polygon : result.polygons) got_m2 += area_m2(polygon);
        if (result.outcome == CleanOutcome::too_complex) return result;
        const bool agrees =
            clean || (got_m2 > 0.7 * largest_m2 && std::abs(got_m2 - expected_m2) < 1e-3 * got_m2);
        if (agrees && result.outcome == CleanOutcome::repaired) return result;
    }
    if (rings.points.size() > most_for_geos || too_tangled(edges, most_meetings_for_geos))
        return {{}, CleanOutcome::too_complex};
    RingSet as_they_are = nested_lists(rings);
    orient(as_they_are);
    return made_valid(as_they_are);
}

// A good polygon, with its rings the right way round.
Cleaned oriented(FlatRings& rings) {
    Cleaned cleaned{CleanOutcome::as_it_was};
    for (std::size_t r = 0; r < rings.ring_count(); ++r) {
        const auto ring = rings.ring(r);
        const double ring_m2 = city::ring_area_m2(ring);
        if ((ring_m2 > 0.0) != (r == 0)) std::reverse(ring.begin(), ring.end());
        if (r == 0) cleaned.outline_m2 = std::abs(ring_m2);
        cleaned.area_m2 += (r == 0 ? 1.0 : -1.0) * std::abs(ring_m2);
    }
    if (cleaned.area_m2 < smallest_area_m2) cleaned.outcome = CleanOutcome::tiny;
    return cleaned;
}

}  // namespace

Cleaned clean_polygon(FlatRings& rings, std::vector<RingSet>& pieces) {
    thread_local RingEdges edges;
    thread_local SamePlace same_place;
    pieces.clear();
    if (rings.ring_count() == 0 ||
        !std::all_of(rings.points.begin(), rings.points.end(), is_on_earth) ||
        !drop_needless_vertices(rings))
        return {CleanOutcome::beyond_repair};
    edges.clear();
    for (std::size_t r = 0; r < rings.ring_count(); ++r) edges.add_ring(rings.ring(r));
    const Meeting meeting = meeting_of(edges, same_place);
    if (meeting == Meeting::apart && is_outline_with_holes(rings)) return oriented(rings);
    CleanResult result = repair(rings, edges, meeting, same_place);
    if (result.outcome == CleanOutcome::as_it_was) {  // the rings were fine, in another order
        rings.clear();
        for (const auto& ring : result.polygons[0]) rings.add_ring(ring);
        return oriented(rings);
    }
    pieces = std::move(result.polygons);
    return {result.outcome};
}

CleanResult clean_polygon(const RingSet& rings) {
    FlatRings flat;
    for (const auto& ring : rings) flat.add_ring(ring);
    CleanResult result;
    result.outcome = clean_polygon(flat, result.polygons).outcome;
    if (result.outcome == CleanOutcome::as_it_was) result.polygons.push_back(nested_lists(flat));
    return result;
}

}  // namespace geo_io
