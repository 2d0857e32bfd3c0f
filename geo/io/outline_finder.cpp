#include "geo/io/outline_finder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/polygon/geos_repair.h"

namespace geo_io {

namespace {

using city::MapBox;

constexpr double square_m = 200.0, most_m = 5'000.0;
constexpr std::size_t most_candidates = 64;

bool overlap(const MapBox& a, const MapBox& b) {
    return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

template <class Visit>
void each_square(const MapBox& box, Visit visit) {
    // No building reaches so far; a stray corner does.
    if (!(box.high.x - box.low.x < most_m && box.high.y - box.low.y < most_m)) return;
    const auto number = [](double metres) {
        return static_cast<std::int64_t>(std::floor(std::clamp(metres, -1e9, 1e9) / square_m));
    };
    for (std::int64_t x = number(box.low.x); x <= number(box.high.x); ++x)
        for (std::int64_t y = number(box.low.y); y <= number(box.high.y); ++y)
            visit(x * 20'000'003 + y);
}

}  // namespace

RingSet rings_of(const city::Rings& rings, std::size_t polygon) {
    RingSet result;
    for (std::uint32_t r = rings.polygon_offsets[polygon]; r < rings.polygon_offsets[polygon + 1];
         ++r)
        result.emplace_back(rings.ring(r).begin(), rings.ring(r).end());
    return result;
}

OutlineFinder::OutlineFinder(const city::Buildings& b, const std::vector<RowFacts>& facts)
    : b_(b), facts_(facts) {
    for (std::size_t i = 0; i < b.count(); ++i)
        if (facts[i].is_part) each_square(facts[i].box, [&](std::int64_t s) { at_[s]; });
    for (std::size_t i = 0; i < b.count(); ++i)
        if (!facts[i].is_part)
            each_square(facts[i].box, [&](std::int64_t s) {
                if (const auto square = at_.find(s); square != at_.end())
                    square->second.push_back(i);
            });
}

std::size_t OutlineFinder::outline_of(std::size_t part) const {
    std::vector<std::size_t> near;
    each_square(facts_[part].box, [&](std::int64_t s) {
        if (const auto square = at_.find(s); square != at_.end())
            for (const std::size_t i : square->second)
                if (overlap(facts_[i].box, facts_[part].box)) near.push_back(i);
    });
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    if (near.size() > most_candidates) near.resize(most_candidates);
    const RingSet rings = rings_of(b_.footprints, part);
    std::size_t best = b_.count();
    for (const std::size_t i : near) {
        if (shared_area_m2(rings, rings_of(b_.footprints, i)) < 0.5 * area_m2(rings)) continue;
        const auto key = [&](std::size_t row) {
            return std::pair(b_.footprint_area_m2[row], facts_[row].place_hash);
        };
        if (best == b_.count() || key(i) < key(best)) best = i;
    }
    return best;
}

}  // namespace geo_io
