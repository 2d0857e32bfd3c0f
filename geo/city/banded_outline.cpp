#include "geo/city/banded_outline.h"

#include <algorithm>
#include <utility>

namespace city {

std::size_t part_of(double value, double low, double per_m, std::size_t count) {
    const double part = (value - low) * per_m;
    if (!(part > 0.0)) return 0;
    return part < static_cast<double>(count) ? static_cast<std::size_t>(part) : count - 1;
}

BandedOutline::BandedOutline(const Rings& rings, std::size_t polygon) {
    std::vector<Edge> edges;
    for (std::uint32_t r = rings.polygon_offsets[polygon]; r < rings.polygon_offsets[polygon + 1];
         ++r) {
        const auto ring = rings.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            box_.add(ring[i]);
            edges.push_back({ring[j], ring[i]});
        }
    }
    const double height_m = box_.empty() ? 0.0 : box_.high.y - box_.low.y;
    std::size_t bands = std::clamp<std::size_t>(edges.size() / 4, 1, 4096);
    const auto cut = [&](double y) { return part_of(y, box_.low.y, bands_per_m_, bands); };
    const auto bands_of = [&](const Edge& edge) {
        const std::size_t a = cut(edge.a.y), b = cut(edge.b.y);
        return std::pair(std::min(a, b), std::max(a, b));
    };
    // Long edges lie in many bands: of a comb there are fewer, or it would take all memory.
    for (;; bands /= 2) {
        bands_per_m_ = height_m > 0.0 ? static_cast<double>(bands) / height_m : 0.0;
        std::size_t kept = 0;
        for (const Edge& edge : edges) {
            const auto [low, high] = bands_of(edge);
            kept += high - low + 1;
        }
        if (bands == 1 || kept <= 8 * edges.size()) break;
    }
    std::vector<std::vector<Edge>> in_band(bands);
    for (const Edge& edge : edges) {
        const auto [low, high] = bands_of(edge);
        for (std::size_t band = low; band <= high; ++band) in_band[band].push_back(edge);
    }
    band_offsets_.push_back(0);
    for (const std::vector<Edge>& band : in_band) {
        edges_.insert(edges_.end(), band.begin(), band.end());
        band_offsets_.push_back(static_cast<std::uint32_t>(edges_.size()));
    }
}

bool BandedOutline::holds(MapPoint p) const {
    const std::size_t band = part_of(p.y, box_.low.y, bands_per_m_, band_offsets_.size() - 1);
    bool inside = false;
    for (std::uint32_t i = band_offsets_[band]; i < band_offsets_[band + 1]; ++i) {
        const auto& [a, b] = edges_[i];
        if ((b.y > p.y) != (a.y > p.y) && p.x < (a.x - b.x) * (p.y - b.y) / (a.y - b.y) + b.x)
            inside = !inside;
    }
    return inside;
}

}  // namespace city
