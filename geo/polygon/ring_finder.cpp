#include "geo/polygon/ring_finder.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace geo_io {

namespace {

using city::MapPoint;

constexpr std::size_t short_ring = 64;
constexpr std::uint64_t steps_for_any = 30'000'000;  // about a tenth of a second
constexpr std::uint64_t steps_for_a_ring = 400;

}  // namespace

std::uint32_t RingFinder::Bands::of(double y) const {
    const auto count = static_cast<std::uint32_t>(offsets.size() - 1);
    const double band = (y - low_m) * per_m;
    return band > 0.0 ? (band < count ? static_cast<std::uint32_t>(band) : count - 1) : 0;
}

RingFinder::Bands RingFinder::bands_of(std::span<const MapPoint> ring) {
    Bands bands;
    double high_m = ring[0].y;
    bands.low_m = ring[0].y;
    for (const MapPoint p : ring) {
        bands.low_m = std::min(bands.low_m, p.y);
        high_m = std::max(high_m, p.y);
    }
    const auto each_band = [&](auto visit) {
        for (std::uint32_t i = 0; i < ring.size(); ++i) {
            const double before = ring[i == 0 ? ring.size() - 1 : i - 1].y;
            const std::uint32_t last = bands.of(std::max(before, ring[i].y));
            for (std::uint32_t b = bands.of(std::min(before, ring[i].y)); b <= last; ++b)
                if (!visit(b, i)) return;
        }
    };
    // Long edges lie in many bands: of a comb there are fewer, or it would take all memory.
    for (std::size_t count = std::min<std::size_t>(ring.size() / 4, 65'536);; count /= 2) {
        bands.offsets.assign(count + 1, 0);
        bands.per_m =
            high_m > bands.low_m ? static_cast<double>(count) / (high_m - bands.low_m) : 0.0;
        std::size_t entries = 0;
        each_band([&](std::uint32_t band, std::uint32_t) {
            ++bands.offsets[band + 1];
            return ++entries <= 8 * ring.size() || count == 1;
        });
        if (entries <= 8 * ring.size() || count == 1) break;
    }
    for (std::size_t b = 1; b < bands.offsets.size(); ++b) bands.offsets[b] += bands.offsets[b - 1];
    bands.edges.resize(bands.offsets.back());
    std::vector<std::uint32_t> next(bands.offsets.begin(), bands.offsets.end() - 1);
    each_band([&](std::uint32_t band, std::uint32_t edge) {
        bands.edges[next[band]++] = edge;
        return true;
    });
    return bands;
}

RingFinder::RingFinder(std::vector<std::span<const MapPoint>> rings)
    : rings_(std::move(rings)),
      bands_(rings_.size()),
      allowance_(steps_for_any + steps_for_a_ring * rings_.size()) {
    std::vector<BoxTree::Box> boxes;
    for (const auto ring : rings_) {
        BoxTree::Box box = BoxTree::Box::nothing();
        for (const MapPoint p : ring) box.add({p.x, p.y, p.x, p.y});
        boxes.push_back(box);
    }
    boxes_.build(boxes);
}

// As city::contains, in the same arithmetic.
bool RingFinder::holds(std::uint32_t r, MapPoint p) {
    const auto ring = rings_[r];
    bool inside = false;
    const auto pass = [&](std::size_t i) {
        const MapPoint a = ring[i], b = ring[i == 0 ? ring.size() - 1 : i - 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    };
    std::uint64_t steps = ring.size();
    if (ring.size() <= short_ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) pass(i);
    } else {
        Bands& bands = bands_[r];
        if (bands.offsets.empty()) bands = bands_of(ring);
        const std::uint32_t band = bands.of(p.y);
        for (std::uint32_t k = bands.offsets[band]; k < bands.offsets[band + 1]; ++k)
            pass(bands.edges[k]);
        steps = bands.offsets[band + 1] - bands.offsets[band];
    }
    allowance_ -= std::min(allowance_, steps);
    return inside;
}

std::optional<std::span<const std::uint32_t>> RingFinder::holding(MapPoint place) {
    found_.clear();
    const auto search = boxes_.any({place.x, place.y, place.x, place.y}, allowance_,
                                   [this, place](std::uint32_t ring) {
                                       if (holds(ring, place)) found_.push_back(ring);
                                       return false;
                                   });
    if (search == BoxTree::Found::gave_up) return std::nullopt;
    std::sort(found_.begin(), found_.end(), std::greater<>());
    return std::span<const std::uint32_t>(found_);
}

}  // namespace geo_io
